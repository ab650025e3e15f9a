import { useMemo } from 'react';
import type { SystemItem } from '../../api';
import { Due, Owner, Tier } from '../../shared/parts';
import { type Column, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { Screening } from './screening-tab';

/** Worst first. */
const WEIGHT: Readonly<Record<string, number>> = {
  prohibited: 0,
  high: 1,
  limited: 2,
  minimal: 3,
  'out-of-scope': 4,
};

/** Columns shown until somebody chooses others. */
export const USUAL: readonly string[] = ['tier', 'status', 'owner', 'supplier', 'review'];

/** Fields that have a column of their own beside the usual ones; the core says them in words. */
const MORE = [
  'version',
  'technical_owner',
  'in_use_since',
  'autonomy',
  'origin',
  'model',
  'platform',
  'hosting',
  'personal_data',
  'iso_roles',
  'act_roles',
  'restricted',
  'registration_number',
] as const;

/** Columns of the register; beside a drawer only name, tier and date stay. */
export function useSystemColumns(): Column<SystemItem>[] {
  const { say } = useWords();
  return useMemo(() => {
    const more = (key: (typeof MORE)[number]): Column<SystemItem> => ({
      id: key,
      header: say(`system-field-${key}`),
      width: 140,
      sort: (row) => row.more[key] ?? null,
      title: (row) => row.more[key],
      cell: (row) => row.more[key] ?? <span className="quiet">{say('not-set')}</span>,
    });
    const part = (row: SystemItem) =>
      row.parent === null ? null : `${row.parent.code ?? ''} ${row.parent.title}`.trim();
    const status = (row: SystemItem) => say(`system-status-${row.status ?? 'unknown'}`);
    return [
      {
        id: 'name',
        header: say('system-column-name'),
        keep: true,
        sort: (row) => row.code,
        title: (row) => row.name,
        cell: (row) => <IdName id={row.code} name={row.name} />,
      },
      {
        id: 'tier',
        header: say('system-column-tier'),
        width: 176,
        keep: true,
        keepWidth: 168,
        sort: (row) => (row.tier === null ? null : (WEIGHT[row.tier] ?? 9)),
        cell: (row) => <Tier tier={row.tier} draft={row.draft} />,
      },
      {
        id: 'screening',
        header: say('system-column-screening'),
        width: 120,
        sort: (row) => (row.screening === null ? null : { high: 0, medium: 1, low: 2 }[row.screening]),
        cell: (row) => <Screening level={row.screening} />,
      },
      {
        id: 'status',
        header: say('system-column-status'),
        width: 124,
        sort: status,
        title: status,
        cell: (row) => (row.status === null ? <span className="quiet">{status(row)}</span> : status(row)),
      },
      {
        id: 'scope',
        header: say('system-column-scope'),
        width: 120,
        sort: (row) => row.scope,
        cell: (row) => say(`system-scope-${row.scope}`),
      },
      {
        id: 'owner',
        header: say('system-column-owner'),
        width: 172,
        sort: (row) => row.owner?.name ?? null,
        cell: (row) => <Owner name={row.owner?.name ?? null} />,
      },
      {
        id: 'supplier',
        header: say('system-column-supplier'),
        width: 150,
        sort: (row) => row.supplier,
        title: (row) => row.supplier ?? undefined,
        cell: (row) => row.supplier ?? <span className="quiet">{say('not-set')}</span>,
      },
      {
        id: 'department',
        header: say('system-field-department'),
        width: 140,
        sort: (row) => row.department,
        title: (row) => row.department ?? undefined,
        cell: (row) => row.department ?? <span className="quiet">{say('not-set')}</span>,
      },
      {
        id: 'parent',
        header: say('system-field-parent'),
        width: 160,
        sort: part,
        title: (row) => part(row) ?? undefined,
        cell: (row) => part(row) ?? <span className="quiet">{say('not-set')}</span>,
      },
      ...MORE.map(more),
      {
        id: 'review',
        header: say('system-column-review'),
        width: 124,
        keepWidth: 118,
        keep: true,
        align: 'end',
        sort: (row) => row.reviewDue,
        cell: (row) => <Due date={row.reviewDue} settled={row.status === 'retired'} />,
      },
    ];
  }, [say]);
}
