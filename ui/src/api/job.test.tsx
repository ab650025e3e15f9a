import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Platform, setPlatform } from '../platform';
import type { JobName } from './client';
import { useJob } from './job';

let hear: (event: unknown) => void = () => undefined;
let cancelled: string[] = [];
let startDelay: Promise<void> = Promise.resolve();

beforeEach(() => {
  cancelled = [];
  startDelay = Promise.resolve();
  const host: Platform = {
    call: () => Promise.resolve(null),
    job: {
      start: () => startDelay.then(() => 'job-1'),
      cancel: (job) => {
        cancelled.push(job);
        return Promise.resolve();
      },
    },
    dialog: () => Promise.resolve(null),
    on: (name, listener) => {
      if (name === 'progress') hear = listener as (event: unknown) => void;
      return () => undefined;
    },
  };
  setPlatform(host);
});

const running = (done: number) => ({
  state: 'running',
  value: { job: 'job-1', step: 'rows', done, total: 10 },
});
const name = 'trail.verify' as JobName;

describe('useJob', () => {
  it('keeps events that arrive before the id is known', async () => {
    let release: () => void = () => undefined;
    startDelay = new Promise((resolve) => {
      release = resolve;
    });
    const { result } = renderHook(() => useJob(name));
    act(() => result.current.start({} as never));
    act(() => hear({ state: 'done', value: { job: 'job-1', output: { ok: true } } }));
    expect(result.current.job.state).toBe('running');
    await act(async () => release());
    await waitFor(() => expect(result.current.job).toEqual({ state: 'done', output: { ok: true } }));
  });

  it('shows progress of its own job only, and stays cancelling until the end', async () => {
    const { result } = renderHook(() => useJob(name));
    await act(async () => result.current.start({} as never));
    act(() => hear(running(3)));
    act(() => hear({ state: 'running', value: { job: 'other', step: 'x', done: 9, total: 9 } }));
    expect(result.current.job).toMatchObject({ state: 'running', progress: { done: 3 }, cancelling: false });
    act(() => result.current.cancel());
    expect(cancelled).toEqual(['job-1']);
    act(() => hear(running(4)));
    expect(result.current.job).toMatchObject({ progress: { done: 4 }, cancelling: true });
    const error = { code: 'cancelled', message: 'Stopped', hints: [], fields: [], incident: null };
    act(() => hear({ state: 'failed', value: { job: 'job-1', error } }));
    expect(result.current.job).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
  });
});
