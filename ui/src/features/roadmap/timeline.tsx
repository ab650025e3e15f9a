import type { CSSProperties } from 'react';
import type { RoadmapAction, StepView } from '../../api';
import { Status, type StatusKind } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './roadmap.module.css';

const DAY = 86_400_000;

/** Days since 1970 of a calendar date. */
function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** Shape and words of where a step stands; that it is critical is said beside the rest. */
function useStanding() {
  const { say } = useWords();
  return ({ planned }: StepView): { kind: StatusKind; text: string } => {
    if (planned.done) return { kind: 'done', text: say('roadmap-report-done') };
    const state = say(
      planned.late
        ? 'roadmap-report-late'
        : planned.begun
          ? 'roadmap-report-begun'
          : 'roadmap-report-planned',
    );
    const text = planned.critical ? say('roadmap-report-and-critical', { state }) : state;
    if (planned.late) return { kind: 'blocked', text };
    if (planned.critical) return { kind: 'attention', text };
    return { kind: planned.begun ? 'half' : 'open', text };
  };
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

/** A bar on the scale of days, with its days in words for those who do not see it. */
function Track({ from, to, kind, at, now }: { from: string; to: string; kind: string; at: At; now: number }) {
  const { say, date } = useWords();
  const [first, last] = [dayOf(from), dayOf(to)];
  const place = { insetInlineStart: at(first), width: `max(6px, calc(${at(last + 1)} - ${at(first)}))` };
  return (
    <div className={css.track}>
      <span className={css.now} style={{ insetInlineStart: at(now) }} aria-hidden="true" />
      <span
        className={css.bar}
        data-kind={kind}
        style={place as CSSProperties}
        title={`${date(from)} – ${date(to)}`}
      />
      <span className="visually-hidden">{say('roadmap-from-to', { from: date(from), to: date(to) })}</span>
    </div>
  );
}

type At = (day: number) => string;

function Days({ from, to }: { from: string; to: string }) {
  const { date } = useWords();
  return <div className="caption nowrap">{from === to ? date(from) : `${date(from)} – ${date(to)}`}</div>;
}

function ActionRow({
  row,
  at,
  now,
  onOpen,
}: {
  row: RoadmapAction;
  at: At;
  now: number;
  onOpen: () => void;
}) {
  const { say } = useWords();
  const { action, placed, after } = row;
  if (!placed) return null;
  const late = action.daysLate !== null;
  const kind = late ? 'blocked' : placed.critical ? 'attention' : 'open';
  const state = say(late ? 'roadmap-report-late' : `action-status-${action.status}`);
  return (
    <tr>
      <th scope="row" className={css.action}>
        <button type="button" className={css.name} onClick={onOpen}>
          {`${action.code} ${action.title}`}
        </button>
        {after.length > 0 && (
          <div className="caption">{say('roadmap-waits-for', { actions: after.join(', ') })}</div>
        )}
      </th>
      <td>
        <Track from={placed.startsOn} to={placed.endsOn} kind={kind} at={at} now={now} />
      </td>
      <td>
        <Status kind={kind}>{placed.critical ? say('roadmap-report-and-critical', { state }) : state}</Status>
        <Days from={placed.startsOn} to={placed.endsOn} />
      </td>
      <td className={css.slack}>
        {placed.slack === null ? '' : say('roadmap-report-days', { days: placed.slack })}
      </td>
    </tr>
  );
}

/** The steps, and below them the actions that have a place in time, on a common scale of days. */
export function Timeline({
  steps,
  actions,
  today,
  onOpen,
  onOpenAction,
}: {
  steps: readonly StepView[];
  actions: readonly RoadmapAction[];
  today: string;
  onOpen: (step: StepView) => void;
  onOpenAction: (action: RoadmapAction) => void;
}) {
  const { say, language } = useWords();
  const standing = useStanding();
  const now = dayOf(today);
  const placed = actions.flatMap((each) => (each.placed ? [each.placed] : []));
  // A step that is done on a day nobody knows has no place on the scale.
  const spans = [...steps.map((step) => step.planned).filter((planned) => planned.dated), ...placed];
  const days = spans.flatMap((span) => [dayOf(span.startsOn), dayOf(span.endsOn)]);
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
          const { kind, text } = standing(step);
          return (
            <tr key={planned.step}>
              <th scope="row">
                <button type="button" className={css.name} onClick={() => onOpen(step)}>
                  {step.label}
                </button>
              </th>
              <td>
                {planned.dated && (
                  <Track from={planned.startsOn} to={planned.endsOn} kind={kind} at={at} now={now} />
                )}
              </td>
              <td>
                <Status kind={kind}>{text}</Status>
                {planned.dated && <Days from={planned.startsOn} to={planned.endsOn} />}
              </td>
              <td className={css.slack}>
                {planned.done ? '' : say('roadmap-report-days', { days: planned.slack })}
              </td>
            </tr>
          );
        })}
      </tbody>
      {placed.length > 0 && (
        <tbody>
          <tr>
            <th scope="colgroup" colSpan={4} className={css.group}>
              {say('roadmap-report-actions')}
            </th>
          </tr>
          {actions.map((row) => (
            <ActionRow key={row.action.id} row={row} at={at} now={now} onOpen={() => onOpenAction(row)} />
          ))}
        </tbody>
      )}
    </table>
  );
}
