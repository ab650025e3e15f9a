import { type KeyboardEvent, useRef, useState } from 'react';
import type { GapGroupView, GapItem, GapView, GradeCounts } from '../../api';
import { Page } from '../../shared/frame';
import { IconArrowRight, IconBolt } from '../../shared/icons';
import { strokeOf } from '../../shared/keyboard';
import { Button, FilterChip, Owner, Status } from '../../shared/parts';
import { DocumentLine } from '../../shared/record/document-line';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import css from './heat.module.css';
import { stepTiles } from './keys';
import { CONFORMITIES, conformityShape, GradeState } from './scale';
import { asked, type FilterKey, type LineFilter, readFilter, shows, toggled } from './ways';

/** Clauses or controls: one row per group, one tile per line. */
interface Half {
  control: boolean;
  rows: { group: GapGroupView; items: GapItem[] }[];
}

function halfOf(view: GapView, control: boolean): Half {
  const groups = view.groups.filter((group) => group.control === control);
  return {
    control,
    rows: groups.map((group) => ({ group, items: view.items.filter((item) => item.group === group.id) })),
  };
}

/** What a line is, in words. */
function useMeaning() {
  const { say } = useWords();
  return (item: GapItem) =>
    say(item.excluded ? 'gap-excluded' : `conformity-${item.conformity ?? 'not-assessed'}`);
}

function Legend() {
  const { say } = useWords();
  return (
    <ul className={css.legend}>
      {CONFORMITIES.map((word, score) => (
        <li key={word}>
          <Status kind={conformityShape(word)} />
          {say('gap-legend', { score, name: say(`conformity-${word}`) })}
        </li>
      )).reverse()}
      <li>
        <Status kind={conformityShape(null)} />
        {say('conformity-not-assessed')}
      </li>
      <li>
        <IconBolt size={13} aria-hidden="true" />
        {say('gap-quick-mark')}
      </li>
    </ul>
  );
}

/** The heaviest gaps of a group. */
function OpenGaps({ grades, assessed }: { grades: GradeCounts; assessed: number }) {
  const { say } = useWords();
  if (grades.blocks > 0)
    return <Status kind="blocked">{say('gap-count-blocks', { count: grades.blocks })}</Status>;
  if (grades.weakens > 0)
    return <Status kind="attention">{say('gap-count-weakens', { count: grades.weakens })}</Status>;
  if (grades.polish > 0)
    return <Status kind="info">{say('gap-count-polish', { count: grades.polish })}</Status>;
  return <span className="quiet">{say(assessed === 0 ? 'gap-no-data' : 'gap-count-none')}</span>;
}

