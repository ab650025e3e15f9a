import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { strokeOf } from './stroke';
import { stepTree, type TreeRow } from './tree-keys';

/** Rows of a tree that are open, and how to open or close one. */
export function useOpened() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) =>
      setOpened((old) => {
        const next = new Set(old);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  return { opened, setOpened, toggle };
}

/** Where the focus is in a tree. */
export interface TreeFocus {
  /** Goes onto the element with the role `tree`; its rows carry `data-row`. */
  tree: RefObject<HTMLDivElement | null>;
  /** The one row that Tab stops at. */
  stop: string | undefined;
  /** Moves the focus to a row. */
  focus(row: string): void;
  /** Notes that a row was pressed. */
  press(row: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One tab stop for a whole tree, its keys, and the chosen row kept in sight. */
export function useTree({
  rows,
  current,
  onToggle,
  onChoose,
}: {
  rows: readonly TreeRow[];
  /** The row at hand. */
  current: string | null;
  onToggle: (row: string) => void;
  onChoose: (row: string) => void;
}): TreeFocus {
  const tree = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row at hand is kept in sight once it is there
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, rows.length]);
  const shown = new Set(rows.map((row) => row.id));
  const stop = [focused, current].find((one) => one !== null && shown.has(one)) ?? rows[0]?.id;
  const focus = (row: string) => {
    setFocused(row);
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stop === undefined ? null : stepTree(rows, stop, strokeOf(event.nativeEvent, false));
    if (step === null) return;
    event.preventDefault();
    if ('focus' in step) focus(step.focus);
    else if ('toggle' in step) onToggle(step.toggle);
    else onChoose(step.choose);
  };
  return { tree, stop, focus, press: setFocused, onKeyDown };
}
