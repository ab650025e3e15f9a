import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REST, RETRY, useAutosave } from './autosave';

type Patch = { name?: string; purpose?: string };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

describe('useAutosave', () => {
  it('saves once after a rest, with all changed fields', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    await wait(REST - 1);
    act(() => result.current.change({ name: 'ab', purpose: 'p' }));
    await wait(REST - 1);
    expect(save).not.toHaveBeenCalled();
    await wait(1);
    expect(save.mock.calls).toEqual([[{ name: 'ab', purpose: 'p' }]]);
    expect(result.current.status.state).toBe('saved');
  });

  it('saves at once on blur, and nothing when nothing changed', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    const { result } = renderHook(() => useAutosave<Patch>(save));
    await act(async () => result.current.flush());
    expect(save).not.toHaveBeenCalled();
    act(() => result.current.change({ name: 'a' }));
    await act(async () => result.current.flush());
    expect(save).toHaveBeenCalledTimes(1);
    await wait(REST * 2);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('puts changes made during a save into the next one', async () => {
    let finish: () => void = () => undefined;
    const save = vi.fn(
      (_: Patch) =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    await act(async () => result.current.flush());
    act(() => result.current.change({ name: 'b' }));
    await act(async () => result.current.flush());
    expect(save).toHaveBeenCalledTimes(1);
    await act(async () => finish());
    expect(save.mock.calls).toEqual([[{ name: 'a' }], [{ name: 'b' }]]);
  });

  it('keeps fields of a failed save, lets newer values win and tries again', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    save.mockRejectedValueOnce(new Error('busy'));
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a', purpose: 'p' }));
    await act(async () => result.current.flush());
    expect(result.current.status.state).toBe('failed');
    act(() => result.current.change({ name: 'b' }));
    await wait(Math.max(REST, RETRY));
    expect(save.mock.calls[1]).toEqual([{ name: 'b', purpose: 'p' }]);
    expect(result.current.status.state).toBe('saved');
  });

  it('does not repeat what was refused', async () => {
    const save = vi.fn((_: Patch) => Promise.reject(new Error('too long')));
    const { result } = renderHook(() => useAutosave<Patch>(save, () => true));
    act(() => result.current.change({ name: 'a' }));
    await act(async () => result.current.flush());
    await wait(RETRY * 3);
    expect(save).toHaveBeenCalledTimes(1);
    expect(result.current.status.state).toBe('failed');
  });

  it('saves what is left when the screen goes away', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    const { result, unmount } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    unmount();
    expect(save).toHaveBeenCalledWith({ name: 'a' });
  });
});