function Tile({
  item,
  stop,
  at,
  aside,
  onFocus,
  onOpen,
}: {
  item: GapItem;
  stop: boolean;
  at: boolean;
  /** Not what the filter asks for. */
  aside: boolean;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const { say } = useWords();
  const meaning = useMeaning();
  const score = item.conformity === null || item.excluded ? null : CONFORMITIES.indexOf(item.conformity);
  return (
    <button
      type="button"
      className={css.tile}
      data-tile={item.requirement}
      data-score={score ?? 'none'}
      data-at={at || undefined}
      data-aside={aside || undefined}
      tabIndex={stop ? 0 : -1}
      title={item.title}
      onFocus={onFocus}
      onMouseEnter={onFocus}
      onClick={onOpen}
    >
      <span>{item.requirement}</span>
      <span className={css.score}>
        <Status kind={conformityShape(item.conformity, item.excluded)} size={13} />
        {score ?? say(item.excluded ? 'gap-tile-excluded' : 'gap-tile-none')}
        {item.pass === 'quick' && !item.excluded && (
          <span className={css.quick} title={say('gap-quick-title')}>
            <IconBolt size={12} aria-label={say('gap-quick-mark')} />
          </span>
        )}
      </span>
      <span className="visually-hidden">
        {say('gap-tile', { title: item.title, meaning: meaning(item) })}
      </span>
    </button>
  );
}

function HalfTable({
  half,
  filter,
  at,
  stop,
  onAt,
  onOpen,
}: {
  half: Half;
  filter: LineFilter;
  at: string | null;
  stop: string | null;
  onAt: (requirement: string) => void;
  onOpen: (requirement: string) => void;
}) {
  const { say, percent, date } = useWords();
  return (
    <div className={`panel ${css.frame}`}>
      <table className={css.table}>
        <caption className="visually-hidden">{say(half.control ? 'gap-controls' : 'gap-clauses')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(half.control ? 'gap-column-area' : 'gap-column-clause')}</th>
            <th scope="col">{say(half.control ? 'gap-column-controls' : 'gap-column-requirements')}</th>
            <th scope="col" className={css.end}>
              {say('gap-conformity')}
            </th>
            <th scope="col">{say('gap-column-gaps')}</th>
            <th scope="col" className={css.end}>
              {say('gap-column-due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {half.rows.map(({ group, items }) => (
            <tr key={group.id}>
              <th scope="row">
                <span className={css.group}>
                  {say('gap-line-title', { id: group.id, title: group.title })}
                </span>
                <span className="caption">
                  {say('gap-assessed', {
                    assessed: group.figures.assessed,
                    applicable: group.figures.applicable,
                  })}
                </span>
              </th>
              <td>
                <div className={css.tiles}>
                  {items.map((item) => (
                    <Tile
                      key={item.requirement}
                      item={item}
                      stop={item.requirement === stop}
                      at={item.requirement === at}
                      aside={!shows(item, filter)}
                      onFocus={() => onAt(item.requirement)}
                      onOpen={() => onOpen(item.requirement)}
                    />
                  ))}
                </div>
              </td>
              <td className={css.end}>
                {group.figures.percent === null ? (
                  <span className="quiet">{say('gap-no-data')}</span>
                ) : (
                  <span className={css.percent}>{percent(group.figures.percent / 100)}</span>
                )}
              </td>
              <td className="nowrap">
                <OpenGaps grades={group.grades} assessed={group.figures.assessed} />
              </td>
              <td className={`${css.end} nowrap`}>
                {group.nextDue === null ? (
                  <span className="quiet">{say('gap-due-none')}</span>
                ) : (
                  date(group.nextDue)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Lines that are forecast to block certification: what to do first. */
function Blockers({ view, onOpen }: { view: GapView; onOpen: (requirement: string) => void }) {
  const { say } = useWords();
  const items = view.items.filter(
    (item) => (item.forecast ?? item.grade) === 'blocks-certification' && !item.excluded,
  );
  const group = (item: GapItem) => view.groups.find((one) => one.id === item.group)?.title ?? '';
  return (
    <section className={`panel ${css.blockers}`}>
      <h2 className="panel-title">{say('gap-report-blockers')}</h2>
      {items.length === 0 ? (
        <p className="quiet">{say('gap-report-no-blockers')}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.requirement}>
              <Status kind="blocked" />
              <Button look="link" onClick={() => onOpen(item.requirement)}>
                {say('gap-line-title', { id: item.requirement, title: item.title })}
              </Button>
              <span className="caption">{group(item)}</span>
              <Owner name={item.owner?.name ?? null} />
            </li>
          ))}
        </ul>
      )}
      <p className="caption">{say('gap-forecast-note')}</p>
    </section>
  );
}

/** A way to look at the tiles: what the auditors of the two stages would stop at, what was judged only quickly. */
interface Way {
  key: FilterKey;
  count: number;
  /** What it counts, in a sentence. */
  text: string;
}

function useWaysToLook(view: GapView): Way[] {
  const { say } = useWords();
  const { stages } = view;
  const { belowPaper: below, documents, notPlanned: unplanned, clauses, controls, included } = stages;
  const ways: Way[] = [
    { key: 'stage1', count: stages.one, text: say('gap-stage-one', { below, documents, unplanned }) },
    { key: 'stage2', count: stages.two, text: say('gap-stage-two', { clauses, controls, included }) },
    { key: 'quick', count: asked(view.items, 'quick'), text: say('gap-quick-help') },
    { key: 'again', count: asked(view.items, 'again'), text: say('gap-again-help') },
  ];
  return ways.filter((way) => way.key === 'stage1' || way.key === 'stage2' || way.count > 0);
}

/** Each way narrows the tiles. */
function Filters({
  ways,
  filter,
  onFilter,
}: {
  ways: readonly Way[];
  filter: LineFilter;
  onFilter: (key: FilterKey) => void;
}) {
  const { say } = useWords();
  return (
    <div className={css.filters}>
      {ways.map(({ key, count, text }) => (
        <FilterChip
          key={key}
          title={text}
          active={filter.has(key)}
          onClick={() => onFilter(key)}
          onClear={() => onFilter(key)}
        >
          {say(`gap-filter-${key}`, { count })}
        </FilterChip>
      ))}
    </div>
  );
}

/** What the ways count, in sentences, below the tiles. */
function AuditsWouldSee({ ways }: { ways: readonly Way[] }) {
  const { say } = useWords();
  return (
    <section className={`panel ${css.blockers}`}>
      <h2 className="panel-title">{say('gap-views')}</h2>
      <ul>
        {ways.map(({ key, count, text }) => (
          <li key={key}>
            <b>{say(`gap-filter-${key}`, { count })}</b> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line at hand, in words. */
function AtHand({ item, onOpen }: { item: GapItem; onOpen: () => void }) {
  const { say, date } = useWords();
  const meaning = useMeaning();
  return (
    <div className={css.atHand}>
      <Status kind={conformityShape(item.conformity, item.excluded)} size={17} />
      <span className={css.atHandText}>
        <b>{say('gap-at-hand', { id: item.requirement, title: item.title, meaning: meaning(item) })}</b>{' '}
        <span className="quiet">
          {say('gap-items-met', { met: item.met, items: item.items })}
          {item.code !== null && item.grade !== null && !item.excluded && (
            <> {say('gap-panel-code', { code: item.code })}</>
          )}
        </span>
      </span>
      {item.nextDue !== null && (
        <span className="nowrap">{say('gap-at-hand-due', { date: date(item.nextDue) })}</span>
      )}
      {item.grade !== null && !item.excluded && <GradeState grade={item.grade} />}
      {item.owner !== null && <Owner name={item.owner.name} />}
      <Button after={<IconArrowRight size={15} aria-hidden="true" />} onClick={onOpen}>
        {say('gap-open')}
      </Button>
    </div>
  );
}

/** The standard at a glance. Clauses and controls stand one below the other and are never averaged together. */
export function HeatMap({ view, onOpen }: { view: GapView; onOpen: (requirement: string) => void }) {
  const { say, percent } = useWords();
  const [at, setAt] = useState<string | null>(null);
  const [only, setOnly] = useSearchParam('only');
  const filter = readFilter(only);
  const body = useRef<HTMLDivElement>(null);
  const halves = [halfOf(view, false), halfOf(view, true)].filter((half) => half.rows.length > 0);
  const grid = halves.flatMap((half) => half.rows.map((row) => row.items.map((item) => item.requirement)));
  const ways = useWaysToLook(view);
  // Before the first line is assessed nothing can be said, and zeros would read like success.
  const begun = view.clauses.assessed + view.controls.assessed > 0;
  const stop = at ?? grid[0]?.[0] ?? null;
  const item = view.items.find((one) => one.requirement === at);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset.tile : undefined;
    if (target === undefined) return;
    const to = stepTiles(grid, target, strokeOf(event.nativeEvent, false));
    if (to === null) return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(to)}"]`)?.focus();
  };
  const headline = (control: boolean) => {
    const { assessed, notConforming: count } = control ? view.controls : view.clauses;
    if (assessed === 0) return say(control ? 'gap-headline-controls-none' : 'gap-headline-none');
    return say(control ? 'gap-headline-controls' : 'gap-headline', { count });
  };
  const figure = (control: boolean) => {
    const { assessed, applicable, percent: share } = control ? view.controls : view.clauses;
    const base = say('gap-assessed', { assessed, applicable });
    return share === null ? base : say('gap-figure', { base, percent: percent(share / 100) });
  };
  return (
    <>
      <Page scrolls>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the arrows of the tiles inside */}
        <div ref={body} className={css.body} onKeyDown={onKeyDown}>
          {halves.map((half, index) => (
            <div key={String(half.control)} className={css.half}>
              <div className={css.top}>
                <div>
                  {index === 0 ? (
                    <h1 className="page-title">{headline(half.control)}</h1>
                  ) : (
                    <h2 className="section-title">{headline(half.control)}</h2>
                  )}
                  <p className="quiet">{figure(half.control)}</p>
                </div>
                {index === 0 && <Legend />}
                {index === 0 && begun && (
                  <Filters ways={ways} filter={filter} onFilter={(key) => setOnly(toggled(filter, key))} />
                )}
              </div>
              <HalfTable half={half} filter={filter} at={at} stop={stop} onAt={setAt} onOpen={onOpen} />
            </div>
          ))}
          {begun && <AuditsWouldSee ways={ways} />}
          {begun && <Blockers view={view} onOpen={onOpen} />}
          {view.assessment !== null && <DocumentLine kind="gap" />}
        </div>
      </Page>
      {item && <AtHand item={item} onOpen={() => onOpen(item.requirement)} />}
    </>
  );
}
