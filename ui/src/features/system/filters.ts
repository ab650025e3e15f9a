import { useMemo } from 'react';
import { type SystemListInput, type SystemScope, useRead } from '../../api';
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
];
/** Asks for systems without a stage. */
const NO_STAGE = 'unknown';
const SCOPE: readonly SystemScope[] = ['in', 'out', 'not-decided'];
const LEVELS = ['high', 'medium', 'low'];
/** Stands for an empty field: an option cannot be empty itself. */
const NONE = 'none:';
const TIER = ['prohibited', 'high', 'limited', 'minimal', 'out-of-scope', 'not-classified'];

/** What the register can be filtered by. */
export function useSystemFilters(): FilterDimension[] {
  const { say } = useWords();
  const choices = useRead('system.choices', {}, { keep: true }).data;
  const members = useRead('member.list', {}, { keep: true }).data;
  return useMemo(() => {
    const none = { value: NONE, label: say('not-set') };
    const named = (words: readonly string[]) => [
      ...words.map((word) => ({ value: word, label: word })),
      none,
    ];
    const all = [
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
        options: [
          ...STATUS.map((word) => ({ value: word, label: say(`system-status-${word}`) })),
          { value: NO_STAGE, label: say('not-set') },
        ],
      },
      {
        id: 'scope',
        label: say('system-column-scope'),
        options: SCOPE.map((word) => ({ value: word, label: say(`system-scope-${word}`) })),
      },
      {
        id: 'owner',
        label: say('system-column-owner'),
        options: [...(members ?? []).map((member) => ({ value: member.id, label: member.name })), none],
      },
      {
        id: 'screening',
        label: say('system-column-screening'),
        options: [
          ...LEVELS.map((word) => ({ value: word, label: say(`screening-level-${word}`) })),
          { value: NONE, label: say('screening-none') },
        ],
      },
      { id: 'supplier', label: say('system-column-supplier'), options: named(choices?.suppliers ?? []) },
      {
        id: 'department',
        label: say('system-field-department'),
        options: named(choices?.departments ?? []),
      },
      {
        id: 'parent',
        label: say('system-field-parent'),
        single: true,
        options: (choices?.wholes ?? []).map((whole) => ({
          value: whole.id,
          label: `${whole.code ?? ''} ${whole.title}`.trim(),
        })),
      },
    ];
    return all.filter((dimension) => dimension.options.length > 0);
  }, [say, choices, members]);
}

/** Chosen values as the core keeps them: nothing is an empty text. */
function stored(chosen: readonly string[] | undefined): string[] {
  return (chosen ?? []).map((value) => (value === NONE ? '' : value));
}

/** The core's question for the chosen filters. */
export function listInput(text: string, filter: FilterValue): SystemListInput {
  const scope = filter.scope ?? [];
  return {
    text: text.trim() === '' ? null : text.trim(),
    status: [...(filter.status ?? [])],
    scope: SCOPE.filter((word) => scope.includes(word)),
    tier: [...(filter.tier ?? [])],
    owner: stored(filter.owner),
    supplier: stored(filter.supplier),
    department: stored(filter.department),
    screening: stored(filter.screening),
    parent: filter.parent?.[0] ?? null,
    sort: 'code',
    descending: false,
    offset: 0,
    limit: 0,
  };
}
