/** An entry of a framework as the tree needs it. */
export interface Entry {
  id: string;
  title: string;
  parent: string | null;
}

/** A row of the tree as it is shown. */
export interface TreeRow extends Entry {
  /** Depth, from 1. */
  level: number;
  /** Whether the entries below are shown; none for an entry without any. */
  open: boolean | null;
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
): TreeRow[] {
  const kept = hits === null ? null : new Set([...hits].flatMap((id) => [id, ...above(entries, id)]));
  const shown = kept === null ? entries : entries.filter((entry) => kept.has(entry.id));
  const below = new Map<string | null, Entry[]>();
  for (const entry of shown) {
    const list = below.get(entry.parent);
    if (list) list.push(entry);
    else below.set(entry.parent, [entry]);
  }
  const rows: TreeRow[] = [];
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

/** What a key does in the tree. */
export type TreeStep = { focus: string } | { toggle: string } | { choose: string };

/** The keyboard of a tree: up and down move, right opens or enters, left closes or leaves, Enter chooses. */
export function stepTree(rows: readonly TreeRow[], at: string, stroke: string): TreeStep | null {
  const index = rows.findIndex((row) => row.id === at);
  const row = rows[index];
  if (!row) return null;
  const focus = (to: TreeRow | undefined) => (to ? { focus: to.id } : null);
  switch (stroke) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (row.open === null) return null;
      return row.open ? focus(rows[index + 1]) : { toggle: row.id };
    case 'ArrowLeft':
      if (row.open) return { toggle: row.id };
      return row.parent === null ? null : { focus: row.parent };
    case 'Enter':
    case 'Space':
      return { choose: row.id };
    default:
      return null;
  }
}
