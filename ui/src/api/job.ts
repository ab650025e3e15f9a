import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { platform } from '../platform';
import type { InputOf, JobName, OutputOf } from './client';
import { asCallError, CallError } from './error';
import type { JobEvent, Progress } from './generated';

/** Where a job is, from the screen's point of view. */
export type JobState<Output> =
  | { state: 'idle' }
  | { state: 'running'; progress: Progress | null; cancelling: boolean }
  | { state: 'done'; output: Output }
  | { state: 'failed'; error: CallError };

/** A job as a screen holds it: start it once, watch it, ask it to stop. */
export interface JobHandle<Input, Output> {
  job: JobState<Output>;
  start(input: Input): void;
  cancel(): void;
  reset(): void;
}

/** Which job an event is about. */
function jobOf(event: JobEvent): string {
  return event.value.job;
}

/** Runs long work to its end without showing how far it is; for work that is usually short. */
export function runJob<Name extends JobName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  return new Promise((resolve, reject) => {
    let id: string | null = null;
    const early: JobEvent[] = [];
    const hear = (event: JobEvent) => {
      if (id === null) early.push(event);
      else if (jobOf(event) === id && event.state !== 'running') {
        stop();
        if (event.state === 'done') resolve(event.value.output as OutputOf<Name>);
        else reject(new CallError(event.value.error));
      }
    };
    const stop = platform().on('progress', (event) => hear(event as JobEvent));
    platform()
      .job.start(name, input)
      .then((started) => {
        id = started;
        for (const event of early.splice(0)) hear(event);
      })
      .catch((thrown: unknown) => {
        stop();
        reject(asCallError(thrown));
      });
  });
}

/** Like `useAct`, for work that runs as a job and is usually short. */
export function useShortJob<Name extends JobName>(name: Name) {
  return useMutation<OutputOf<Name>, CallError, InputOf<Name>>({
    mutationFn: (input) => runJob(name, input),
  });
}

/** Runs long work. Events that arrive before the id of the job is known are kept, not lost. */
export function useJob<Name extends JobName>(
  name: Name,
  onDone?: (output: OutputOf<Name>) => void,
): JobHandle<InputOf<Name>, OutputOf<Name>> {
  const [job, setJob] = useState<JobState<OutputOf<Name>>>({ state: 'idle' });
  const id = useRef<string | null>(null);
  const early = useRef<JobEvent[]>([]);
  const done = useRef(onDone);
  done.current = onDone;

  const hear = useCallback((event: JobEvent) => {
    if (id.current === null) {
      early.current.push(event);
      return;
    }
    if (jobOf(event) !== id.current) return;
    if (event.state === 'running') {
      setJob((old) => ({
        state: 'running',
        progress: event.value,
        cancelling: old.state === 'running' && old.cancelling,
      }));
    } else if (event.state === 'failed') {
      setJob({ state: 'failed', error: new CallError(event.value.error) });
    } else {
      const output = event.value.output as OutputOf<Name>;
      setJob({ state: 'done', output });
      done.current?.(output);
    }
  }, []);

  useEffect(() => platform().on('progress', (event) => hear(event as JobEvent)), [hear]);

  const start = useCallback(
    (input: InputOf<Name>) => {
      id.current = null;
      early.current = [];
      setJob({ state: 'running', progress: null, cancelling: false });
      platform()
        .job.start(name, input)
        .then((started) => {
          id.current = started;
          for (const event of early.current.splice(0)) hear(event);
        })
        .catch((thrown: unknown) => setJob({ state: 'failed', error: asCallError(thrown) }));
    },
    [name, hear],
  );

  const cancel = useCallback(() => {
    if (id.current === null) return;
    setJob((old) => (old.state === 'running' ? { ...old, cancelling: true } : old));
    void platform().job.cancel(id.current);
  }, []);

  const reset = useCallback(() => setJob({ state: 'idle' }), []);
  return { job, start, cancel, reset };
}
