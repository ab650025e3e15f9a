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

/** An upright line through the timeline: today, or the day of an audit. */
interface Mark {
  day: number;
  label: string;
  kind: 'today' | 'stage';
}

/** Closer to each other than this share of the scale, labels would touch. */
const NEAR = 0.12;

/** The scale of days: where a day stands from 0 to 1, and the lines on it. */
interface Scale {
  first: number;
  last: number;
  marks: readonly Mark[];
}

function shareOf({ first, last }: Scale, day: number): number {
  return (day - first) / (last - first + 1);
}

function placeOf(scale: Scale, day: number): string {
  return `${shareOf(scale, day) * 100}%`;
}

/** The lines of a row, and a bar on them with its days in words for those who do not see it. */
function Track({ span, kind, scale }: { span: Span | null; kind: string; scale: Scale }) {
  const { say, date } = useWords();
  return (
    <div className={css.track}>
      {scale.marks.map((mark) => (
        <span
          key={`${mark.kind} ${mark.day}`}
          className={css.mark}
          data-kind={mark.kind}
          style={{ insetInlineStart: placeOf(scale, mark.day) }}
          aria-hidden="true"
        />
      ))}
      {span && (
        <>
          <span
            className={css.bar}
            data-kind={kind}
            style={{
              insetInlineStart: placeOf(scale, dayOf(span.startsOn)),
              width: `max(6px, ${(shareOf(scale, dayOf(span.endsOn) + 1) - shareOf(scale, dayOf(span.startsOn))) * 100}%)`,
            }}
            title={`${date(span.startsOn)} – ${date(span.endsOn)}`}
          />
          <span className="visually-hidden">
            {say('roadmap-from-to', { from: date(span.startsOn), to: date(span.endsOn) })}
          </span>
        </>
      )}
    </div>
  );
}

/** From which day to which. */
interface Span {
  startsOn: string;
  endsOn: string;
}

/** Months with their years, and what the upright lines are; labels that would touch stand under each other. */
function Axis({ scale }: { scale: Scale }) {
  const { say, language } = useWords();
  const all = months(scale.first, scale.last);
  // A long plan names every second or third month, so that names never touch.
  const every = Math.ceil(all.length / 8);
  const named = all.filter((_, index) => index % every === 0);
  const year = (date: string) => date.slice(0, 4);
  const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  let row = 0;
  const labels = [...scale.marks]
    .sort((a, b) => a.day - b.day)
    .map((mark, index, marks) => {
      const before = marks[index - 1];
      const near = before && shareOf(scale, mark.day) - shareOf(scale, before.day) < NEAR;
      row = near ? row + 1 : 0;
      return { ...mark, row };
    });
  const rows = Math.max(0, ...labels.map((label) => label.row)) + 1;
  return (
    <th scope="col" className={css.scale} style={{ '--label-rows': rows } as CSSProperties}>
      <span className="visually-hidden">{say('roadmap-when')}</span>
      <div className={css.axis} aria-hidden="true">
        {named.map((mark, index) => {
          const before = named[index - 1];
          const format = before && year(before.date) === year(mark.date) ? short : long;
          return (
            <span key={mark.date} style={{ insetInlineStart: placeOf(scale, mark.day) }}>
              {format.format(new Date(mark.day * DAY))}
            </span>
          );
        })}
        {labels.map((label) => {
          const share = shareOf(scale, label.day);
          return (
            <span
              key={`${label.kind} ${label.day}`}
              className={css.label}
              data-kind={label.kind}
              data-at={share < 0.06 ? 'start' : share > 0.92 ? 'end' : undefined}
              style={{ insetInlineStart: `${share * 100}%`, '--label-row': label.row } as CSSProperties}
            >
              {label.label}
            </span>
          );
        })}
      </div>
    </th>
  );
}

/** How far something may slip: short of days where it is too late, and said to be the least on the critical chain. */
function Slack({ days, least }: { days: number; least?: boolean }) {
  const { say } = useWords();
  return (
    <>
      {days < 0 ? say('roadmap-slack-short', { days: -days }) : say('roadmap-report-days', { days })}
      {least && <div className="caption">{say('roadmap-slack-least')}</div>}
    </>
  );
}

function Days({ from, to }: { from: string; to: string }) {
  const { date } = useWords();
  return <div className="caption nowrap">{from === to ? date(from) : `${date(from)} – ${date(to)}`}</div>;
}

function ActionRow({ row, scale, onOpen }: { row: RoadmapAction; scale: Scale; onOpen: () => void }) {
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
      <td className={css.days}>
        <Track span={placed} kind={kind} scale={scale} />
      </td>
      <td>
        <Status kind={kind}>{placed.critical ? say('roadmap-report-and-critical', { state }) : state}</Status>
        <Days from={placed.startsOn} to={placed.endsOn} />
      </td>
      <td className={css.slack}>{placed.slack !== null && <Slack days={placed.slack} />}</td>
    </tr>
  );
}

/** The steps, and below them the actions that have a place in time, on a common scale of days. */
export function Timeline({
  steps,
  actions,
  today,
  stages,
  onOpen,
  onOpenAction,
}: {
  steps: readonly StepView[];
  actions: readonly RoadmapAction[];
  today: string;
  /** Days of the two audits, as far as there are any. */
  stages: { first: string | null; second: string | null };
  onOpen: (step: StepView) => void;
  onOpenAction: (action: RoadmapAction) => void;
}) {
  const { say } = useWords();
  const standing = useStanding();
  const now = dayOf(today);
  const placed = actions.flatMap((each) => (each.placed ? [each.placed] : []));
  // A step that is done on a day nobody knows has no place on the scale.
  const spans = [...steps.map((step) => step.planned).filter((planned) => planned.dated), ...placed];
  const days = spans.flatMap((span) => [dayOf(span.startsOn), dayOf(span.endsOn)]);
  const stage = (day: string | null, label: string): Mark[] =>
    day === null ? [] : [{ day: dayOf(day), label, kind: 'stage' }];
  const marks: Mark[] = [
    { day: now, label: say('roadmap-today'), kind: 'today' },
    ...stage(stages.first, say('roadmap-report-stage-1')),
    ...stage(stages.second, say('roadmap-report-stage-2')),
  ];
  const scale: Scale = {
    first: Math.min(now, ...days),
    last: Math.max(now + 1, ...days, ...marks.map((mark) => mark.day)),
    marks,
  };
  return (
    <table className={css.timeline}>
      <thead>
        <tr>
          <th scope="col">{say('roadmap-report-step')}</th>
          <Axis scale={scale} />
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
              <td className={css.days}>
                <Track span={planned.dated ? planned : null} kind={kind} scale={scale} />
              </td>
              <td>
                <Status kind={kind}>{text}</Status>
                {planned.dated && <Days from={planned.startsOn} to={planned.endsOn} />}
              </td>
              <td className={css.slack}>
                {!planned.done && <Slack days={planned.slack} least={planned.critical} />}
              </td>
            </tr>
          );
        })}
      </tbody>
      {placed.length > 0 && (
        <tbody>
          <tr>
            <th scope="colgroup" colSpan={4} className={css.group}>
              {say('roadmap-actions-placed')}
            </th>
          </tr>
          {actions.map((row) => (
            <ActionRow key={row.action.id} row={row} scale={scale} onOpen={() => onOpenAction(row)} />
          ))}
        </tbody>
      )}
    </table>
  );
}
