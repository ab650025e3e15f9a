import { useMemo } from 'react';
import type { SystemItem } from '../../api';
import { Due, Owner, Tier } from '../../shared/parts';
import { type Column, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { Screening } from './screening-tab';
import css from './system.module.css';

/** Worst first. */
const WEIGHT: Readonly<Record<string, number>> = {
  prohibited: 0,
  high: 1,
  limited: 2,
  minimal: 3,
  'out-of-scope': 4,
};

/** Columns shown until somebody chooses others: those of the usual questions, which fit beside the names. */
export const USUAL: readonly string[] = ['tier', 'review', 'status', 'owner', 'act_roles'];

/** Names of more characters need the room of the date beside a drawer, where no other column may go. */
const LONG = 44;

/** Width of a column in which no row says anything: names have better use for the room. */
const EMPTY = 96;
/** The same for tiers, which say so in two words. */
const EMPTY_TIER = 136;

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
  'restricted',
  'registration_number',
] as const;

/** Columns of the register; beside a drawer only name, tier and date stay. */
function useAllColumns(): Column<SystemItem>[] {
  const { say } = useWords();
  return useMemo(() => {
    const more = (key: (typeof MORE)[number] | 'act_roles', header: string): Column<SystemItem> => ({
      id: key,
      header,
      width: key === 'act_roles' ? 92 : 140,
      sort: (row) => row.more[key] ?? null,
      title: (row) => row.more[key],
      cell: (row) =>
        row.more[key] ? (
          <span className={css.wraps}>{row.more[key]}</span>
        ) : (
          <span className="quiet">{say('not-set')}</span>
        ),
    });
    const part = (row: SystemItem) =>
      row.parent === null ? null : `${row.parent.code ?? ''} ${row.parent.title}`.trim();
    const status = (row: SystemItem) => (row.status === null ? null : say(`system-status-${row.status}`));
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
        width: 172,
        keep: true,
        keepWidth: 172,
        sort: (row) => (row.tier === null ? null : (WEIGHT[row.tier] ?? 9)),
        cell: (row) => <Tier tier={row.tier} draft={row.draft} />,
      },
      more('act_roles', say('system-column-role')),
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
        width: 176,
        sort: status,
        title: (row) => status(row) ?? undefined,
        cell: (row) => status(row) ?? <span className="quiet">{say('not-set')}</span>,
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
      ...MORE.map((key) => more(key, say(`system-field-${key}`))),
      {
        id: 'review',
        header: say('system-column-review'),
        width: 122,
        keepWidth: 118,
        keep: true,
        align: 'end',
        sort: (row) => row.reviewDue,
        cell: (row) => <Due date={row.reviewDue} settled={row.status === 'retired'} />,
      },
    ];
  }, [say]);
}

/** Columns of the register for these rows: one that says nothing in any of them takes little room. */
export function useSystemColumns(rows: readonly SystemItem[]): Column<SystemItem>[] {
  const all = useAllColumns();
  return useMemo(
    () =>
      all.map((each) => {
        const long = each.id === 'review' && rows.some((row) => row.name.length > LONG);
        const column = long ? { ...each, keep: false } : each;
        const { width, keepWidth, sort } = column;
        if (width === undefined || !sort || rows.some((row) => sort(row) !== null)) return column;
        const most = column.id === 'tier' ? EMPTY_TIER : EMPTY;
        return { ...column, width: Math.min(width, most), keepWidth: Math.min(keepWidth ?? width, most) };
      }),
    [all, rows],
  );
}

/**
 * The chosen columns. When not all have room the last one of the usual columns goes first, then what was chosen longest
 * ago, so that a column appears when somebody asks for it. `shown` is in the order of choosing.
 */
export function chosenOf(
  columns: readonly Column<SystemItem>[],
  shown: readonly string[],
): readonly Column<SystemItem>[] {
  return columns
    .filter((column, index) => index === 0 || shown.includes(column.id))
    .map((column) => {
      const usual = USUAL.indexOf(column.id);
      const spare = usual >= 0 ? shown.length + usual : shown.length - shown.indexOf(column.id) - 1;
      return column.keep ? column : { ...column, spare };
    });
}
