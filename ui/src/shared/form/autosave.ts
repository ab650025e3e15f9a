import { useCallback, useEffect, useRef, useState } from 'react';

/** Where a save is. */
export type SaveState =
  | { state: 'clean' }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; error: unknown };

/** Rest after the last key before a save. */
export const REST = 1500;
/** Time before a failed save is tried again. */
export const RETRY = 5000;

export interface Autosave<Patch> {
  status: SaveState;
  /** Notes changed fields; they are saved together after a rest. */
  change(patch: Patch): void;
  /** Saves at once what is waiting; call on blur and before leaving. */
  flush(): void;
}

/**
 * Saves changed fields after 1.5 s of rest or on blur, one save at a time; what changes during a save goes into the
 * next one. A failed save keeps its fields and is tried again; `refused` says that trying again cannot help.
 */
export function useAutosave<Patch extends object>(
  save: (patch: Patch) => Promise<unknown>,
  refused: (error: unknown) => boolean = () => false,
): Autosave<Patch> {
  const [status, setStatus] = useState<SaveState>({ state: 'clean' });
  const held = useRef<Patch | null>(null);
  const busy = useRef(false);
  const timer = useRef(0);
  const latest = useRef({ save, refused });
  latest.current = { save, refused };

  const run = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (busy.current || held.current === null) return;
    const patch = held.current;
    held.current = null;
    busy.current = true;
    setStatus({ state: 'saving' });
    try {
      await latest.current.save(patch);
      setStatus({ state: 'saved', at: new Date() });
    } catch (error) {
      setStatus({ state: 'failed', error });
      if (!latest.current.refused(error)) {
        held.current = { ...patch, ...(held.current as Patch | null) };
        timer.current = window.setTimeout(run, RETRY);
      }
      return;
    } finally {
      busy.current = false;
    }
    if (held.current !== null) void run();
  }, []);

  const change = useCallback(
    (patch: Patch) => {
      held.current = { ...(held.current as Patch | null), ...patch } as Patch;
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
