import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type OwnerLoad, type RoadmapAction, type RoadmapView, type StepView, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Due, Notice, Owner, Status, type StatusKind } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
import { type Column, DataTable, IdName } from '../../shared/table';
import { today, useWords } from '../../shared/words';
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

function Load({ load }: { load: readonly OwnerLoad[] }) {
  const { say } = useWords();
  const most = Math.max(1, ...load.map((each) => each.actions));
  return (
    <ul className={css.load}>
      {load.map((each) => (
        <li key={each.owner?.id ?? ''}>
          <span>{each.owner?.name ?? say('roadmap-report-nobody')}</span>
          <span className={css.loadBar} aria-hidden="true">
            <span style={{ width: `${(each.actions / most) * 100}%` }} />
          </span>
          <span className="caption nowrap">
            {say('roadmap-load', { actions: each.actions, late: each.late })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Plan({ view, onOpen }: { view: RoadmapView; onOpen: (step: StepView) => void }) {
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
        <Timeline steps={view.steps} today={today()} onOpen={onOpen} />
      </section>
    </>
  );
}

/** The steps to certification planned back from the audits, and every open action in the order to take it. */
export function RoadmapScreen() {
  const { say, dateLong } = useWords();
  const read = useRead('roadmap.get', {}, { keep: true });
  const columns = useColumns();
  const [open, setOpen] = useState<StepView | null>(null);
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
      crumbs={[
        { label: say('phase-assess') },
        { label: say('gap-title'), to: '/gap' },
        { label: say('roadmap-report-title') },
      ]}
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
            <Plan view={view} onOpen={setOpen} />
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
                  />
                </div>
                <h2 className="section-title">{say('roadmap-report-load')}</h2>
                <Load load={view.load} />
              </>
            )}
          </div>
        )}
      </Page>
      {open && <StepDialog step={open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}
