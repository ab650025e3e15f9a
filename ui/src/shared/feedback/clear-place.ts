/** A rectangle of the window, in pixels. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Distance from the lower edge of the window where nothing is in the way. */
export const REST = 20;
/** Room left between a toast and what it keeps clear of. */
const GAP = 8;
/** Share of the window's height that a toast rises to at most: further up it would lie on what is being read. */
const HIGHEST = 0.4;
/** From this height on a pressable box is a card: covered in part it can still be read and pressed. */
const CARD = 48;
/** Share of a card that may be covered. */
const SPARED = 0.35;

/**
 * How far above the lower edge a toast stands so that it covers nothing that can be pressed or filled in: the lowest free
 * place; where the window has none, the lowest of those that cover least. A part of a card may be covered, a button never.
 */
export function clearPlace(toast: Box, others: readonly Box[], height: number): number {
  const tall = toast.bottom - toast.top;
  const inWay = others.filter((box) => box.left < toast.right + GAP && box.right > toast.left - GAP);
  // A free place begins either at rest or just above something.
  const places = [REST, ...inWay.map((box) => height - box.top + GAP)]
    .filter((bottom) => bottom >= REST && bottom + tall <= height * HIGHEST)
    .sort((a, b) => a - b);
  const covered = (bottom: number) => {
    const [upper, lower] = [height - bottom - tall, height - bottom];
    return inWay.filter((box) => {
      const tallBox = box.bottom - box.top;
      const hidden = Math.min(box.bottom, lower) - Math.max(box.top, upper);
      if (hidden <= 0 || tallBox < CARD) return hidden > 0;
      const across = Math.min(box.right, toast.right) - Math.max(box.left, toast.left);
      return (hidden * across) / (tallBox * (box.right - box.left)) > SPARED;
    }).length;
  };
  let best = { bottom: REST, covers: covered(REST) };
  for (const bottom of places) {
    const covers = covered(bottom);
    if (covers < best.covers) best = { bottom, covers };
  }
  return best.bottom;
}

/** Rows that open something are left out: beside their words a toast hides nothing that is pressed. */
const PRESSED = 'button, a[href], input, select, textarea, summary, [role="button"], [role="option"]';

/** What can be pressed or filled in and is seen now, apart from the toast itself. */
export function pressable(toast: HTMLElement): Box[] {
  const found: Box[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(PRESSED)) {
    if (toast.contains(element)) continue;
    const box = element.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < window.innerHeight;
    if (seen) found.push(box);
  }
  return found;
}
