import { useEffect, useRef, useState } from 'react';
import type { ClassificationView } from '../../api';
import { useAnnounce } from '../../shared/feedback';
import { IconCalendar } from '../../shared/icons';
import { Button, Tier } from '../../shared/parts';
import { daysUntil, useWords } from '../../shared/words';
import css from './classification.module.css';
import { DifferenceItems } from './difference-list';

/** Duties shown before "Show all". */
const FEW = 5;

/** First provision of a duty, for the narrow column, which may break before a point. */
function shortRef(reference: string): string {
  return (reference.split(',')[0] ?? reference).replace('(', '\u200b(');
}

/** Everything the answer at hand changes, and that it is this answer which does. */
function Effect({ effect }: { effect: ClassificationView['effect'] }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  if (effect === null) return null;
  const { difference } = effect;
  const shown = all ? difference.obligations : difference.obligations.slice(0, FEW);
  const unchanged =
    !difference.tierChanged &&
    difference.obligations.length === 0 &&
    difference.outcomesAdded.length + difference.outcomesRemoved.length + difference.outcomesMoved.length ===
      0;
  return (
    <div className={css.effect}>
      <h3 className="panel-title">{say('classification-effect-title')}</h3>
      <p className="caption">
        {say('classification-effect-why', {
          answers: effect.answers.join(', '),
          refs: effect.refs.join(', '),
        })}
      </p>
      <ul className={css.changes}>
        {unchanged && <li className="quiet">{say('classification-changed-nothing')}</li>}
        <DifferenceItems difference={difference} duties={shown} />
      </ul>
      {difference.obligations.length > FEW && (
        <div className={css.more}>
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? say('classification-show-fewer')
              : say('classification-show-all', { count: difference.obligations.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the answers come to so far, with what this answer changes. */
export function OutcomeSoFar({
  view,
  effect,
}: {
  view: ClassificationView;
  /** What the answer at hand changes. */
  effect: ClassificationView['effect'];
}) {
  const { say, date } = useWords();
  const announce = useAnnounce();
  const [all, setAll] = useState(false);
  const { result, soFar } = view;
  const tier = soFar.tier ?? soFar.certainTier;
  const sentence = tier ? say('classification-outcome', { tier: tier.label }) : '';
  const spoken = useRef(sentence);
  useEffect(() => {
    if (sentence !== spoken.current && sentence !== '') announce(sentence);
    spoken.current = sentence;
  }, [sentence, announce]);

  const brought = new Set(view.brought);
  // New duties first: they are what this answer changes.
  const duties = [...soFar.obligations].sort((a, b) => Number(brought.has(b.id)) - Number(brought.has(a.id)));
  const worst = say('classification-worst', { tier: result.worstPossible.label });
  const visible = all ? duties : duties.slice(0, FEW);
  const giving = soFar.outcomes.filter((one) => one.makesTier);
  const outcome =
    giving.find((one) => one.appliesFrom === soFar.appliesFrom) ?? giving[0] ?? soFar.outcomes[0];
  return (
    <section className={`panel ${css.outcome}`} aria-label={say('classification-so-far')}>
      <div className="spread caption nowrap">
        <span>{say('classification-so-far')}</span>
        <span>{say('classification-changes')}</span>
      </div>
      <div className={css.tier}>
        <Tier tier={tier?.id ?? null} label={tier?.label} />
      </div>
      <p className={css.explain}>
        {tier
          ? outcome === undefined || outcome.label === tier.label
            ? tier.explain
            : outcome.label
          : `${say('classification-open', { count: result.missing.length })} ${worst}`}
      </p>
      {soFar.appliesFrom !== null && tier && (
        <div className={css.applies}>
          <IconCalendar size={16} aria-hidden="true" />
          {say(
            daysUntil(soFar.appliesFrom) > 0 ? 'classification-applies-from' : 'classification-applies-since',
            {
              date: date(soFar.appliesFrom),
            },
          )}
          {soFar.qualifier !== null && <span className="caption">{soFar.qualifier}</span>}
        </div>
      )}
      <div className="spread">
        <h3 className="panel-title">{say('classification-duties')}</h3>
        <span className="caption">
          {view.brought.length > 0
            ? say('classification-duties-new', { count: duties.length, fresh: view.brought.length })
            : say('classification-duties-count', { count: duties.length })}
        </span>
      </div>
      {duties.length === 0 ? (
        <p className="caption">{say('classification-duties-none')}</p>
      ) : (
        <ul className={css.duties}>
          {visible.map((duty) => (
            <li key={duty.id}>
              <span className={css.dutyRef}>{shortRef(duty.ref)}</span>
              <span className={css.dutyLabel} title={duty.label}>
                {duty.title ?? duty.label}
              </span>
              {brought.has(duty.id) ? (
                <span className={css.fresh}>{say('classification-new')}</span>
              ) : (
                <span className="caption nowrap">{date(duty.appliesFrom)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {duties.length > FEW && (
        <div className={css.more}>
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? say('classification-show-fewer')
              : say('classification-show-all', { count: duties.length })}
          </Button>
        </div>
      )}
      <Effect effect={effect} />
      {result.provisional && tier && (
        <p className="caption">
          {say('classification-supposed', { count: result.missing.length })}{' '}
          {result.worstPossible.id !== tier.id && worst}
        </p>
      )}
    </section>
  );
}
