/** How well a passphrase withstands guessing: 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Fewest characters accepted; the core refuses less. */
export const SHORTEST = 10;

/** Different signs a guesser would have to try for each kind of character. */
const ALPHABETS: readonly [RegExp, number][] = [
  [/[a-z]/u, 26],
  [/[A-Z]/u, 26],
  [/[0-9]/u, 10],
  [/[^\p{L}0-9]/u, 20],
  [/[^\P{L}a-zA-Z]/u, 60],
];

/** Signs that add something: a repeat of the one before, or the next in a run, adds nothing. */
function telling(text: string): number {
  const signs = [...text];
  return signs.filter((sign, index) => {
    const before = signs[index - 1];
    if (before === undefined) return true;
    const step = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
    return Math.abs(step) > 1;
  }).length;
}

/** A rough and cautious estimate: telling characters times the bits each can carry. */
export function strengthOf(text: string): Strength {
  if ([...text].length < SHORTEST) return 0;
  const alphabet = ALPHABETS.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
  const varied = new Set(text.toLowerCase()).size;
  const bits = Math.min(telling(text), varied * 2.5) * Math.log2(Math.max(alphabet, 2)) * 0.8;
  if (bits < 36) return 1;
  if (bits < 52) return 2;
  return bits < 72 ? 3 : 4;
}
