import { useMemo } from 'react';
import type { ClassificationItem } from '../../api';
import { Due, Owner, Status, Tier } from '../../shared/parts';
import { type Column, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';

/** Where a system stands on its way to a signed decision. */
function Standing({ item }: { item: ClassificationItem }) {
  const { say } = useWords();
  if (item.standing === 'draft') {
    const open = item.missing ?? 0;
    return open === 0 ? (
      <Status kind="waiting">{say('classification-ready')}</Status>
    ) : (
      <Status kind="half">{say('classification-missing', { count: open })}</Status>
    );
  }
  if (item.standing === 'open') return <Status kind="open">{say('classification-standing-open')}</Status>;
  if (item.changed) return <Status kind="attention">{say('classification-system-changed')}</Status>;
  if (item.reviewDue) return <Status kind="attention">{say('classification-mark-review-due')}</Status>;
  if (item.outdated) return <Status kind="info">{say('classification-outdated')}</Status>;
  return <Status kind="done">{say('classification-standing-decided')}</Status>;
}

/** Columns of the queue. */
export function useClassificationColumns(
  tiers: Readonly<Record<string, string>>,
): Column<ClassificationItem>[] {
  const { say, date } = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('classification-column-system'),
        sort: (row) => row.code,
        title: (row) => row.name,
        cell: (row) => <IdName id={row.code} name={row.name} />,
      },
      {
        id: 'standing',
        header: say('classification-column-standing'),
        width: 204,
        sort: (row) => `${row.standing} ${String(row.missing ?? 0).padStart(3, '0')}`,
        cell: (row) => <Standing item={row} />,
      },
      {
        id: 'tier',
        header: say('classification-column-tier'),
        width: 168,
        sort: (row) => row.tier,
        cell: (row) => <Tier tier={row.tier} label={row.tier === null ? undefined : tiers[row.tier]} />,
      },
      {
        id: 'screening',
        header: say('system-column-screening'),
        width: 104,
        sort: (row) => row.screening,
        cell: (row) => row.screening && say(`screening-level-${row.screening}`),
      },
      {
        id: 'by',
        header: say('classification-column-by'),
        width: 176,
        sort: (row) => row.decidedBy?.name ?? null,
        cell: (row) => row.decidedBy && <Owner name={row.decidedBy.name} />,
      },
      {
        id: 'at',
        header: say('classification-column-at'),
        width: 112,
        align: 'end',
        sort: (row) => row.decidedAt,
        cell: (row) => row.decidedAt && date(row.decidedAt),
      },
      {
        id: 'review',
        header: say('classification-column-review'),
        width: 120,
        align: 'end',
        sort: (row) => row.reviewOn,
        cell: (row) => row.decidedAt && <Due date={row.reviewOn} />,
      },
    ],
    [say, date, tiers],
  );
}
