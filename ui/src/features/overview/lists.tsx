import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NextStep, TrailEntry } from '../../api';
import { Due } from '../../shared/parts';
import { isToday, useWords } from '../../shared/words';
import css from './overview.module.css';
import { StepLink } from './step-link';

function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={`panel ${css.list}`} aria-label={title}>
      <div className={css.listHead}>
        <h2 className="panel-title">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** What to do next: dated actions first, then the next step of each phase. */
export function NextSteps({ steps, openActions }: { steps: readonly NextStep[]; openActions: number }) {
  const { say, number } = useWords();
  const all = openActions > 0 && (
    <Link to="/actions">
      {say('overview-actions-all', { count: openActions, shown: number(openActions) })}
    </Link>
  );
  return (
    <Panel title={say('overview-next')} aside={all}>
      {steps.length === 0 ? (
        <p className={css.nothing}>{say('overview-next-none')}</p>
      ) : (
        <ul className={css.next}>
          {steps.map((step) => (
            <li key={`${step.place} ${step.target ?? ''} ${step.label}`}>
              <div>
                <StepLink step={step} />
                <div className="caption">
                  {step.owner?.name ??
                    say(step.place === 'action' ? 'overview-no-owner' : 'overview-on-trail')}
                </div>
              </div>
              {step.due !== null && (
                <span className={css.due}>
                  <Due date={step.due} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The latest entries of the trail. */
export function RecentTrail({ entries }: { entries: readonly TrailEntry[] }) {
  const { say, time, day } = useWords();
  const open = <Link to="/trail">{say('overview-trail-open')}</Link>;
  return (
    <Panel title={say('overview-trail')} aside={open}>
      <ol className={css.recent}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time className="quiet numbers" dateTime={entry.time}>
              {isToday(entry.time) ? time(entry.time) : day(entry.time)}
            </time>
            <div>
              <Link to="/trail" search={{ entry: String(entry.n) }} className={css.what} title={entry.what}>
                {entry.what}
              </Link>
              <div className="caption">{entry.actor.name}</div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
