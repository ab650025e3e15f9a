import type { TreeRow } from '../../shared/keyboard';

/** An entry of a framework as the tree needs it. */
export interface Entry {
  id: string;
  title: string;
  parent: string | null;
}

/** An entry as it is shown. */
export interface EntryRow extends Entry, TreeRow {
  /** Depth, from 1. */
  level: number;
}

/** Ids of the entries above one, from the bottom up. */
export function above(entries: readonly Entry[], id: string): string[] {
  const parents = new Map(entries.map((entry) => [entry.id, entry.parent]));
  const path: string[] = [];
  let next = parents.get(id) ?? null;
  while (next !== null && !path.includes(next)) {
    path.push(next);
    next = parents.get(next) ?? null;
  }
  return path;
}

/** Rows in the framework's order. With `hits`, only these and what they stand under, all of it open. */
export function treeRows(
  entries: readonly Entry[],
  opened: ReadonlySet<string>,
  hits: ReadonlySet<string> | null,
): EntryRow[] {
  const kept = hits === null ? null : new Set([...hits].flatMap((id) => [id, ...above(entries, id)]));
  const shown = kept === null ? entries : entries.filter((entry) => kept.has(entry.id));
  const below = new Map<string | null, Entry[]>();
  for (const entry of shown) {
    const list = below.get(entry.parent);
    if (list) list.push(entry);
    else below.set(entry.parent, [entry]);
  }
  const rows: EntryRow[] = [];
  const walk = (parent: string | null, level: number) => {
    for (const entry of below.get(parent) ?? []) {
      const inner = below.has(entry.id);
      const open = inner ? kept !== null || opened.has(entry.id) : null;
      rows.push({ ...entry, level, open });
      if (open) walk(entry.id, level + 1);
    }
  };
  walk(null, 1);
  return rows;
}
