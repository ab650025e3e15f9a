import { useMemo } from 'react';
import type { SystemListInput, SystemScope } from '../../api';
import type { FilterDimension, FilterValue } from '../../shared/table';
import { useWords } from '../../shared/words';

const STATUS = [
  'idea',
  'design-and-development',
  'verification-and-validation',
  'pilot',
  'in-use',
  'suspended',
  'retired',
  'unknown',
];
const SCOPE: readonly SystemScope[] = ['in', 'out', 'not-decided'];
const TIER = ['prohibited', 'high', 'limited', 'minimal', 'out-of-scope', 'not-classified'];

/** What the register can be filtered by. */
export function useSystemFilters(): FilterDimension[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'tier',
        label: say('system-column-tier'),
        options: TIER.map((word) => ({
          value: word,
          label: say(`tier-${word}`),
        })),
      },
      {
        id: 'status',
        label: say('system-column-status'),
        options: STATUS.map((word) => ({ value: word, label: say(`system-status-${word}`) })),
      },
      {
        id: 'scope',
        label: say('system-column-scope'),
        options: SCOPE.map((word) => ({ value: word, label: say(`system-scope-${word}`) })),
      },
    ],
    [say],
  );
}

/** The core's question for the chosen filters. */
export function listInput(text: string, filter: FilterValue): SystemListInput {
  const scope = filter.scope ?? [];
  return {
    text: text.trim() === '' ? null : text.trim(),
    status: [...(filter.status ?? [])],
    scope: SCOPE.filter((word) => scope.includes(word)),
    tier: [...(filter.tier ?? [])],
    owner: null,
    sort: 'code',
    descending: false,
    offset: 0,
    limit: 0,
  };
}
