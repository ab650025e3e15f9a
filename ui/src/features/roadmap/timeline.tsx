import type { CSSProperties } from 'react';
import type { StepView } from '../../api';
import { Status, type StatusKind } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './roadmap.module.css';

const DAY = 86_400_000;

/** Days since 1970 of a calendar date. */
function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** Shape and word of where a step stands. */
function standing({ planned }: StepView): { kind: StatusKind; key: string } {
  if (planned.done) return { kind: 'done', key: 'roadmap-report-done' };
  if (planned.late) return { kind: 'blocked', key: 'roadmap-report-late' };
  if (planned.critical) return { kind: 'attention', key: 'roadmap-report-critical' };
  return { kind: 'open', key: 'roadmap-report-planned' };
}

/** First days of the months between two days. */
function months(first: number, last: number): { day: number; date: string }[] {
  const found: { day: number; date: string }[] = [];
  const at = new Date(first * DAY);
  at.setUTCDate(1);
  for (;;) {
    at.setUTCMonth(at.getUTCMonth() + 1);
    const day = Math.round(at.getTime() / DAY);
    if (day > last) return found;
    found.push({ day, date: at.toISOString().slice(0, 10) });
  }
}

/** The steps on a common scale of days; the words beside each bar say the same. */
export function Timeline({
  steps,
  today,
  onOpen,
}: {
  steps: readonly StepView[];
  today: string;
  onOpen: (step: StepView) => void;
}) {
  const { say, date, language } = useWords();
  const now = dayOf(today);
  const days = steps.flatMap(({ planned }) => [dayOf(planned.startsOn), dayOf(planned.endsOn)]);
  const first = Math.min(now, ...days);
  const last = Math.max(now + 1, ...days);
  const at = (value: number) => `${((value - first) / (last - first + 1)) * 100}%`;
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const marks = months(first, last);
  // A long plan names every second or third month, so that names never touch.
  const every = Math.ceil(marks.length / 9);
  return (
    <table className={css.timeline}>
      <thead>
        <tr>
          <th scope="col">{say('roadmap-report-step')}</th>
          <th scope="col" className={css.scale}>
            <span className="visually-hidden">{say('roadmap-when')}</span>
            {marks
              .filter((_, index) => index % every === 0)
              .map((mark) => (
                <span key={mark.date} style={{ insetInlineStart: at(mark.day) }}>
                  {month.format(new Date(mark.day * DAY))}
                </span>
              ))}
          </th>
          <th scope="col">{say('roadmap-report-state')}</th>
          <th scope="col" className={css.slack}>
            {say('roadmap-report-slack')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const { planned } = step;
          const { kind, key } = standing(step);
          const from = dayOf(planned.startsOn);
          const to = dayOf(planned.endsOn);
          const place = { insetInlineStart: at(from), width: `max(6px, calc(${at(to + 1)} - ${at(from)}))` };
          return (
            <tr key={planned.step}>
              <th scope="row">
                <button type="button" className={css.name} onClick={() => onOpen(step)}>
                  {step.label}
                </button>
              </th>
              <td>
                <div className={css.track}>
                  <span className={css.now} style={{ insetInlineStart: at(now) }} aria-hidden="true" />
                  <span
                    className={css.bar}
                    data-kind={kind}
                    style={place as CSSProperties}
                    title={`${date(planned.startsOn)} – ${date(planned.endsOn)}`}
                  />
                  <span className="visually-hidden">
                    {say('roadmap-from-to', { from: date(planned.startsOn), to: date(planned.endsOn) })}
                  </span>
                </div>
              </td>
              <td>
                <Status kind={kind}>{say(key)}</Status>
                <div className="caption nowrap">
                  {planned.startsOn === planned.endsOn
                    ? date(planned.startsOn)
                    : `${date(planned.startsOn)} – ${date(planned.endsOn)}`}
                </div>
              </td>
              <td className={css.slack}>
                {planned.done ? '' : say('roadmap-report-days', { days: planned.slack })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
