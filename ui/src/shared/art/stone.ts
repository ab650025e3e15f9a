/** Outline of one stone: broad, flatter below than above, leaning a little so that no two look stamped. */
export function stonePath(centre: number, base: number, width: number, height: number, lean = 0): string {
  const half = width / 2;
  const top = height * 0.53;
  const below = height * 0.47;
  const apex = half + lean * width;
  const rest = width - apex;
  const n = (value: number) => Number(value.toFixed(2));
  return [
    `M${n(centre - half)} ${n(base - below)}`,
    `c0 ${n(-top * 0.58)} ${n(apex * 0.36)} ${n(-top)} ${n(apex)} ${n(-top)}`,
    `c${n(rest * 0.6)} 0 ${n(rest)} ${n(top * 0.44)} ${n(rest)} ${n(top)}`,
    `c0 ${n(below * 0.68)} ${n(-rest * 0.42)} ${n(below)} ${n(-rest)} ${n(below)}`,
    `c${n(-apex * 0.62)} 0 ${n(-apex)} ${n(-below * 0.3)} ${n(-apex)} ${n(-below)}z`,
  ].join('');
}

/** A smooth line through points, for contours and trails. */
export function smoothPath(points: readonly (readonly [number, number])[]): string {
  const n = (value: number) => Number(value.toFixed(1));
  const at = (index: number) => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  const [x0, y0] = at(0);
  let path = `M${n(x0)} ${n(y0)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const c1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const c2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    path += `C${n(c1[0])} ${n(c1[1])} ${n(c2[0])} ${n(c2[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return path;
}

/** How far one step of a phase is. */
export type StoneState = 'set' | 'progress' | 'open';

/** Sideways offsets and leans that make a pile look laid by hand. */
const OFFSETS = [0, -0.035, 0.03, -0.02, 0.025, -0.015];
const LEANS = [0.03, -0.05, 0.04, -0.02, 0.05, -0.04];

/** One stone of a pile, ready to draw. */
export interface PlacedStone {
  path: string;
  state: StoneState;
  /** Share of the accent that is left after mixing with the surface, in per cent. */
  tone: number;
}

/** Lays stones from below, each smaller than the one it rests on. */
export function pile(
  states: readonly StoneState[],
  centre: number,
  base: number,
  width: number,
  height: number,
): PlacedStone[] {
  const count = Math.max(states.length, 3);
  let floor = base;
  return states.map((state, index) => {
    const shrink = index / count;
    const wide = width * (1 - 0.76 * shrink);
    const high = height * (1 - 0.45 * shrink);
    const x = centre + (OFFSETS[index % OFFSETS.length] ?? 0) * width;
    const path = stonePath(x, floor, wide, high, LEANS[index % LEANS.length] ?? 0);
    floor -= high * 0.94;
    return { path, state, tone: Math.round(100 - shrink * 46) };
  });
}
