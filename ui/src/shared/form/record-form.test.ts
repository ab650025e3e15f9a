import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, type WireError } from '../../api';
import { useRecordForm } from './record-form';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal: WireError = {
  code: 'invalid',
  message: 'Some fields need another value.',
  hints: [],
  fields: [{ path: 'name', message: 'This is needed.' }],
  incident: null,
};

describe('useRecordForm', () => {
  it('covers stored values with what was typed, and uncovers them when saved', async () => {
    const save = vi.fn((_: Record<string, string | null>) => Promise.resolve());
    const { result, rerender } = renderHook(({ stored }) => useRecordForm(stored, save), {
      initialProps: { stored: { name: 'Old', purpose: 'p' } },
    });
    act(() => result.current.change('name', 'New'));
    expect(result.current.values).toEqual({ name: 'New', purpose: 'p' });
    await act(async () => result.current.flush());
    expect(save).toHaveBeenCalledWith({ name: 'New' });
    rerender({ stored: { name: 'From the file', purpose: 'p' } });
    expect(result.current.values.name).toBe('From the file');
  });

  it('keeps refused text, says why beside the field, and forgets the error on the next change', async () => {
    const save = vi.fn((_: Record<string, string | null>) => Promise.reject(new CallError(refusal)));
    const { result } = renderHook(() => useRecordForm({ name: 'Old' }, save));
    act(() => result.current.change('name', null));
    await act(async () => result.current.flush());
    expect(result.current.values.name).toBeNull();
    expect(result.current.errors).toEqual({ name: 'This is needed.' });
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(save).toHaveBeenCalledTimes(1);
    act(() => result.current.change('name', 'New'));
    expect(result.current.errors).toEqual({});
  });

  it('saves the other fields of a save that was refused for one field', async () => {
    const save = vi.fn((values: Record<string, string | null>) =>
      values.name === null ? Promise.reject(new CallError(refusal)) : Promise.resolve(),
    );
    const { result } = renderHook(() => useRecordForm({ name: 'Old', purpose: 'p' }, save));
    act(() => result.current.change('name', null));
    act(() => result.current.change('purpose', 'q'));
    await act(async () => result.current.flush());
    expect(save.mock.calls.at(-1)).toEqual([{ purpose: 'q' }]);
    // The refused one still waits for its writer: nobody is told that all is saved.
    expect(result.current.status.state).toBe('failed');
    expect(result.current.errors).toEqual({ name: 'This is needed.' });
    expect(result.current.values.name).toBeNull();
    act(() => result.current.change('name', 'New'));
    await act(async () => result.current.flush());
    expect(save.mock.calls.at(-1)).toEqual([{ name: 'New' }]);
    expect(result.current.status.state).toBe('saved');
  });
});
