import { useState } from 'react';
import { type ImportGroup, type ImportProblemItem, usePages } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Button, Segmented } from '../../shared/parts';
import { type Column, DataTable, Filters } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './import.module.css';
import type { ImportActs } from './use-import';

/** Shorter lists need no search. */
const FEW = 8;

/** Whose value stays in one cell, with all three values. */
function Conflict({ item, acts }: { item: ImportProblemItem; acts: ImportActs }) {
  const { say } = useWords();
  const { change, problem } = item;
  const row = problem.where.row;
  if (!change || row === undefined) return null;
  const value = (text: string | null) => text ?? say('import-empty-value');
  return (
    <Segmented
      label={say('import-side-of', { field: change.label, row })}
      value={change.side}
      disabled={acts.busy}
      onChange={(side) => acts.decide({ type: 'keep', row, field: change.field, side })}
      options={[
        { value: 'cairn', label: say('import-side-cairn', { text: value(change.current) }) },
        { value: 'file', label: say('import-side-file', { text: value(change.file) }) },
      ]}
    />
  );
}

function RowActs({ item, group, acts }: { item: ImportProblemItem; group: ImportGroup; acts: ImportActs }) {
  const { say } = useWords();
  const row = item.problem.where.row;
  if (row === undefined) return null;
  if (item.change) return <Conflict item={item} acts={acts} />;
  const button = (label: string, act: () => void) => (
    <Button size="small" disabled={acts.busy} onClick={act}>
      {label}
    </Button>
  );
  return (
    <div className={css.buttons}>
      {item.likely && (
        <>
          {button(say('import-twin-create'), () => acts.decide({ type: 'duplicate', row, take: 'create' }))}
          {button(say('import-twin-skip'), () => acts.decide({ type: 'duplicate', row, take: 'skip' }))}
          {item.likely.canUpdate &&
            button(say('import-twin-update'), () => acts.decide({ type: 'duplicate', row, take: 'update' }))}
        </>
      )}
      {group.remedies.includes('accept') &&
        button(say('import-accept-one'), () => acts.decide({ type: 'accept', code: group.code, row }))}
      {group.remedies.includes('skip') &&
        button(say('import-skip-one'), () =>
          acts.decide({ type: 'skip', code: group.code, column: group.column, text: null, row }),
        )}
    </div>
  );
}

/** Every problem of a group by row, found by text, drawn in part when there are many. */
export function ProblemList({ id, group, acts }: { id: string; group: ImportGroup; acts: ImportActs }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const pages = usePages(
    'import.problems',
    { id, code: group.code, column: group.column, text: text === '' ? null : text },
    (page) => page.items.length,
  );
  if (pages.error) return <ErrorPanel error={pages.error} />;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const acting = group.remedies.some((r) => ['keep', 'duplicate', 'skip', 'accept'].includes(r));
  const rows = items.map((item, at) => ({ item, key: String(at) }));
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: 'place',
      header: say('import-row'),
      cell: ({ item }) =>
        say('import-place', { row: item.problem.where.row ?? 0, column: item.problem.where.column ?? '' }),
      width: 90,
      keep: true,
    },
    {
      id: 'message',
      header: say('import-problem'),
      cell: ({ item }) =>
        item.change ? (
          <>
            <span className={css.header}>{item.change.label}</span>
            <span className="caption">
              {say('import-base', { text: item.change.base ?? say('import-empty-value') })}
            </span>
          </>
        ) : (
          <span className={css.message}>{item.problem.message}</span>
        ),
      title: ({ item }) => item.problem.message,
      keep: true,
    },
  ];
  if (acting) {
    columns.push({
      id: 'acts',
      header: say('import-decide'),
      cell: ({ item }) => <RowActs item={item} group={group} acts={acts} />,
      width: group.code === 'changed-on-both-sides' ? 420 : group.code === 'likely-duplicate' ? 240 : 120,
      keep: true,
    });
  }
  return (
    <div className={css.list}>
      {(group.count > FEW || text !== '') && (
        <div className="row">
          <Filters
            dimensions={[]}
            value={{}}
            onChange={() => {}}
            text={text}
            onText={setText}
            findLabel={say('import-find-problem')}
          />
        </div>
      )}
      {pages.isPending ? (
        <Skeleton rows={4} />
      ) : (
        <div className={css.listTable} style={{ '--rows': Math.min(rows.length, 6) } as React.CSSProperties}>
          <DataTable
            label={say('import-texts', { what: group.title })}
            rows={rows}
            columns={columns}
            rowId={(row) => row.key}
            rowName={({ item }) => item.problem.message}
            tall
            onEnd={() => {
              if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
            }}
          />
        </div>
      )}
    </div>
  );
}
