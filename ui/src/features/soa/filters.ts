import { useMemo } from 'react';
import type { SoaArea, SoaItem } from '../../api';
import type { FilterDimension, FilterValue } from '../../shared/table';
import { useWords } from '../../shared/words';

const DECISIONS: readonly SoaItem['decision'][] = ['included', 'excluded', 'not-decided'];
const WEIGHTS: readonly SoaItem['weight'][] = ['stop', 'attention', 'met'];

/** What the rows can be filtered by. */
export function useSoaFilters(areas: readonly SoaArea[]): FilterDimension[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'area',
        label: say('soa-area'),
        options: areas.map((area) => ({ value: area.id, label: `${area.id} ${area.title}` })),
      },
      {
        id: 'decision',
        label: say('soa-report-decision'),
        options: DECISIONS.map((word) => ({ value: word, label: say(`soa-decision-${word}`) })),
      },
      {
        id: 'weight',
        label: say('soa-checks'),
        options: WEIGHTS.map((word) => ({ value: word, label: say(`soa-weight-${word}`) })),
      },
    ],
    [areas, say],
  );
}

/** Whether a row is shown under the chosen filters. */
export function fits(item: SoaItem, filter: FilterValue, text: string): boolean {
  const chosen = (id: string, value: string) => {
    const values = filter[id] ?? [];
    return values.length === 0 || values.includes(value);
  };
  const wanted = text.trim().toLowerCase();
  return (
    chosen('area', item.area) &&
    chosen('decision', item.decision) &&
    chosen('weight', item.weight) &&
    (wanted === '' || `${item.control} ${item.title} ${item.justification}`.toLowerCase().includes(wanted))
  );
}
