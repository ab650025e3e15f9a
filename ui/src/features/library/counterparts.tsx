import { Link } from '@tanstack/react-router';
import type { RequirementCounterparts, RequirementDetail } from '../../api';
import { useWords } from '../../shared/words';
import css from './library.module.css';
import { EndLink, RelationChip, useStated } from './relation';

/** What one crosswalk says, a pair a row. */
function Part({ part, detail }: { part: RequirementCounterparts; detail: RequirementDetail }) {
  const { say } = useWords();
  const stated = useStated();
  const { framework, requirement } = detail;
  return (
    <div>
      <h3 className={css.basis}>
        <span>{part.title}</span>
        <Link
          to="/crosswalks"
          search={{ from: framework.id, to: part.framework, find: requirement.id }}
          className={css.end}
        >
          {say('library-open-crosswalk')}
        </Link>
      </h3>
      {part.pairs.length === 0 ? (
        <p className={`quiet ${css.partNone}`}>{say('library-no-counterpart')}</p>
      ) : (
        <ul>
          {part.pairs.map((pair) => (
            <li key={`${pair.to?.id ?? ''} ${pair.source}`} className={css.counterpart}>
              <RelationChip relation={pair.relation} />
              <span className={css.counterpartText}>
                {pair.to ? (
                  <EndLink framework={part.framework} end={pair.to} />
                ) : (
                  <span>{say('library-no-counterpart')}</span>
                )}
                {pair.note !== null && <span className="caption">{pair.note}</span>}
              </span>
              <span className={css.counterpartStated}>
                <span title={pair.source}>{say(`origin-${pair.origin}`)}</span>
                <span className="caption">
                  {say('crosswalk-stated', {
                    strength: stated.strength(pair),
                    confidence: stated.confidence(pair.confidence),
                  })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Counterparts in other frameworks, over every crosswalk there is. */
export function Counterparts({ detail }: { detail: RequirementDetail }) {
  const { say } = useWords();
  if (detail.counterparts.length === 0) return null;
  return (
    <section className={`panel ${css.items}`} aria-labelledby="library-counterparts">
      <div className={css.panelHead}>
        <h2 className="panel-title" id="library-counterparts">
          {say('library-counterparts')}
        </h2>
        <span className="caption">{say('crosswalk-limits')}</span>
      </div>
      {detail.counterparts.map((part) => (
        <Part key={part.framework} part={part} detail={detail} />
      ))}
    </section>
  );
}
