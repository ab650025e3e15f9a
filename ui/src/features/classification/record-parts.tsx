import { useEffect, useRef } from 'react';
import type { ClassificationFinding, ClassificationView, RuleEffect } from '../../api';
import { Notice, RefChip, Status, type StatusKind } from '../../shared/parts';
import { daysUntil, useWords } from '../../shared/words';
import css from './classification.module.css';
import { Confirm } from './confirm';
import { DifferenceItems } from './difference-list';
import { useFew } from './few';
import { USUAL } from './pack';

const EFFECT: Readonly<Record<RuleEffect, StatusKind>> = {
  met: 'attention',
  'not-met': 'open',
  'carve-out': 'excluded',
  closed: 'blocked',
  fact: 'info',
};

function Standing({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  if (view.standing === 'decided' && view.signed?.recommended) {
    return (
      <Status kind="waiting" leading>
        {say('classification-recommended')}
      </Status>
    );
  }
  if (view.standing === 'decided') {
    return (
      <Status kind="done" leading>
        {say('classification-signed')}
      </Status>
    );
  }
  if (view.standing === 'superseded') {
    return <Status kind="excluded">{say('classification-standing-superseded')}</Status>;
  }
  return (
    <Status kind="waiting" leading>
      {say('classification-unsigned')}
    </Status>
  );
}

/** How long there is to prepare. */
function Days({ date, limit }: { date: string; limit: string | null }) {
  const words = useWords();
  const left = daysUntil(date);
  const shown = words.date(date);
  return (
    <div className={css.days}>
      <div className="caption">{words.say(left > 0 ? 'classification-days' : 'classification-in-force')}</div>
      {left > 0 && <div className="figure">{words.number(left)}</div>}
      <div className={left > 0 ? 'caption' : 'panel-title'}>
        {words.say(left > 0 ? 'classification-days-until' : 'classification-since', { date: shown })}
      </div>
      {limit !== null && <div className="caption">{limit}</div>}
    </div>
  );
}

/** The decision as a sentence, with its reasons in short. */
export function Head({ view }: { view: ClassificationView }) {
  const { say, dateLong } = useWords();
  const { result, system, record } = view;
  const limited = (day: string, limit: string | null) =>
    limit === null ? dateLong(day) : say('classification-day-limited', { date: dateLong(day), limit });
  // One day needs saying once; where there are more, each stands with what it belongs to.
  const manyDays = result.outcomes.filter((outcome) => outcome.appliesFrom !== null).length > 1;
  const name = system.title;
  const tier = result.tier?.id ?? 'open';
  const roles = result.roles.map((role) => role.label).join(', ');
  // Whoever comes from the last question by keyboard begins here.
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <section className={`panel ${css.head}`}>
      <div className={css.top}>
        <span className="quiet">
          {record === null
            ? say('classification-record-none')
            : say('classification-record-line', { code: record.code ?? '', version: view.version })}
        </span>
        <Standing view={view} />
      </div>
      <div>
        <h1 ref={title} tabIndex={-1} className="record-title">
          {view.pack === USUAL || result.tier === null
            ? say(`classification-sentence-${tier}`, { name })
            : say('classification-sentence-other', { name, tier: result.tier.label })}
        </h1>
        <div className={`reading ${css.paragraph}`}>
          {roles !== '' && <p>{say('classification-roles', { organisation: view.organisation, roles })}</p>}
          {result.tier === null && (
            <p>
              {say('classification-open', { count: result.missing.length })}{' '}
              {say('classification-worst', { tier: result.worstPossible.label })}
            </p>
          )}
          {result.findings
            .filter((finding) => finding.effect === 'closed')
            .map((finding) => (
              <p key={finding.question}>
                {say('classification-settled-by', {
                  question: finding.text,
                  answers: finding.answers.join(', '),
                })}
              </p>
            ))}
          {result.outcomes.map((outcome) => (
            <p key={outcome.id}>
              {say('classification-outcome-line', {
                label: outcome.label,
                refs: outcome.refs.join(', '),
                explain: outcome.explain,
              })}
              {manyDays && outcome.appliesFrom !== null && (
                <b>
                  {' '}
                  {say('classification-outcome-from', {
                    date: limited(outcome.appliesFrom, outcome.qualifier),
                  })}
                </b>
              )}
              {outcome.confirm && <Confirm brief />}
            </p>
          ))}
          {result.appliesFrom !== null && (
            <p>{say('classification-from', { date: limited(result.appliesFrom, result.qualifier) })}</p>
          )}
        </div>
      </div>
      {result.appliesFrom !== null && <Days date={result.appliesFrom} limit={result.qualifier} />}
    </section>
  );
}

