import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  type AssessmentItem,
  type FiguresView,
  type GapChange,
  type GapComparedLine,
  type GapComparison,
  type GapThen,
  useRead,
} from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Segmented, Status, type StatusKind } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { type Column, DataTable, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { ConformityMark } from './scale';

const CHANGES: Readonly<Record<GapChange, StatusKind>> = {
  better: 'done',
  worse: 'attention',
  assessed: 'info',
  open: 'open',
  other: 'half',
  same: 'excluded',
};

function Then({ then }: { then: GapThen }) {
  return <ConformityMark conformity={then.conformity} />;
}

function useColumns(): Column<GapComparedLine>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'line',
        header: say('gap-compare-line'),
        keep: true,
        title: (row) => row.title,
        cell: (row) => <IdName id={row.requirement} name={row.title} width={54} />,
      },
      {
        id: 'before',
        header: say('gap-compare-before'),
        width: 180,
        cell: (row) => <Then then={row.before} />,
      },
      {
        id: 'after',
        header: say('gap-compare-after'),
        width: 180,
        keep: true,
        cell: (row) => <Then then={row.after} />,
      },
      {
        id: 'met',
        header: say('gap-compare-met'),
        width: 130,
        align: 'end',
        cell: ({ before, after }) =>
          before.items === after.items || before.items === 0
            ? say('gap-compare-met-of', { before: before.met, after: after.met, items: after.items })
            : say('gap-compare-met-moved', {
                before: before.met,
                had: before.items,
                after: after.met,
                items: after.items,
              }),
      },
      {
        id: 'change',
        header: say('gap-compare-change'),
        width: 190,
        keep: true,
        sort: (row) => row.change,
        cell: (row) => <Status kind={CHANGES[row.change]}>{say(`gap-change-${row.change}`)}</Status>,
      },
    ],
    [say],
  );
}

/** What does not conform, before and after, then the conformity with its base. */
function Pair({ label, before, after }: { label: string; before: FiguresView; after: FiguresView }) {
  const { say } = useWords();
  const figure = (of: FiguresView) =>
    of.percent === null
      ? say('gap-compare-no-data')
      : say('gap-compare-figure', { percent: of.percent, assessed: of.assessed, applicable: of.applicable });
  const open = (of: FiguresView) =>
    of.assessed === 0 ? say('gap-compare-no-data') : say('gap-compare-open', { count: of.notConforming });
  return (
    <div>
      <div className="caption">{label}</div>
      <div className="panel-title">
        {say('gap-compare-pair', { before: open(before), after: open(after) })}
      </div>
      <div className="caption">
        {say('gap-compare-pair', { before: figure(before), after: figure(after) })}
      </div>
    </div>
  );
}

type Shown = 'changed' | 'all';

function Compared({ found }: { found: GapComparison }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>('changed');
  const columns = useColumns();
  const changed = found.lines.filter((line) => line.change !== 'same');
  const rows = shown === 'all' ? found.lines : changed;
  return (
    <>
      <div className={`panel ${css.compared}`}>
        <Pair label={say('gap-compare-clauses')} before={found.before.clauses} after={found.after.clauses} />
        <Pair
          label={say('gap-compare-controls')}
          before={found.before.controls}
          after={found.after.controls}
        />
        <div>
          <div className="caption">{say('gap-compare-lines')}</div>
          <div className="panel-title">
            {say('gap-compare-counts', {
              better: found.better,
              worse: found.worse,
              assessed: found.assessed,
              open: found.open,
              other: found.other,
            })}
          </div>
        </div>
        <Segmented<Shown>
          label={say('gap-compare-shown')}
          options={[
            { value: 'changed', label: say('gap-compare-changed') },
            { value: 'all', label: say('gap-compare-all') },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      {rows.length === 0 ? (
        <div className="panel">
          <EmptyState>{say('gap-compare-nothing')}</EmptyState>
        </div>
      ) : (
        <DataTable
          label={say('gap-compare')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.requirement}
          rowName={(row) => row.title}
          onOpen={(row) => void navigate({ to: '/gap', search: { line: row.requirement } })}
        />
      )}
    </>
  );
}

function Choice({
  label,
  all,
  value,
  onChange,
}: {
  label: string;
  all: readonly AssessmentItem[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={all.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

/** Two assessments side by side: what became better, worse, or was looked at for the first time. */
export function CompareScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [before, setBefore] = useSearchParam('before');
  const [after, setAfter] = useSearchParam('after');
  const all = useRead('gap.assessments', {}).data ?? [];
  const found = useRead(
    'gap.compare',
    { ...(before === null ? {} : { before }), ...(after === null ? {} : { after }) },
    { keep: true },
  );
  const data = found.data ?? null;
  return (
    <Screen
      crumbs={[
        { label: say('phase-assess') },
        { label: say('gap-title'), to: '/gap' },
        { label: say('gap-compare') },
      ]}
      actions={
        data && (
          <>
            <Choice
              label={say('gap-compare-before')}
              all={all.filter((one) => one.id !== data.after.id)}
              value={data.before.id}
              onChange={setBefore}
            />
            <Choice
              label={say('gap-compare-after')}
              all={all.filter((one) => one.id !== data.before.id)}
              value={data.after.id}
              onChange={setAfter}
            />
          </>
        )
      }
    >
      <Page>
        <PageHead
          title={say('gap-compare')}
          aside={data ? say('gap-compare-pair', { before: data.before.name, after: data.after.name }) : ''}
        />
        {found.error ? (
          <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
        ) : found.data === undefined ? (
          <Skeleton />
        ) : data === null ? (
          <div className="panel">
            <EmptyState
              action={<Button onClick={() => void navigate({ to: '/gap' })}>{say('gap-title')}</Button>}
            >
              {say('gap-compare-none', { count: all.length })}
            </EmptyState>
          </div>
        ) : (
          <Compared found={data} />
        )}
      </Page>
    </Screen>
  );
}
