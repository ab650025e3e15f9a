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
