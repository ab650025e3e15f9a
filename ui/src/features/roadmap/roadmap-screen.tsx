import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type ActionView, type RoadmapAction, type RoadmapView, type StepView, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Due, Notice, Owner, Status, type StatusKind } from '../../shared/parts';
import { ActionDialog } from '../../shared/record';
import { ExportMenu } from '../../shared/record/export-menu';
import { type Column, DataTable, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { Load } from './load';
import css from './roadmap.module.css';
import { StepDialog } from './step-dialog';
import { Timeline } from './timeline';

const GRADES: Record<NonNullable<RoadmapAction['grade']>, StatusKind> = {
  'blocks-certification': 'blocked',
  weakens: 'attention',
  polish: 'info',
};

function useColumns(): Column<RoadmapAction>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'action',
        header: say('roadmap-report-action'),
        cell: ({ action }) => <IdName id={action.code} name={action.title} width={62} />,
        keep: true,
      },
      {
        id: 'grade',
        header: say('roadmap-report-grade'),
        cell: ({ grade }) =>
          grade === null ? (
            <span className="quiet">{say('report-none')}</span>
          ) : (
            <Status kind={GRADES[grade]}>{say(`gap-grade-${grade}`)}</Status>
          ),
        width: 180,
      },
      { id: 'line', header: say('roadmap-report-line'), cell: ({ line }) => line ?? '', width: 80 },
      {
        id: 'owner',
        header: say('roadmap-report-owner'),
        cell: ({ action }) => <Owner name={action.owner?.name ?? null} />,
        width: 170,
      },
      {
        id: 'effort',
        header: say('roadmap-report-effort'),
        cell: ({ action }) => action.effortDays ?? '',
        width: 70,
      },
      {
        id: 'due',
        header: say('roadmap-report-due'),
        cell: ({ action }) => <Due date={action.due} />,
        width: 120,
        keep: true,
      },
      {
        id: 'after',
        header: say('roadmap-report-after'),
        cell: ({ after }) => after.join(', '),
        width: 120,
      },
    ],
    [say],
  );
}

function Plan({
  view,
  onOpen,
  onOpenAction,
}: {
  view: RoadmapView;
  onOpen: (step: StepView) => void;
  onOpenAction: (action: RoadmapAction) => void;
}) {
  const { say } = useWords();
  const navigate = useNavigate();
  if (view.stage1On === null) {
    return (
      <div className="panel">
        <EmptyState
          action={
            <Button look="primary" onClick={() => void navigate({ to: '/organisation' })}>
              {say('roadmap-choose-days')}
            </Button>
          }
        >
          {view.warnings[0]}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {view.warnings.map((warning) => (
        <Notice key={warning} tone="amber">
          {warning}
        </Notice>
      ))}
      <section className={`panel ${css.plan}`} aria-label={say('roadmap-report-steps')}>
        <Timeline
          steps={view.steps}
          actions={view.actions}
          today={view.today}
          stages={{ first: view.stage1On, second: view.stage2On }}
          onOpen={onOpen}
          onOpenAction={onOpenAction}
        />
        <p className={`caption ${css.note}`}>{say('roadmap-slack-note')}</p>
      </section>
    </>
  );
}

/** Lines that block certification although nobody does anything about them. */
function Blockers({ view }: { view: RoadmapView }) {
  const { say } = useWords();
  const { blockersWithoutAction: lines } = view;
  if (lines.length === 0) return null;
  return (
    <Notice tone="amber">
      {say('roadmap-blockers', { count: lines.length })}
      <ul className={css.blockers}>
        {lines.map(({ line, title }) => (
          <li key={line}>
            <Link to="/gap" search={{ line }}>{`${line} ${title}`}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The steps to certification planned back from the audits, and every open action in the order to take it. */
export function RoadmapScreen() {
  const { say, dateLong } = useWords();
  const read = useRead('roadmap.get', {}, { keep: true });
  const columns = useColumns();
  const [open, setOpen] = useState<StepView | null>(null);
  const [action, setAction] = useState<ActionView | null>(null);
  const openAction = (row: RoadmapAction) => setAction(row.action);
  const view = read.data;
  const days =
    view?.stage1On && view.stage2On
      ? say(view.stage2Proposed ? 'roadmap-days-proposed' : 'roadmap-days', {
          first: dateLong(view.stage1On),
          second: dateLong(view.stage2On),
        })
      : undefined;
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('roadmap-report-title') }]}
      actions={<ExportMenu kind="roadmap" />}
    >
      <Page scrolls>
        <PageHead title={say('roadmap-report-title')} aside={days} />
        {read.error ? (
          <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
        ) : !view ? (
          <Skeleton />
        ) : (
          <div className={css.body}>
            <Plan view={view} onOpen={setOpen} onOpenAction={openAction} />
            <Blockers view={view} />
            <h2 className="section-title">{say('roadmap-report-actions')}</h2>
            {view.actions.length === 0 ? (
              <div className="panel">
                <EmptyState>{say('roadmap-no-actions')}</EmptyState>
              </div>
            ) : (
              <>
                <div className={css.actions}>
                  <DataTable
                    label={say('roadmap-report-actions')}
                    rows={view.actions}
                    columns={columns}
                    rowId={(row) => row.action.id}
                    rowName={(row) => `${row.action.code} ${row.action.title}`}
                    onOpen={openAction}
                  />
                </div>
                <h2 className="section-title">{say('roadmap-report-load')}</h2>
                <Load load={view.load} months={view.months} />
              </>
            )}
          </div>
        )}
      </Page>
      {action && <ActionDialog action={action} onClose={() => setAction(null)} />}
      {open && <StepDialog step={open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}
