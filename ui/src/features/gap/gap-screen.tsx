import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type GapView, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import type { SaveState } from '../../shared/form';
import { Page, Screen } from '../../shared/frame';
import { IconGridDots, IconListTree, IconLock, IconPlus } from '../../shared/icons';
import { Button, Segmented } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import { useWords } from '../../shared/words';
import { FreezeDialog, FrozenNotice, StartDialog } from './assessment';
import css from './gap.module.css';
import { HeatMap } from './heat-map';
import { GapLine } from './line';
import { GapTree } from './tree';

type Look = 'work' | 'heat';
type Dialog = 'freeze' | 'start' | null;

/** The line to begin with: the first that waits for an assessment. */
function firstOpen(view: GapView): string | null {
  const open = view.items.find((item) => item.conformity === null && !item.excluded);
  return (open ?? view.items[0])?.requirement ?? null;
}

/** Tree at the left, one line at the right. */
function Workspace({
  view,
  line,
  mayWrite,
  onOpen,
  onSave,
  onStart,
}: {
  view: GapView;
  line: string | null;
  mayWrite: boolean;
  onOpen: (requirement: string) => void;
  onSave: (state: SaveState) => void;
  onStart: () => void;
}) {
  const { say } = useWords();
  const { assessment } = view;
  const first = firstOpen(view);
  // Before the first answer the screen says what belongs here; afterwards it goes on where work is left.
  // A search hit names the record, a person's own step the line.
  const hit = view.items.find((item) => line !== null && item.record === line);
  const found = hit?.requirement ?? line;
  const current = found ?? (assessment === null ? null : first);
  return (
    <div className={css.workspace}>
      <GapTree view={view} current={current} onOpen={onOpen} />
      <div className={css.line}>
        {assessment?.state === 'frozen' && (
          <div className={css.frozen}>
            <FrozenNotice assessment={assessment} onStart={mayWrite ? onStart : undefined} />
          </div>
        )}
        {current === null ? (
          <div className={css.blank}>
            <EmptyState
              action={
                first !== null && (
                  <Button look="primary" onClick={() => onOpen(first)}>
                    {say('gap-begin', { id: first })}
                  </Button>
                )
              }
            >
              {say('gap-none')}
            </EmptyState>
          </div>
        ) : (
          <GapLine
            requirement={current}
            known={new Set(view.items.map((item) => item.requirement))}
            mayWrite={mayWrite}
            onOpen={onOpen}
            onSave={onSave}
          />
        )}
      </div>
    </div>
  );
}

/** Gap analysis against ISO/IEC 42001: line by line, or at a glance. */
export function GapScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const narrow = useNarrow(1100);
  const [line] = useSearchParam('line');
  const [asked] = useSearchParam('look');
  const [save, setSave] = useState<SaveState>({ state: 'clean' });
  const [dialog, setDialog] = useState<Dialog>(null);
  const list = useRead('gap.list', {});
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const look: Look = asked === 'heat' ? 'heat' : 'work';
  const view = list.data;
  const assessment = view?.assessment ?? null;

  const show = (search: { line?: string; look?: 'heat' }) =>
    void navigate({ to: '.', search, replace: true });
  const open = (requirement: string) => show({ line: requirement });
  const title = { label: say('gap-title'), ...(look === 'heat' ? { to: '/gap' } : {}) };
  const crumbs = [{ label: say('phase-assess') }, title];
  const icon = { size: 15, 'aria-hidden': true } as const;
  const act =
    assessment === null || !mayWrite ? null : assessment.state === 'open' ? (
      <Button icon={<IconLock {...icon} />} onClick={() => setDialog('freeze')}>
        {say('gap-freeze')}
      </Button>
    ) : (
      <Button icon={<IconPlus {...icon} />} onClick={() => setDialog('start')}>
        {say('gap-start-short')}
      </Button>
    );
  return (
    <Screen
      crumbs={look === 'heat' ? [...crumbs, { label: say('gap-heat') }] : crumbs}
      save={look === 'work' ? save : undefined}
      actions={
        <>
          <span className={css.look}>
            <Segmented<Look>
              label={say('gap-look')}
              options={[
                {
                  value: 'work',
                  label: (
                    <>
                      {!narrow && <IconListTree {...icon} />}
                      {say('gap-work')}
                    </>
                  ),
                },
                {
                  value: 'heat',
                  label: (
                    <>
                      {!narrow && <IconGridDots {...icon} />}
                      {say('gap-heat')}
                    </>
                  ),
                },
              ]}
              value={look}
              onChange={(to) =>
                show({ ...(line === null ? {} : { line }), ...(to === 'heat' ? { look: to } : {}) })
              }
            />
          </span>
          <Button onClick={() => void navigate({ to: '/roadmap' })}>{say('roadmap-open')}</Button>
          {look === 'heat' && assessment !== null && <ExportMenu kind="gap" />}
          {act}
        </>
      }
    >
      {list.error ? (
        <Page>
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        </Page>
      ) : !view ? (
        <Page>
          <Skeleton rows={12} />
        </Page>
      ) : look === 'heat' ? (
        <HeatMap view={view} onOpen={open} />
      ) : (
        <Workspace
          view={view}
          line={line}
          mayWrite={mayWrite}
          onOpen={open}
          onSave={setSave}
          onStart={() => setDialog('start')}
        />
      )}
      {dialog === 'freeze' && view && assessment && (
        <FreezeDialog assessment={assessment} view={view} onClose={() => setDialog(null)} />
      )}
      {dialog === 'start' && <StartDialog onClose={() => setDialog(null)} />}
    </Screen>
  );
}
