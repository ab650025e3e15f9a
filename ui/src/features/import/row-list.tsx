import { useState } from 'react';
import { type ImportRow, type ImportView, usePages } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Status, type StatusKind } from '../../shared/parts';
import { type Column, DataTable, Filters, type FilterValue, Name } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './import.module.css';
import { RowLook } from './row-look';
import type { ImportActs } from './use-import';

const OUTCOMES: readonly ImportRow['outcome'][] = ['create', 'update', 'unchanged', 'skip', 'stop'];
const PROBLEMS = 'problems';
const KINDS: Record<ImportRow['outcome'], StatusKind> = {
  create: 'done',
  update: 'info',
  unchanged: 'excluded',
  skip: 'excluded',
  stop: 'blocked',
};

function useRowColumns(): Column<ImportRow>[] {
  const { say } = useWords();
  return [
    { id: 'row', header: say('import-row'), cell: (row) => row.row, width: 70, align: 'end' },
    {
      id: 'name',
      header: say('system-field-name'),
      cell: (row) => <Name>{row.name}</Name>,
      title: (row) => row.name,
      keep: true,
    },
    { id: 'code', header: say('import-is'), cell: (row) => row.code ?? row.likely?.code ?? '', width: 90 },
    {
      id: 'outcome',
      header: say('import-result'),
      cell: (row) => (
        <Status kind={row.problems > 0 ? 'attention' : KINDS[row.outcome]}>
          {say(`import-outcome-${row.outcome}`, { fields: row.fields })}
          {row.problems > 0 && ` · ${say('import-step-problems', { count: row.problems })}`}
          {row.kept > 0 && ` · ${say('import-kept', { count: row.kept })}`}
        </Status>
      ),
      width: 230,
    },
  ];
}

/** Every row with what would become of it, those with problems first; opening one shows what it changes. */
export function RowList({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const columns = useRowColumns();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<FilterValue>({});
  const [look, setLook] = useState<number | null>(null);
  const chosen = filter.show ?? [];
  const outcome = chosen.find((word) => word !== PROBLEMS) ?? null;
  const pages = usePages(
    'import.rows',
    { id: view.id, outcome, text: text === '' ? null : text, problems: chosen.includes(PROBLEMS) },
    (page) => page.rows.length,
  );
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = pages.data?.pages[0]?.found ?? 0;
  const dimension = {
    id: 'show',
    label: say('import-show'),
    options: [
      { value: PROBLEMS, label: say('import-show-problems') },
      ...OUTCOMES.map((word) => ({ value: word, label: say(`import-show-${word}`) })),
    ],
  };
  return (
    <section aria-label={say('import-dry-run')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('import-dry-run')}</h2>
        <span className="caption">{say('import-found', { found, of: view.counts.rows })}</span>
      </div>
      <div className={css.find}>
        <Filters
          dimensions={[dimension]}
          value={filter}
          // One outcome at a time; the last choice counts.
          onChange={(next) => setFilter({ show: (next.show ?? []).slice(-1) })}
          text={text}
          onText={setText}
          findLabel={say('import-find-row')}
        />
      </div>
      {pages.error && <ErrorPanel error={pages.error} />}
      {pages.isPending && <Skeleton rows={8} />}
      {pages.data && rows.length === 0 && <EmptyState>{say('import-no-rows')}</EmptyState>}
      {rows.length > 0 && (
        <div className={css.rows} style={{ '--rows': Math.min(rows.length, 12) } as React.CSSProperties}>
          <DataTable
            label={say('import-dry-run')}
            rows={rows}
            columns={columns}
            rowId={(row) => String(row.row)}
            rowName={(row) => row.name}
            onOpen={(row) => setLook(row.row)}
            onEnd={() => {
              if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
            }}
          />
        </div>
      )}
      {look !== null && <RowLook id={view.id} row={look} acts={acts} onClose={() => setLook(null)} />}
    </section>
  );
}
