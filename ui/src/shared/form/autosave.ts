import { useCallback, useEffect, useRef, useState } from 'react';
import { asCallError, type CallError } from '../../api';

/** Where a save is. */
export type SaveState =
  | { state: 'clean' }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | {
      state: 'failed';
      error: CallError;
      /** Whether it is tried again by itself. */
      again: boolean;
      /** Tries it again at once. */
      retry: () => void;
    };

/** Rest after the last key before a save. */
export const REST = 1500;
/** Time before a save that met a busy file is tried again. */
export const RETRY = 5000;

export interface Autosave<Patch> {
  status: SaveState;
  /** Notes changed fields; they are saved together after a rest. */
  change(patch: Patch): void;
  /** Saves at once what changed; call on blur and before leaving. */
  flush(): void;
}

export interface AutosaveOptions<Patch> {
  /** The fields of the patch can be saved without each other: one that is refused does not hold back the others. */
  apart?: boolean;
  /** What of a refused patch is kept for the next save; all of it unless told. */
  keep?: (patch: Patch, error: CallError) => Patch;
}

/** The patch without the fields that the error names; nothing when that is all of it or none of it. */
function withoutRefused<Patch extends object>(patch: Patch, error: CallError): Patch | null {
  const refused = new Set(error.wire.fields.map((field) => field.path));
  const rest = Object.entries(patch).filter(([key]) => !refused.has(key));
  if (rest.length === 0 || rest.length === Object.keys(patch).length) return null;
  return Object.fromEntries(rest) as Patch;
}

/**
 * Saves changed fields after 1.5 s of rest or on blur, one save at a time; what changes during a save goes into the
 * next one. What could not be saved is kept and goes along with the next change. Only a busy file is tried again by
 * itself: anything else needs somebody to do something first.
 */
export function useAutosave<Patch extends object>(
  save: (patch: Patch) => Promise<unknown>,
  options: AutosaveOptions<Patch> = {},
): Autosave<Patch> {
  const [status, setStatus] = useState<SaveState>({ state: 'clean' });
  const held = useRef<Patch | null>(null);
  // Whether something is held that this save has not been tried with.
  const untried = useRef(false);
  const busy = useRef(false);
  const timer = useRef(0);
  const latest = useRef({ save, options });
  latest.current = { save, options };

  const run = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (busy.current || held.current === null || !untried.current) return;
    const patch: Patch = held.current;
    held.current = null;
    untried.current = false;
    busy.current = true;
    setStatus({ state: 'saving' });
    const hold = (kept: Patch) => {
      held.current = { ...kept, ...(held.current as Patch | null) };
    };
    const retry = () => {
      untried.current = true;
      void run();
    };
    const fail = (error: CallError) => {
      const again = error.code === 'busy';
      untried.current ||= again;
      if (untried.current) timer.current = window.setTimeout(run, again ? RETRY : REST);
      setStatus({ state: 'failed', error, again, retry });
    };
    try {
      await latest.current.save(patch);
      setStatus({ state: 'saved', at: new Date() });
    } catch (thrown) {
      const error = asCallError(thrown);
      const { apart, keep } = latest.current.options;
      const rest = apart ? withoutRefused(patch, error) : null;
      if (rest === null) {
        hold(keep ? keep(patch, error) : patch);
        return fail(error);
      }
      const refused = Object.fromEntries(Object.entries(patch).filter(([key]) => !(key in rest))) as Patch;
      hold(keep ? keep(refused, error) : refused);
      try {
        await latest.current.save(rest);
      } catch (other) {
        hold(rest);
        return fail(asCallError(other));
      }
      return fail(error);
    } finally {
      busy.current = false;
    }
    if (held.current !== null) void run();
  }, []);

  const change = useCallback(
    (patch: Patch) => {
      held.current = { ...(held.current as Patch | null), ...patch } as Patch;
      untried.current = true;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(run, REST);
      if (!busy.current) setStatus({ state: 'waiting' });
    },
    [run],
  );

  const flush = useCallback(() => void run(), [run]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      // Leaving the screen saves what is left.
      flush();
      window.clearTimeout(timer.current);
    };
  }, [flush]);
  return { status, change, flush };
}
