import type { TrailState, VerifyProblem, VerifyView } from '../../api';
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconShieldCheck } from '../../shared/icons';
import { Button, Hash } from '../../shared/parts';
import { isToday, useWords } from '../../shared/words';
import css from './trail.module.css';

const SHAPES = {
  intact: IconShieldCheck,
  broken: IconAlertOctagonFilled,
  'not-checked': IconAlertTriangleFilled,
};

/** The answer first: whether the trail holds, how many entries, when it was checked. */
export function Verdict({
  state,
  entries,
  last,
}: {
  state: TrailState;
  entries: number;
  last: VerifyView | null;
}) {
  const { say, time, day } = useWords();
  const shown = last === null ? state : last.ok ? 'intact' : 'broken';
  const Shape = SHAPES[shown];
  const when = () => {
    if (last === null) return state === 'not-checked' ? '' : say('trail-checked-before');
    if (isToday(last.at)) return say('trail-checked-today', { time: time(last.at) });
    return say('trail-checked-on', { day: day(last.at) });
  };
  const words = { entries: last?.entries ?? entries, problems: last?.problems.length ?? 0 };
  return (
    <div className={css.verdict} data-state={shown}>
      <Shape size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h1 className="section-title">{say(`trail-verdict-${shown}`)}</h1>
        <div>
          {(last !== null || shown !== 'broken') && say(`trail-verdict-${shown}-detail`, words)} {when()}
        </div>
      </div>
      {last !== null && last.checkpoint !== null && (
        <div className={css.checkpoint}>
          <span className="caption">{say('trail-head')}</span>
          <strong>
            <Hash value={last.checkpoint.slice(0, 16)} />
          </strong>
        </div>
      )}
    </div>
  );
}

/** Findings shown; the others are counted. */
const MOST = 50;

/** What the check found, each with its place, and what to do. */
export function Findings({
  problems,
  onShow,
}: {
  problems: readonly VerifyProblem[];
  /** Opens an entry. */
  onShow: (n: string) => void;
}) {
  const { say, number } = useWords();
  if (problems.length === 0) return null;
  const place = (problem: VerifyProblem) => {
    if (problem.entry !== null) return say('trail-problem-entry', { entry: number(problem.entry) });
    if (problem.table === null) return say('trail-problem-file');
    return say('trail-problem-row', { table: problem.table, record: problem.record ?? '' });
  };
  return (
    <section className={`panel ${css.findings}`}>
      <p className={css.advice}>{say('trail-problem-advice')}</p>
      <ul>
        {problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.code} ${problem.entry} ${problem.table} ${problem.record}`}>
            <IconAlertOctagonFilled
              size={16}
              style={{ color: 'var(--brick)', marginTop: 2 }}
              aria-hidden="true"
            />
            <div>
              <div style={{ fontWeight: 550 }}>{place(problem)}</div>
              <div style={{ color: 'var(--ink2)' }}>{problem.message}</div>
              {problem.entry !== null && (
                <Button look="link" onClick={() => onShow(String(problem.entry))}>
                  {say('trail-problem-open')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {problems.length > MOST && (
        <p className={css.advice}>{say('trail-problem-more', { count: problems.length - MOST })}</p>
      )}
    </section>
  );
}
