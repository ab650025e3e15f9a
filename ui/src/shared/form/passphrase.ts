/** How well a passphrase withstands guessing: 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Fewest characters accepted; the core refuses less. */
export const SHORTEST = 10;

/** Bits of one word taken from a list of a few thousand, which is how people choose words. */
const WORD_BITS = 13;
/** Letters a word may have before more of them count on their own. */
const WORD_LENGTH = 8;

/** Signs that add something: a repeat of the one before, or the next in a run, adds nothing. */
function telling(text: string): number {
  const signs = [...text];
  return signs.filter((sign, index) => {
    const before = signs[index - 1];
    if (before === undefined) return true;
    return Math.abs((sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) > 1;
  }).length;
}

/** Bits of one run of letters, digits or other signs; letters count as a word, not as random signs. */
function bitsOf(run: string): number {
  const signs = telling(run);
  if (/^\p{L}/u.test(run)) {
    const mixed = /[A-Z]/.test(run.slice(1)) ? 1.2 : 1;
    return Math.min(signs * 3.8, WORD_BITS + Math.max(0, signs - WORD_LENGTH) * 3) * mixed;
  }
  if (/^\d/.test(run)) return signs * 2.7;
  return /^\s+$/.test(run) ? 0.5 : signs * 3.5;
}

/** A rough and cautious estimate of the work of guessing. The same word twice counts once. */
export function strengthOf(text: string): Strength {
  if ([...text].length < SHORTEST) return 0;
  const runs = text.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const words = [...new Set(runs.map((run) => run.toLowerCase().trim()))];
  const bits = words.reduce((sum, word) => {
    const run = runs.find((one) => one.toLowerCase().trim() === word) ?? '';
    return sum + bitsOf(run);
  }, 0);
  if (bits < 32) return 1;
  if (bits < 48) return 2;
  return bits < 62 ? 3 : 4;
}
