import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type GapView, type Pass, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import type { SaveState } from '../../shared/form';
import { Page, Screen } from '../../shared/frame';
import { IconGridDots, IconListTree, IconLock, IconPlus, IconUsers } from '../../shared/icons';
import { Button, Segmented } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import { useWords } from '../../shared/words';
import { FreezeDialog, FrozenNotice, StartDialog } from './assessment';
import { AssessmentMenu } from './assessments';
import { EndOfPass } from './end-of-pass';
import css from './gap.module.css';
import { HeatMap } from './heat-map';
import { InterviewsDialog } from './interviews';
import { GapLine } from './line';
import { GapTree } from './tree';
import { byClause, byOwner, readFilter, toggled, type Way } from './ways';

type Look = 'work' | 'heat';
type Dialog = 'freeze' | 'start' | 'interviews' | null;

/** The line to begin with: the first that waits for an assessment. */
function firstOpen(view: GapView): string | null {
  const open = view.items.find((item) => item.conformity === null && !item.excluded);
  return (open ?? view.items[0])?.requirement ?? null;
}

/** The order of the lines as shown, with the line at hand in it even when it has just dropped out. */
function useOrder(shown: readonly string[], current: string | null): readonly string[] {
  const before = useRef(shown);
  if (current === null || shown.includes(current)) {
    before.current = shown;
    return shown;
  }
  const at = before.current.indexOf(current);
  if (at < 0) return shown;
  const rest = before.current.filter((one) => one === current || shown.includes(one));
  return rest;
}

/** Tree at the left, one line at the right. */
function Workspace({
  view,
  line,
  mayWrite,
  onOpen,
  onOverview,
  onSave,
  onStart,
}: {
  view: GapView;
  line: string | null;
  mayWrite: boolean;
  onOpen: (requirement: string) => void;
  onOverview: () => void;
  onSave: (state: SaveState) => void;
  onStart: () => void;
}) {
  const { say } = useWords();
  const { assessment } = view;
  const [past] = useSearchParam('assessment');
  const first = firstOpen(view);
  // Before the first answer the screen says what belongs here; afterwards it goes on where work is left.
  // A search hit names the record, a person's own step the line.
  const hit = view.items.find((item) => line !== null && item.record === line);
  const found = hit?.requirement ?? line;
  // The line that work began on stays: the first open one becomes another as soon as this one is assessed.
  const [begun, setBegun] = useState<string | null>(null);
  const current = found ?? begun ?? (assessment === null ? null : first);
  useEffect(() => {
    if (current !== null) setBegun(current);
  }, [current]);
  const [asked, setWay] = useSearchParam('way');
  const [askedPass, setPass] = useSearchParam('pass');
  const [asFilter, setFilter] = useSearchParam('only');
  const way: Way = asked === 'owner' ? 'owner' : 'clause';
  const pass: Pass = askedPass === 'quick' ? 'quick' : 'deep';
  const filter = readFilter(asFilter);
  const branches =
    way === 'owner'
      ? byOwner(view, '', filter)
      : [...byClause(view, false, filter), ...byClause(view, true, filter)];
  const changed = way === 'owner' || filter.size > 0;
  // A line that its own conformity takes out of the filter stays where it was until somebody goes on.
  const order = useOrder(
    branches.flatMap((branch) => branch.lines.map((item) => item.requirement)),
    current,
  );
  return (
    <div className={css.workspace}>
      <GapTree
        view={view}
        current={current}
        way={way}
        filter={filter}
        onWay={(to) => setWay(to === 'owner' ? to : null)}
        onFilter={(key) => {
          setFilter(toggled(filter, key));
          // Whoever asks for what was judged quickly comes to look at it properly.
          if (key === 'quick' && !filter.has(key)) setPass(null);
        }}
        onOpen={onOpen}
      />
      <div className={css.line}>
        {assessment?.state === 'frozen' && (
          <div className={css.frozen}>
            <FrozenNotice assessment={assessment} onStart={mayWrite && past === null ? onStart : undefined} />
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
            assessment={past}
            known={new Set(view.items.map((item) => item.requirement))}
            mayWrite={mayWrite}
            pass={pass}
            onPass={(to) => setPass(to === 'quick' ? to : null)}
            order={changed ? order : null}
            onOpen={onOpen}
            onSave={onSave}
            end={
              <EndOfPass
                items={view.items}
                pass={pass}
                onOpen={onOpen}
                onDeep={(requirement) => {
                  setFilter('quick');
                  setPass(null);
                  onOpen(requirement);
                }}
                onOverview={onOverview}
              />
            }
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
  const [past, showAssessment] = useSearchParam('assessment');
  const chosen = past === null ? {} : { assessment: past };
  const list = useRead('gap.list', chosen, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const look: Look = asked === 'heat' ? 'heat' : 'work';
  const view = list.data;
  const assessment = view?.assessment ?? null;

  const show = (search: { line?: string | undefined; look?: 'heat' | undefined }) =>
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) => ({ ...old, look: undefined, ...search }),
      replace: true,
    });
  const open = (requirement: string) => show({ line: requirement });
  const title = { label: say('gap-title'), ...(look === 'heat' ? { to: '/gap' } : {}) };
  const crumbs = [{ label: say('phase-assess') }, title];
  const icon = { size: 15, 'aria-hidden': true } as const;
  const act =
    assessment === null || !mayWrite || past !== null ? null : assessment.state === 'open' ? (
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
          {view && (
            <Button icon={!narrow && <IconUsers {...icon} />} onClick={() => setDialog('interviews')}>
              {say('interview-open')}
            </Button>
          )}
          {assessment !== null && <AssessmentMenu shown={assessment.id} onShow={showAssessment} />}
          {(look === 'heat' || past !== null) && assessment !== null && (
            <ExportMenu kind="gap" assessment={past} />
          )}
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
          onOverview={() => show({ ...(line === null ? {} : { line }), look: 'heat' })}
          onSave={setSave}
          onStart={() => setDialog('start')}
        />
      )}
      {dialog === 'freeze' && view && assessment && (
        <FreezeDialog assessment={assessment} view={view} onClose={() => setDialog(null)} />
      )}
      {dialog === 'interviews' && view && (
        <InterviewsDialog view={view} mayWrite={mayWrite} onClose={() => setDialog(null)} />
      )}
      {dialog === 'start' && <StartDialog onClose={() => setDialog(null)} />}
    </Screen>
  );
}
