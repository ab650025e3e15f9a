import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Basis, type RequirementDetail, type RequirementName, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { IconArrowRight } from '../../shared/icons';
import { RefChip } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Counterparts } from './counterparts';
import css from './library.module.css';

const BASES: readonly Basis[] = ['requirement', 'law', 'good-practice'];

/** Where this line of ISO/IEC 42001 is worked on, and how it stands there. */
function Work({ detail }: { detail: RequirementDetail }) {
  const { say } = useWords();
  const { id } = detail.requirement;
  const gap = useRead('gap.list', {}, { enabled: detail.gapLine }).data;
  const soa = useRead('soa.list', {}, { enabled: detail.soaRow }).data;
  const line = gap?.items.find((item) => item.requirement === id);
  const row = soa?.items.find((item) => item.control === id);
  const arrow = <IconArrowRight size={14} aria-hidden="true" />;
  if (!detail.gapLine && !detail.soaRow) return null;
  return (
    <p className={css.work}>
      {detail.gapLine && (
        <Link to="/gap" search={{ line: id }}>
          {line && !line.excluded
            ? say('library-gap-state', { state: say(`conformity-${line.conformity ?? 'not-assessed'}`) })
            : say('library-gap')}
          {arrow}
        </Link>
      )}
      {detail.soaRow && (
        <Link to="/soa" search={{ control: id }}>
          {row
            ? say('library-soa-state', { state: say(`soa-decision-${row.decision}`) })
            : say('library-soa')}
          {arrow}
        </Link>
      )}
    </p>
  );
}

function Facts({ detail }: { detail: RequirementDetail }) {
  const { say } = useWords();
  const { requirement } = detail;
  return (
    <dl className={css.facts}>
      {requirement.documentedInformation !== '' && (
        <div>
          <dt>
            {say(requirement.documentation === 'explicit' ? 'gap-document-asked' : 'gap-document-wise')}
          </dt>
          <dd>{requirement.documentedInformation}</dd>
        </div>
      )}
      {requirement.ownerRole !== null && (
        <div>
          <dt>{say('gap-usual-owner')}</dt>
          <dd>{requirement.ownerRole}</dd>
        </div>
      )}
    </dl>
  );
}

/** Every separate demand, by what it rests on. */
function Must({ detail }: { detail: RequirementDetail }) {
  const { say } = useWords();
  const { must } = detail.requirement;
  if (must.length === 0) return null;
  return (
    <section className={`panel ${css.items}`} aria-labelledby="library-must">
      <div className={css.panelHead}>
        <h2 className="panel-title" id="library-must">
          {say('gap-items')}
        </h2>
      </div>
      {BASES.map((basis) => {
        const items = must.filter((item) => item.basis === basis);
        if (items.length === 0) return null;
        return (
          <div key={basis}>
            <h3 className={css.basis}>
              <span>{say(`basis-${basis}`)}</span>
              {detail.gapLine && <span className="caption">{say(`gap-basis-${basis}`)}</span>}
            </h3>
            <ul>
              {items.map((item) => (
                <li key={item.key} className={css.item}>
                  <span>{item.text}</span>
                  <RefChip>{item.ref}</RefChip>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** Entries of the same framework that lead on. */
function Names({
  title,
  names,
  onOpen,
}: {
  title: string;
  names: readonly RequirementName[];
  onOpen: (id: string) => void;
}) {
  if (names.length === 0) return null;
  return (
    <section className={css.names}>
      <h2 className="panel-title">{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name.id}>
            <RefChip onOpen={() => onOpen(name.id)}>{name.id}</RefChip>
            <span>{name.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Loaded({ detail, onOpen }: { detail: RequirementDetail; onOpen: (id: string) => void }) {
  const { say } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // The entry before is gone with whatever had the focus in it. The tree keeps the focus while somebody browses it.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const { requirement } = detail;
  return (
    <article className={css.entry}>
      <header className={css.head}>
        <span className="caption">
          {[
            say(`requirement-kind-${requirement.kind}`),
            ...detail.above.map(({ id, title: words }) => say('gap-line-title', { id, title: words })),
          ].join(' · ')}
        </span>
        <h1 className="record-title" tabIndex={-1} ref={title}>
          {say('gap-line-title', { id: requirement.id, title: requirement.title })}
        </h1>
        {requirement.summary !== '' && <p className="reading">{requirement.summary}</p>}
        <Facts detail={detail} />
        <Work detail={detail} />
      </header>
      <Names title={say('library-below')} names={detail.below} onOpen={onOpen} />
      <Must detail={detail} />
      {requirement.evidence.length > 0 && (
        <section className={`panel ${css.convinces}`}>
          <h2 className="panel-title">{say('gap-convinces')}</h2>
          <ul>
            {requirement.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Counterparts detail={detail} />
      <Names title={say('library-related')} names={detail.related} onOpen={onOpen} />
    </article>
  );
}

/** One entry of a framework, with everything that belongs to it. */
export function EntryView({
  framework,
  id,
  onOpen,
}: {
  framework: string;
  id: string;
  onOpen: (id: string) => void;
}) {
  const detail = useRead('requirement.get', { framework, id });
  if (detail.data) {
    return <Loaded key={`${framework} ${id}`} detail={detail.data} onOpen={onOpen} />;
  }
  return (
    <div className={css.entry}>
      {detail.error ? (
        <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <Skeleton rows={10} />
      )}
    </div>
  );
}
