import { type CrosswalkEnd, type CrosswalkPair, type CrosswalkView, useRead } from '../../api';
import { Drawer } from '../../shared/drawer';
import { Skeleton } from '../../shared/feedback';
import { useWords } from '../../shared/words';
import css from './library.module.css';
import { EndLink, RelationChip } from './relation';

/** One end in full, so that both can be read beside each other. */
function End({ framework, title, end }: { framework: string; title: string; end: CrosswalkEnd | null }) {
  const { say } = useWords();
  const asked = end?.entry ?? null;
  const detail = useRead('requirement.get', { framework, id: asked ?? '' }, { enabled: asked !== null });
  return (
    <section className={css.drawerEnd}>
      <h3 className="caption">{title}</h3>
      {end === null ? (
        <p className="quiet">{say('library-no-counterpart')}</p>
      ) : (
        <>
          <EndLink framework={framework} end={end} />
          {detail.data ? (
            <p className="reading">{detail.data.requirement.summary}</p>
          ) : (
            asked !== null && detail.isPending && <Skeleton rows={2} />
          )}
        </>
      )}
    </section>
  );
}

interface Steps {
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** One pair beside the list, everything as its source states it. */
export function PairDrawer({ view, pair, ...steps }: { view: CrosswalkView; pair: CrosswalkPair } & Steps) {
  const { say } = useWords();
  const facts: [string, string][] = [
    [say('crosswalk-column-origin'), say(`origin-${pair.origin}`)],
    [say('crosswalk-column-source'), pair.source],
    [say('crosswalk-column-strength'), pair.strength ?? say('crosswalk-not-stated')],
    [
      say('crosswalk-column-confidence'),
      pair.confidence === null ? say('crosswalk-not-stated') : say(`confidence-${pair.confidence}`),
    ],
    ...(pair.publishedAs === null
      ? []
      : [[say('crosswalk-published-as'), pair.publishedAs] satisfies [string, string]]),
    ...(pair.note === null ? [] : [[say('crosswalk-column-note'), pair.note] satisfies [string, string]]),
  ];
  const none = say('relation-none');
  return (
    <Drawer
      idLine={say('crosswalk-pair')}
      title={say('crosswalk-pair-title', { from: pair.from?.id ?? none, to: pair.to?.id ?? none })}
      facts={<RelationChip relation={pair.relation} />}
      {...steps}
    >
      <p className={`caption ${css.drawerHelp}`}>{say(`relation-help-${pair.relation}`)}</p>
      <End framework={view.summary.from} title={view.fromTitle} end={pair.from} />
      <End framework={view.summary.to} title={view.toTitle} end={pair.to} />
      <dl className={`panel ${css.stated}`}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
