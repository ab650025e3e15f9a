import type { ActionStatus, ActionView } from '../../api';
import type { FilterValue } from '../../shared/table';

export const ACTION_STATUSES: readonly ActionStatus[] = [
  'open',
  'in-progress',
  'done',
  'verified',
  'dropped',
];

/** Whether it still has to be done. */
export function isOpen({ status }: ActionView): boolean {
  return status === 'open' || status === 'in-progress';
}

/** Actions that fit; open ones first, the earliest due before the others, without a date last. */
export function shownOf(
  actions: readonly ActionView[],
  filter: FilterValue,
  text: string,
  nobody: string,
): readonly ActionView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (id: string, value: string) => {
    const chosen = filter[id] ?? [];
    return chosen.length === 0 || chosen.includes(value);
  };
  const key = (action: ActionView) =>
    `${isOpen(action) ? 0 : 1} ${isOpen(action) ? (action.due ?? '9999') : ''} ${action.code}`;
  return actions
    .filter((action) => {
      const source = action.source ? `${action.source.code ?? ''} ${action.source.title}` : '';
      const line = `${action.code} ${action.title} ${action.owner?.name ?? ''} ${source}`.toLowerCase();
      return (
        fits('status', action.status) &&
        fits('owner', action.owner?.name ?? nobody) &&
        fits('late', action.daysLate === null ? 'in-time' : 'late') &&
        words.every((word) => line.includes(word))
      );
    })
    .sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }));
}
