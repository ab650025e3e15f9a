import type { TrailCheck } from '../../api';
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconShieldCheck } from '../../shared/icons';
import { Hash } from '../../shared/parts';
import { isToday, useWords } from '../../shared/words';
import css from './trail.module.css';

const SHAPES = {
  intact: IconShieldCheck,
  broken: IconAlertOctagonFilled,
  'not-checked': IconAlertTriangleFilled,
};

/** The answer first: whether the trail holds, how many entries, when it was checked. */
export function Verdict({ check }: { check: TrailCheck }) {
  const { say, number, time, day } = useWords();
  const Shape = SHAPES[check.state];
  const at = check.checkedAt;
  const when =
    at === null
      ? ''
      : isToday(at)
        ? say('trail-checked-today', { time: time(at) })
        : say('trail-checked-on', { day: day(at) });
  const seconds =
    check.millis === null ? '' : say('trail-took', { seconds: (check.millis / 1000).toFixed(1) });
  return (
    <div className={css.verdict} data-state={check.state}>
      <Shape size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h1 className="section-title">{say(`trail-verdict-${check.state}`)}</h1>
        <div>
          {say(`trail-verdict-${check.state}-detail`, {
            entries: number(check.entries),
            problems: check.problems.length,
          })}{' '}
          {when} {seconds}
        </div>
      </div>
      {check.checkpoint !== null && (
        <div className={css.checkpoint}>
          <span className="caption">{say('trail-head')}</span>
          <strong>
            <Hash value={check.checkpoint.slice(0, 16)} />
          </strong>
        </div>
      )}
    </div>
  );
}

/** What the check found, each with its place. */
export function Findings({ check }: { check: TrailCheck }) {
  if (check.problems.length === 0) return null;
  return (
    <ul className={`panel ${css.findings}`}>
      {check.problems.map((finding) => (
        <li key={`${finding.where} ${finding.code}`}>
          <IconAlertOctagonFilled
            size={16}
            style={{ color: 'var(--brick)', marginTop: 2 }}
            aria-hidden="true"
          />
          <div>
            <div style={{ fontWeight: 550 }}>{finding.where}</div>
            <div style={{ color: 'var(--ink2)' }}>{finding.message}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
