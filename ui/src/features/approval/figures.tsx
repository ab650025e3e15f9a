import type { ReactNode } from 'react';
import type { ApprovalList } from '../../api';
import { isToday, useWords } from '../../shared/words';
import css from './approval.module.css';

function Figure({ label, value, base }: { label: string; value: ReactNode; base?: string }) {
  return (
    <div className={css.figure}>
      <div className="quiet">{label}</div>
      <div className="figure">{value}</div>
      <div className="caption">{base ?? ' '}</div>
    </div>
  );
}

/** A span of minutes in the largest fitting words. */
function useSpan(): (minutes: number) => string {
  const { say } = useWords();
  return (minutes) => {
    if (minutes < 60) return say('approval-minutes', { count: minutes });
    if (minutes < 2880) {
      return say('approval-hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    }
    return say('approval-days', { count: Math.round(minutes / 1440) });
  };
}

/** Figures of the last 30 days, each with its base. */
export function Figures({ list }: { list: ApprovalList }) {
  const { say, number, percent, recent, time } = useWords();
  const span = useSpan();
  const { figures } = list;
  const share = (part: number) =>
    figures.decided === 0 ? (
      <span className={css.none}>{say('approval-no-data')}</span>
    ) : (
      percent(part / figures.decided)
    );
  const base = (part: number) =>
    figures.decided === 0
      ? undefined
      : say('approval-figure-of', { part: number(part), whole: number(figures.decided) });
  return (
    <section className={`panel ${css.figures}`} aria-label={say('approval-figure-decided')}>
      <Figure
        label={say('approval-figure-decided')}
        value={number(figures.decided)}
        base={
          figures.medianMinutes === null
            ? undefined
            : say('approval-figure-median', { time: span(figures.medianMinutes) })
        }
      />
      <Figure
        label={say('approval-figure-rework')}
        value={share(figures.reworked)}
        base={base(figures.reworked)}
      />
      <Figure
        label={say('approval-figure-first')}
        value={share(figures.first_pass)}
        base={base(figures.first_pass)}
      />
      <Figure
        label={say('approval-figure-mine')}
        value={number(list.waitingForMe)}
        base={
          list.oldest === null
            ? undefined
            : say('approval-figure-oldest', {
                date: isToday(list.oldest) ? time(list.oldest) : recent(list.oldest),
              })
        }
      />
    </section>
  );
}
