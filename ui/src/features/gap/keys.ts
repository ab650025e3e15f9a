import type { Answer, Conformity } from '../../api';
import { ANSWERS, CONFORMITIES } from './scale';

/** The letter that gives each answer. */
export const ANSWER_KEYS: Readonly<Record<Answer, string>> = {
  yes: 'y',
  'in-part': 'p',
  no: 'n',
  'not-sure': 'u',
};

/** The answer that a letter gives. */
export function answerOf(stroke: string): Answer | null {
  return ANSWERS.find((answer) => ANSWER_KEYS[answer] === stroke) ?? null;
}

/** The conformity that a digit gives. */
export function conformityOf(stroke: string): Conformity | null {
  return /^[0-3]$/.test(stroke) ? (CONFORMITIES[Number(stroke)] ?? null) : null;
}

/** Where a key leads in the list of must-items; it stops at both ends. None when the key is not for the list. */
export function stepItems(stroke: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[stroke];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

/** A row of the tree as it is shown: a group, or a line below an open group. */
export interface TreeRow {
  id: string;
  /** The group of a line; none for a group. */
  parent: string | null;
  /** Whether a group shows its lines. */
  open: boolean;
}

/** What a key does in the tree. */
export type TreeStep = { focus: string } | { toggle: string } | { choose: string };

/** The keyboard of the tree: up and down move, right opens or enters a group, left closes or leaves it, Enter chooses. */
export function stepTree(rows: readonly TreeRow[], at: string, stroke: string): TreeStep | null {
  const index = rows.findIndex((row) => row.id === at);
  const row = rows[index];
  if (!row) return null;
  const isGroup = row.parent === null;
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
      if (!isGroup) return null;
      return row.open ? focus(rows[index + 1]) : { toggle: row.id };
    case 'ArrowLeft':
      if (row.parent !== null) return { focus: row.parent };
      return row.open ? { toggle: row.id } : null;
    case 'Enter':
    case 'Space':
      return isGroup ? { toggle: row.id } : { choose: row.id };
    default:
      return null;
  }
}

/** Where an arrow leads on the heat map, whose rows differ in length. None when it stays. */
export function stepTiles(rows: readonly (readonly string[])[], at: string, stroke: string): string | null {
  const y = rows.findIndex((row) => row.includes(at));
  const row = rows[y];
  if (!row) return null;
  const x = row.indexOf(at);
  const beside = (other: readonly string[] | undefined) => other?.[Math.min(x, other.length - 1)] ?? null;
  switch (stroke) {
    case 'ArrowRight':
      return row[x + 1] ?? null;
    case 'ArrowLeft':
      return row[x - 1] ?? null;
    case 'ArrowDown':
      return beside(rows[y + 1]);
    case 'ArrowUp':
      return beside(rows[y - 1]);
    case 'Home':
      return row[0] ?? null;
    case 'End':
      return row.at(-1) ?? null;
    default:
      return null;
  }
}
