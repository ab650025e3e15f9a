/** How well words fit what was typed: every typed word must begin a word of the text; earlier is better. None: no fit. */
export function fitness(typed: string, text: string): number | null {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const there = text.toLocaleLowerCase().split(/[\s,()/-]+/);
  let score = 0;
  for (const word of wanted) {
    const at = there.findIndex((candidate) => candidate.startsWith(word));
    if (at < 0) return null;
    score += at;
  }
  return score;
}

/** Fitting items, best first; the order given breaks ties. */
export function rank<Item extends { label: string; hint?: string; words?: string }>(
  typed: string,
  items: readonly Item[],
): Item[] {
  return items
    .map((item, order) => ({
      item,
      order,
      score: fitness(typed, `${item.label} ${item.hint ?? ''} ${item.words ?? ''}`),
    }))
    .filter((row): row is typeof row & { score: number } => row.score !== null)
    .sort((a, b) => a.score - b.score || a.order - b.order)
    .map((row) => row.item);
}
