/** Where the keyboard is in a list, and what is selected. Positions count the shown rows from 0. */
export interface ListPlace {
  at: number;
  anchor: number;
  selected: ReadonlySet<number>;
}

/** What a key did to a list. */
export interface ListStep {
  place: ListPlace;
  /** Position of the row to open. */
  open?: number;
}

const PAGE = 12;

function target(stroke: string, at: number, last: number): number | null {
  switch (stroke) {
    case 'ArrowDown':
    case 'shift+ArrowDown':
    case 'j':
      return at + 1;
    case 'ArrowUp':
    case 'shift+ArrowUp':
    case 'k':
      return at - 1;
    case 'PageDown':
      return at + PAGE;
    case 'PageUp':
      return at - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function range(from: number, to: number): Set<number> {
  const [low, high] = from < to ? [from, to] : [to, from];
  return new Set(Array.from({ length: high - low + 1 }, (_, index) => low + index));
}

/** The keyboard of every list: arrows or J and K move, Enter opens, Space selects, Shift+arrow extends, Ctrl+A takes all. */
export function stepList(
  place: ListPlace,
  stroke: string,
  count: number,
  selectable: boolean,
): ListStep | null {
  if (count === 0) return null;
  const last = count - 1;
  const at = Math.min(Math.max(place.at, -1), last);
  const to = target(stroke, at, last);
  if (to !== null) {
    const next = Math.min(Math.max(to, 0), last);
    if (!stroke.startsWith('shift')) return { place: { ...place, at: next, anchor: next } };
    if (!selectable) return { place: { ...place, at: next } };
    const anchor = place.anchor < 0 ? at : place.anchor;
    return { place: { at: next, anchor, selected: range(Math.max(anchor, 0), next) } };
  }
  if (stroke === 'Enter') return at < 0 ? null : { place: { ...place, at }, open: at };
  if (!selectable) return null;
  if (stroke === 'Space' && at >= 0) {
    const selected = new Set(place.selected);
    if (!selected.delete(at)) selected.add(at);
    return { place: { at, anchor: at, selected } };
  }
  if (stroke === 'mod+a') {
    const all = place.selected.size === count ? new Set<number>() : range(0, last);
    return { place: { ...place, at, selected: all } };
  }
  return null;
}
