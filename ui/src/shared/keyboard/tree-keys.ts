/** A row of a tree as it is shown. */
export interface TreeRow {
  id: string;
  /** The row it stands under; none at the top. */
  parent: string | null;
  /** Whether the rows below are shown; none for a row without any. */
  open: boolean | null;
  /** A heading that is only opened and closed, never chosen. */
  heading?: boolean;
}

/** What a key does in a tree. */
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
      return row.heading ? { toggle: row.id } : { choose: row.id };
    default:
      return null;
  }
}