/** Questions that are open, each with whom to ask, and what the case can still come to. */
export function Open({
  view,
  onQuestion,
}: {
  view: ClassificationView;
  onQuestion?: ((question: string) => void) | undefined;
}) {
  const { say } = useWords();
  const { gaps, possibleOutcomes, possibleObligations, worstPossible } = view.result;
  const { shown, toggle } = useFew(gaps);
  if (gaps.length === 0) return null;
  const labels = possibleOutcomes.map((outcome) => outcome.label);
  const possible = labels.length === 0 ? say('classification-possible-none') : labels.join('; ');
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-open-title')}</h2>
        <span className="row">
          <span className="caption">{say('classification-open', { count: gaps.length })}</span>
          {toggle}
        </span>
      </div>
      <ul className={css.findings}>
        {shown.map((gap) => (
          <li key={gap.question}>
            <span className={css.refs}>
              {gap.refs.slice(0, 2).map((ref) => (
                <RefChip key={ref}>{ref}</RefChip>
              ))}
            </span>
            {onQuestion ? (
              <button type="button" className={css.findingButton} onClick={() => onQuestion(gap.question)}>
                <span className={css.findingText}>{gap.text}</span>
              </button>
            ) : (
              <span className={css.findingText}>{gap.text}</span>
            )}
            <span className="caption">{say('classification-ask', { who: gap.ask })}</span>
          </li>
        ))}
      </ul>
      <p className={css.openEnd}>
        {say('classification-possible', {
          outcomes: possible,
          worst: worstPossible.label,
          count: possibleObligations,
        })}
      </p>
    </section>
  );
}

/** Answers that do not fit together; they are shown after signing as well. */
export function Conflicts({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  return view.result.contradictions.map((conflict) => (
    <Notice key={conflict.id} tone="amber" title={say(`classification-conflict-${conflict.weight}`)}>
      {conflict.label}
    </Notice>
  ));
}

/** What changed since the decision before. */
export function Changes({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  const found = view.difference;
  const { shown, toggle } = useFew(found?.obligations ?? []);
  // While something is open, duties only seem to have gone.
  if (found === null || view.result.provisional) return null;
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-changed', { version: view.version - 1 })}</h2>
        {toggle}
      </div>
      <ul className={css.changes}>
        {found.same && <li className="quiet">{say('classification-changed-nothing')}</li>}
        <DifferenceItems difference={found} duties={shown} />
      </ul>
    </section>
  );
}

function FindingText({ finding, view }: { finding: ClassificationFinding; view: ClassificationView }) {
  const { say } = useWords();
  return (
    <>
      <span className={`${css.findingText} quiet`}>
        {finding.text} {finding.confirm && <Confirm brief />}
      </span>
      <span className={css.findingAnswer}>{finding.answers.join(', ')}</span>
      {finding.note !== null && <span className={`${css.findingText} caption`}>{finding.note}</span>}
      {view.evidence
        .filter((item) => item.question === finding.question)
        .map((item) => (
          <span key={item.id} className={`${css.findingText} caption`}>
            {say('classification-evidence-line', {
              code: item.evidence.code ?? '',
              title: item.evidence.title,
            })}
          </span>
        ))}
    </>
  );
}

/** Answers with their articles; those that settle something first. */
export function Findings({
  view,
  onQuestion,
}: {
  view: ClassificationView;
  onQuestion?: ((question: string) => void) | undefined;
}) {
  const { say } = useWords();
  const settling = (finding: ClassificationFinding) =>
    finding.effect === 'met' || finding.effect === 'closed' || finding.effect === 'carve-out';
  const { findings } = view.result;
  const settled = findings.filter(settling);
  const ordered = [...settled, ...findings.filter((finding) => !settling(finding))];
  const { shown, toggle } = useFew(ordered, Math.max(settled.length, 5));
  if (findings.length === 0) return null;
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-findings')}</h2>
        <span className="row">
          <span className="caption">
            {say('classification-settled', { count: settled.length, of: findings.length })}
          </span>
          {toggle}
        </span>
      </div>
      <ul className={css.findings}>
        {shown.map((finding) => (
          <li key={finding.question}>
            <span className={css.refs}>
              {finding.refs.slice(0, 2).map((ref) => (
                <RefChip key={ref}>{ref}</RefChip>
              ))}
            </span>
            {onQuestion ? (
              <button
                type="button"
                className={css.findingButton}
                onClick={() => onQuestion(finding.question)}
              >
                <FindingText finding={finding} view={view} />
              </button>
            ) : (
              <span>
                <FindingText finding={finding} view={view} />
              </span>
            )}
            <Status kind={EFFECT[finding.effect]}>{say(`classification-effect-${finding.effect}`)}</Status>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the register said of the system, and what has changed since. */
export function Facts({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  if (view.facts.length === 0) return null;
  const changed = view.facts.filter((fact) => fact.now !== null).length;
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-facts')}</h2>
        {changed > 0 && (
          <Status kind="attention">{say('classification-facts-changed', { count: changed })}</Status>
        )}
      </div>
      <dl className={css.reasons}>
        {view.facts.map((fact) => (
          <div key={fact.field}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.then === '' ? <span className="quiet">{say('not-set')}</span> : fact.then}
              {fact.now !== null && (
                <div className={css.confirm}>
                  {say('classification-fact-now', { now: fact.now === '' ? say('not-set') : fact.now })}
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The written reasons that the law or good practice asks for. */
export function Reasons({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  const notes = view.result.requiredNotes;
  if (notes.length === 0) return null;
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-reasons')}</h2>
      </div>
      <dl className={css.reasons}>
        {notes.map((note) => (
          <div key={note.id}>
            <dt>
              {note.label} <span className="caption">{note.refs.join(', ')}</span>
            </dt>
            <dd>
              {note.given ? (
                view.answers.notes[note.id]
              ) : (
                <Status kind="attention">{say('classification-note-missing')}</Status>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
