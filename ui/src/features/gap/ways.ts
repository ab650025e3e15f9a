import type { FiguresView, GapItem, GapView } from '../../api';

/** How the lines are gathered in the tree. */
export type Way = 'clause' | 'owner';

/**
 * What can be asked for: not assessed, blocking, judged only quickly, given before and not to be given today, or what an
 * auditor of a stage would stop at.
 */
export const FILTERS = ['open', 'blocks', 'quick', 'again', 'stage1', 'stage2'] as const;
export type FilterKey = (typeof FILTERS)[number];

/** What is asked for; nothing shows every line. */
export type LineFilter = ReadonlySet<FilterKey>;

const TESTS: Readonly<Record<FilterKey, (item: GapItem) => boolean>> = {
  open: (item) => item.conformity === null,
  blocks: (item) => item.grade === 'blocks-certification',
  quick: (item) => item.pass === 'quick',
  again: (item) => item.lookAgain,
  stage1: (item) => item.stageOne.length > 0,
  stage2: (item) => item.stageTwo,
};

/** The filter as the address keeps it. */
export function readFilter(text: string | null): LineFilter {
  const asked = text?.split('.') ?? [];
  return new Set(FILTERS.filter((key) => asked.includes(key)));
}

/** The filter with one key more or less, as the address keeps it. */
export function toggled(filter: LineFilter, key: FilterKey): string | null {
  return FILTERS.filter((one) => filter.has(one) !== (one === key)).join('.') || null;
}

/** Lines that count and that a key asks for. */
export function asked(items: readonly GapItem[], key: FilterKey): number {
  return items.filter((item) => !item.excluded && TESTS[key](item)).length;
}

/** What is finished at the end of a pass and what is left, in the order of the standard; excluded lines do not count. */
export function passEnd(items: readonly GapItem[]) {
  const counted = items.filter((item) => !item.excluded);
  const open = counted.filter(TESTS.open);
  return {
    all: counted.length,
    assessed: counted.length - open.length,
    open,
    quick: counted.filter((item) => !TESTS.open(item) && TESTS.quick(item)),
  };
}

/** A branch of the tree. */
export interface Branch {
  id: string;
  /** Shown before the title: the clause; none for a person. */
  ref: string | null;
  title: string;
  lines: readonly GapItem[];
  /** Lines that are assessed and lines that count, the filter aside. */
  assessed: number;
  applicable: number;
  /** Of a clause or an area; people have no conformity of their own. */
  figures: FiguresView | null;
}

/** Lines of nobody. */
export const NOBODY = 'nobody';

/** Whether a line is shown. Several filters together show what waits for any of the reasons. */
export function shows(item: GapItem, filter: LineFilter): boolean {
  if (filter.size === 0) return true;
  return !item.excluded && [...filter].some((key) => TESTS[key](item));
}

/** Clauses or areas with their lines; those that the filter empties are left out. */
export function byClause(view: GapView, control: boolean, filter: LineFilter): Branch[] {
  return view.groups
    .filter((group) => group.control === control)
    .map((group) => ({
      id: group.id,
      ref: group.id,
      title: group.title,
      lines: view.items.filter((item) => item.group === group.id && shows(item, filter)),
      assessed: group.figures.assessed,
      applicable: group.figures.applicable,
      figures: group.figures,
    }))
    .filter((branch) => branch.lines.length > 0);
}

/** People with the lines they have to answer, by name; what nobody owns comes last. */
export function byOwner(view: GapView, nobody: string, filter: LineFilter): Branch[] {
  const people = new Map<string, GapItem[]>();
  for (const item of view.items) {
    const key = item.owner?.id ?? NOBODY;
    people.set(key, [...(people.get(key) ?? []), item]);
  }
  return [...people]
    .map(([id, items]) => {
      const counted = items.filter((item) => !item.excluded);
      return {
        id,
        ref: null,
        title: items[0]?.owner?.name ?? nobody,
        lines: items.filter((item) => shows(item, filter)),
        assessed: counted.filter((item) => item.conformity !== null).length,
        applicable: counted.length,
        figures: null,
      };
    })
    .filter((branch) => branch.lines.length > 0)
    .sort((a, b) => Number(a.id === NOBODY) - Number(b.id === NOBODY) || a.title.localeCompare(b.title));
}

/** The lines of nobody by the role that usually owns them, most lines first. */
export function unowned(view: GapView): { role: string | null; lines: GapItem[] }[] {
  const roles = new Map<string | null, GapItem[]>();
  for (const item of view.items) {
    if (item.owner !== null || item.excluded) continue;
    roles.set(item.usualOwner, [...(roles.get(item.usualOwner) ?? []), item]);
  }
  return [...roles].map(([role, lines]) => ({ role, lines })).sort((a, b) => b.lines.length - a.lines.length);
}
