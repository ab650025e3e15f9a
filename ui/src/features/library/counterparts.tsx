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
  const sources = [...new Set(part.pairs.map((pair) => pair.source))];
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
                <span>{say(`origin-${pair.origin}`)}</span>
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
      {sources.length > 0 && (
        <p className={`caption ${css.partSources}`}>
          {say('library-part-sources', { count: sources.length, sources: sources.join('; ') })}
        </p>
      )}
    </div>
  );
}

/** Counterparts in other frameworks, over every crosswalk there is. */
export function Counterparts({ detail }: { detail: RequirementDetail }) {
  const { say } = useWords();
  // A heading has its pairs at the entries under it; only what can be assessed lacks a counterpart.
  const parts = detail.counterparts.filter((part) => part.pairs.length > 0 || detail.requirement.assessable);
  if (parts.length === 0) return null;
  return (
    <section className={`panel ${css.items}`} aria-labelledby="library-counterparts">
      <div className={css.panelHead}>
        <h2 className="panel-title" id="library-counterparts">
          {say('library-counterparts')}
        </h2>
        <span className="caption">{say('crosswalk-limits')}</span>
      </div>
      {parts.map((part) => (
        <Part key={part.framework} part={part} detail={detail} />
      ))}
    </section>
  );
}
