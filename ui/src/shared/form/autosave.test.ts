import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, type Code } from '../../api';
import { REST, RETRY, useAutosave } from './autosave';

type Patch = { name?: string; purpose?: string };

const refusal = (code: Code, ...fields: string[]) =>
  new CallError({
    code,
    message: 'No.',
    hints: [],
    fields: fields.map((path) => ({ path, message: 'No.' })),
    incident: null,
  });

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

  it('keeps fields of a save that met a busy file, lets newer values win and tries again', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    save.mockRejectedValueOnce(refusal('busy'));
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a', purpose: 'p' }));
    await act(async () => result.current.flush());
    expect(result.current.status).toMatchObject({ state: 'failed', again: true });
    act(() => result.current.change({ name: 'b' }));
    await wait(Math.max(REST, RETRY));
    expect(save.mock.calls[1]).toEqual([{ name: 'b', purpose: 'p' }]);
    expect(result.current.status.state).toBe('saved');
  });

  it.each(['invalid', 'refused', 'no-permission', 'disk-full', 'read-only', 'internal'] as const)(
    'does not try %s again by itself, and sends what it kept with the next change',
    async (code) => {
      const save = vi.fn((_: Patch) => Promise.resolve());
      save.mockRejectedValueOnce(refusal(code));
      const { result } = renderHook(() => useAutosave<Patch>(save));
      act(() => result.current.change({ name: 'a' }));
      await act(async () => result.current.flush());
      expect(result.current.status).toMatchObject({ state: 'failed', again: false, error: { code } });
      await wait(RETRY * 3);
      await act(async () => result.current.flush());
      expect(save).toHaveBeenCalledTimes(1);
      act(() => result.current.change({ purpose: 'p' }));
      await wait(REST);
      expect(save.mock.calls[1]).toEqual([{ name: 'a', purpose: 'p' }]);
      expect(result.current.status.state).toBe('saved');
    },
  );

  it('tries again when somebody asks for it', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    save.mockRejectedValueOnce(refusal('disk-full'));
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    await act(async () => result.current.flush());
    const { status } = result.current;
    await act(async () => status.state === 'failed' && status.retry());
    expect(save.mock.calls).toEqual([[{ name: 'a' }], [{ name: 'a' }]]);
    expect(result.current.status.state).toBe('saved');
  });

  it('saves what was typed during a save that failed', async () => {
    let fail: (error: Error) => void = () => undefined;
    const save = vi.fn((_: Patch) => Promise.resolve());
    save.mockImplementationOnce(
      () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    );
    const { result } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    await act(async () => result.current.flush());
    act(() => result.current.change({ purpose: 'p' }));
    await act(async () => fail(refusal('invalid', 'name')));
    await wait(REST);
    expect(save.mock.calls[1]).toEqual([{ name: 'a', purpose: 'p' }]);
  });

  it('keeps of a refused save only what its screen wants to keep', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    save.mockRejectedValueOnce(refusal('refused'));
    const keep = ({ name: _, ...rest }: Patch) => rest;
    const { result } = renderHook(() => useAutosave<Patch>(save, { keep }));
    act(() => result.current.change({ name: 'a', purpose: 'p' }));
    await act(async () => result.current.flush());
    act(() => result.current.change({ purpose: 'q' }));
    await act(async () => result.current.flush());
    expect(save.mock.calls[1]).toEqual([{ purpose: 'q' }]);
  });

  it('saves what is left when the screen goes away', async () => {
    const save = vi.fn((_: Patch) => Promise.resolve());
    const { result, unmount } = renderHook(() => useAutosave<Patch>(save));
    act(() => result.current.change({ name: 'a' }));
    unmount();
    expect(save).toHaveBeenCalledWith({ name: 'a' });
  });
});
