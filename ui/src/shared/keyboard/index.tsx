import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { advance, isPlain, isTextField, MAC, strokeOf } from './stroke';

export { type ListPlace, stepList } from './list-keys';
export { isTextField, MAC, strokeOf } from './stroke';
export type { TreeRow } from './tree-keys';
export { type TreeFocus, useOpened, useTree } from './use-tree';

/** A command that a key starts. */
export interface Shortcut {
  /** Spelling of `strokeOf`, sequences separated by a space: `mod+k`, `g o`, `j`. */
  keys: string;
  /** What it does, in words, for the list of keys. Commands without words are not listed. */
  label?: string;
  run(event: KeyboardEvent): void;
  /** Also while a text field has focus; only for combinations with a modifier. */
  whileTyping?: boolean;
}

interface Register {
  add(list: readonly Shortcut[]): () => void;
  all(): readonly Shortcut[];
  subscribe(hear: () => void): () => void;
}

function makeRegister(): Register {
  const lists = new Set<readonly Shortcut[]>();
  const hearers = new Set<() => void>();
  let flat: readonly Shortcut[] = [];
  const changed = () => {
    flat = [...lists].flat();
    for (const hear of hearers) hear();
  };
  return {
    add(list) {
      lists.add(list);
      changed();
      return () => {
        lists.delete(list);
        changed();
      };
    },
    all: () => flat,
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

const Keyboard = createContext<Register | null>(null);

/** How long a started sequence waits for its next key. */
const PATIENCE = 1200;

function modalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}

/** Listens once for the whole window. `letters` turns commands of single letters on and off. */
export function KeyboardProvider({ letters, children }: { letters: boolean; children: ReactNode }) {
  const register = useMemo(makeRegister, []);
  useEffect(() => {
    let pending: string | null = null;
    let timer = 0;
    const forget = () => {
      window.clearTimeout(timer);
      pending = null;
    };
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || modalOpen()) return;
      const stroke = strokeOf(event, MAC);
      const typing = isTextField(event.target);
      if (isPlain(stroke) && (typing || (!letters && stroke !== '?'))) return;
      const commands = typing ? register.all().filter((command) => command.whileTyping) : register.all();
      const step = advance(pending, stroke, commands);
      forget();
      if (step === null) return;
      event.preventDefault();
      if ('found' in step) {
        step.found.run(event);
      } else {
        pending = step.pending;
        timer = window.setTimeout(forget, PATIENCE);
      }
    };
    window.addEventListener('keydown', hear);
    return () => {
      forget();
      window.removeEventListener('keydown', hear);
    };
  }, [register, letters]);
  return <Keyboard value={register}>{children}</Keyboard>;
}

/** Offers commands while the calling component is shown. The last one registered wins. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const register = useContext(Keyboard);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const shape = shortcuts.map((command) => `${command.keys}\u0000${command.label ?? ''}`).join('\u0001');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the list, its functions are read late
  useEffect(() => {
    if (!register || !enabled) return;
    return register.add(
      latest.current.map((command, index) => ({
        ...command,
        run: (event) => latest.current[index]?.run(event),
      })),
    );
  }, [register, enabled, shape]);
}

const NONE: readonly Shortcut[] = [];

/** Every command on offer now, for the list of keys. */
export function useAllShortcuts(): readonly Shortcut[] {
  const register = useContext(Keyboard);
  return useSyncExternalStore(register?.subscribe ?? (() => () => undefined), register?.all ?? (() => NONE));
}
