import type { CrosswalkPair } from '../../api';
import type { FilterValue } from '../../shared/table';

/** A pair with its place in the crosswalk, which names it in lists and addresses. */
export interface PairRow {
  id: string;
  place: number;
  pair: CrosswalkPair;
}

/** Rows in the order of the crosswalk. */
export function pairRows(pairs: readonly CrosswalkPair[]): PairRow[] {
  return pairs.map((pair, place) => ({ id: String(place), place, pair }));
}

/** Everything of a pair that words may be found in. */
function textOf(pair: CrosswalkPair): string {
  const { from, to } = pair;
  const parts = [from?.id, from?.title, to?.id, to?.title, pair.note, pair.source, pair.publishedAs];
  return parts.filter(Boolean).join(' ').toLocaleLowerCase();
}

/** Rows that fit the filter and hold every typed word; nothing chosen means all. */
export function fittingRows(rows: readonly PairRow[], filter: FilterValue, text: string): PairRow[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (dimension: string, value: string | null | undefined) => {
    const chosen = filter[dimension] ?? [];
    return chosen.length === 0 || chosen.includes(value ?? '');
  };
  return rows.filter(({ pair }) => {
    if (!fits('relation', pair.relation) || !fits('origin', pair.origin)) return false;
    if (!fits('fromArea', pair.from?.area) || !fits('toArea', pair.to?.area)) return false;
    if (words.length === 0) return true;
    const there = textOf(pair);
    return words.every((word) => there.includes(word));
  });
}

/** How many of the rows name a counterpart, by the areas of both ends. */
export function areaCounts(rows: readonly PairRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { pair } of rows) {
    if (!pair.from?.area || !pair.to?.area) continue;
    const key = cellKey(pair.from.area, pair.to.area);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Name of the cell of two areas. */
export function cellKey(from: string, to: string): string {
  return `${from}\u0000${to}`;
}

/** Where a key leads in a grid of cells; it stops at the edges. None when the key is not for the grid. */
export function stepCell(
  at: readonly [number, number],
  stroke: string,
  rows: number,
  columns: number,
): [number, number] | null {
  const [row, column] = at;
  const to = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
    'mod+Home': [0, 0],
    'mod+End': [rows - 1, columns - 1],
  }[stroke];
  if (!to) return null;
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most - 1);
  return [within(to[0] ?? 0, rows), within(to[1] ?? 0, columns)];
}

/** About how wide an id is drawn, in px. */
function drawn(id: string): number {
  return [...id].reduce((sum, sign) => sum + (/[.\s]/.test(sign) ? 4 : /[A-Z]/.test(sign) ? 9.4 : 7.6), 0);
}

/** Room for the longest of these ids, in px: ids of one list stand in a box of one width. */
export function idWidth(ids: readonly string[]): number {
  return Math.min(Math.max(40, ...ids.map(drawn)), 104);
}
