import { Link, useNavigate } from '@tanstack/react-router';
import { type NextStep, type OverviewView, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, Screen } from '../../shared/frame';
import { IconArrowRight } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Figures } from './figures';
import { FirstSteps } from './first-steps';
import { NextSteps, RecentTrail } from './lists';
import css from './overview.module.css';
import { useWay } from './steps';
import { TrailPanel } from './trail-panel';
import { Trend } from './trend';

/** How much of what is next others wait for. */
function Waiting({ view }: { view: OverviewView }) {
  const { say } = useWords();
  return view.holdingUp === 0 ? null : say('overview-holding-up', { count: view.holdingUp });
}

function Audit({ view }: { view: OverviewView }) {
  const { say, dateLong, number } = useWords();
  const { stage1On, daysToStage1: days } = view;
  if (stage1On === null || days === null) {
    return (
      <p className={`reading ${css.audit}`}>
        {say('overview-stage1-none')} <Link to="/organisation">{say('overview-stage1-set')}</Link>{' '}
        <Waiting view={view} />
      </p>
    );
  }
  const date = dateLong(stage1On);
  const count = Math.abs(days);
  const key = days === 0 ? 'today' : days > 0 ? 'ahead' : 'past';
  return (
    <p className="reading">
      {say(`overview-stage1-${key}`, { date, count, days: number(count) })} <Waiting view={view} />
    </p>
  );
}

/** The first step as the one primary action. */
function Primary({ step }: { step: NextStep }) {
  const way = useWay()(step);
  const navigate = useNavigate();
  if (way === null) return null;
  return (
    <Button
      look="primary"
      onClick={() => void navigate(way)}
      title={step.label}
      after={<IconArrowRight size={16} aria-hidden="true" />}
    >
      <span className={css.primary}>{step.label}</span>
    </Button>
  );
}

/** Whether nothing was brought in, assessed or decided so far. */
function isNew({ figures }: OverviewView): boolean {
  const { systems, clauses, controls, soa } = figures;
  return systems + clauses.assessed + controls.assessed + soa.included + soa.excluded === 0;
}

/** Where the organisation is on the trail, what comes next, what was done last. */
export function OverviewScreen() {
  const { say } = useWords();
  const summary = useRead('workspace.get', {}).data;
  const read = useRead('overview.get', {});
  const view = read.data;
  const first = view?.next[0];
  const mayWrite = summary?.me.permissions.includes('write') ?? false;
  return (
    <Screen
      crumbs={[{ label: summary?.organisation ?? '' }, { label: say('overview-title') }]}
      primary={first && mayWrite && <Primary step={first} />}
    >
      <Page scrolls>
        {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
        {read.isPending && <Skeleton />}
        {view && (
          <>
            <header>
              <h1 className="page-title">{say('overview-answer', { set: view.set, of: view.of })}</h1>
              <Audit view={view} />
            </header>
            <TrailPanel phases={view.phases} />
            {isNew(view) && mayWrite ? (
              <FirstSteps />
            ) : (
              <>
                <Figures figures={view.figures} />
                <div className={css.lists}>
                  <NextSteps steps={view.next} openActions={view.openActions} />
                  <Trend points={view.trend} />
                  <RecentTrail entries={view.recent} />
                </div>
              </>
            )}
          </>
        )}
      </Page>
    </Screen>
  );
}
