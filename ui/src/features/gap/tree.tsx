import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { FiguresView, GapItem, GapView } from '../../api';
import { IconChevronDown, IconChevronRight } from '../../shared/icons';
import { type TreeRow, useOpened, useTree } from '../../shared/keyboard';
import { FilterChip, Segmented, ShareBar, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { conformityShape } from './scale';
import {
  asked,
  type Branch,
  byClause,
  byOwner,
  FILTERS,
  type FilterKey,
  type LineFilter,
  type Way,
} from './ways';

/** Shares of the scores, best first; what is not assessed stays empty. */
export function FiguresBar({ figures }: { figures: FiguresView }) {
  const parts = [3, 2, 1, 0].map((score) => ({
    key: String(score),
    share: figures.applicable === 0 ? 0 : (figures.byScore[score] ?? 0) / figures.applicable,
    fill: `--heat-${score}`,
  }));
  return <ShareBar parts={parts} />;
}

function Line({ item }: { item: GapItem }) {
  const { say } = useWords();
  const words = say(item.excluded ? 'gap-excluded' : `conformity-${item.conformity ?? 'not-assessed'}`);
  return (
    <>
      <span title={words} className={css.treeIcon}>
        <Status kind={conformityShape(item.conformity, item.excluded)} />
        <span className="visually-hidden">{words}</span>
      </span>
      <span className={css.treeId}>{item.requirement}</span>
      <span className={css.treeTitle}>{item.title}</span>
      {item.lookAgain && !item.excluded && (
        <span className={css.treeQuick} title={say('gap-again-title')}>
          {say('gap-again-mark')}
        </span>
      )}
      {item.pass === 'quick' && !item.excluded && (
        <span className={css.treeQuick} title={say('gap-quick-title')}>
          {say('gap-quick-mark')}
        </span>
      )}
    </>
  );
}

/** A tree of branches and their lines, with how far they are. */
function Part({
  title,
  aside,
  bar,
  branches,
  current,
  unfold,
  onOpen,
}: {
  title: string;
  aside?: string;
  bar?: ReactNode;
  branches: readonly Branch[];
  current: string | null;
  /** Shows every line, because a filter leaves few. */
  unfold: boolean;
  onOpen: (requirement: string) => void;
}) {
  const { say } = useWords();
  const id = useId();
  const holds = (branch: Branch) => branch.lines.some((item) => item.requirement === current);
  const here = branches.find(holds)?.id ?? null;
  const { opened, setOpened, toggle } = useOpened();
  // The branch of the line at hand is open; closing it by hand is respected until another line is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line in the same branch opens it again
  useEffect(() => {
    if (here !== null) setOpened((old) => new Set(old).add(here));
  }, [here, current]);
  // What a filter leaves is few and is shown at once; without it the tree is as it was before.
  const before = useRef<ReadonlySet<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the filter folds and unfolds, not a new list of lines
  useEffect(() => {
    if (unfold) {
      before.current = opened;
      setOpened(new Set(branches.map((branch) => branch.id)));
    } else if (before.current !== null) {
      setOpened(here === null ? before.current : new Set(before.current).add(here));
      before.current = null;
    }
  }, [unfold]);

  const rows = useMemo<TreeRow[]>(
    () =>
      branches.flatMap((branch) => {
        const open = opened.has(branch.id);
        const head = { id: branch.id, parent: null, open, heading: true };
        if (!open) return [head];
        return [
          head,
          ...branch.lines.map((item) => ({ id: item.requirement, parent: branch.id, open: null })),
        ];
      }),
    [branches, opened],
  );
  const { tree, stop, press, onKeyDown } = useTree({ rows, current, onToggle: toggle, onChoose: onOpen });
  if (branches.length === 0) return null;
  return (
    <section className={css.half}>
      <div className="spread">
        <h2 className="panel-title" id={id}>
          {title}
        </h2>
        {aside !== undefined && <span className="caption">{aside}</span>}
      </div>
      {bar}
      <div ref={tree} role="tree" aria-labelledby={id} onKeyDown={onKeyDown}>
        {rows.map((row) => {
          const branch = branches.find((one) => one.id === (row.parent ?? row.id));
          const group = row.parent === null ? branch : undefined;
          const item = group ? undefined : branch?.lines.find((one) => one.requirement === row.id);
          const Chevron = row.open ? IconChevronDown : IconChevronRight;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all its rows
            <div
              key={row.id}
              role="treeitem"
              data-row={row.id}
              aria-level={group ? 1 : 2}
              aria-expanded={row.open ?? undefined}
              aria-selected={row.id === current}
              tabIndex={row.id === stop ? 0 : -1}
              className={group ? css.treeGroup : css.treeLine}
              data-excluded={item?.excluded || undefined}
              onClick={() => {
                press(row.id);
                if (group) toggle(row.id);
                else onOpen(row.id);
              }}
            >
              {group && (
                <>
                  <Chevron size={15} aria-hidden="true" className={css.chevron} />
                  {group.ref !== null && <span className={css.treeId}>{group.ref}</span>}
                  <span className={css.treeTitle}>{group.title}</span>
                  <span className={css.treeCount}>
                    {say('phase-count', { done: group.assessed, total: group.applicable })}
                    {group.figures && <FiguresBar figures={group.figures} />}
                  </span>
                </>
              )}
              {item && <Line item={item} />}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/**
 * The whole standard at the left: by clause and area, where clauses and controls have their own figures that are never
 * added up, or by who has to answer.
 */
export function GapTree({
  view,
  current,
  way,
  filter,
  onWay,
  onFilter,
  onOpen,
}: {
  view: GapView;
  current: string | null;
  way: Way;
  filter: LineFilter;
  onWay: (way: Way) => void;
  onFilter: (key: FilterKey) => void;
  onOpen: (requirement: string) => void;
}) {
  const { say } = useWords();
  const unfold = filter.size > 0;
  const tools = { current, unfold, onOpen };
  const halves = [false, true].map((control) => ({
    control,
    figures: control ? view.controls : view.clauses,
    branches: byClause(view, control, filter),
  }));
  // A filter is offered where there is something of it; one that is on stays until it is taken off.
  const offered = FILTERS.filter((key) => filter.has(key) || asked(view.items, key) > 0);
  const people = byOwner(view, say('gap-owner-nobody'), filter);
  const empty = way === 'owner' ? people.length === 0 : halves.every((half) => half.branches.length === 0);
  return (
    <nav className={css.tree} aria-label={say('gap-lines')}>
      <div className={css.treeTools}>
        <Segmented<Way>
          label={say('gap-way')}
          options={(['clause', 'owner'] as const).map((word) => ({
            value: word,
            label: say(`gap-way-${word}`),
          }))}
          value={way}
          onChange={onWay}
        />
        <div className={css.treeFilters}>
          {offered.map((key) => (
            <FilterChip
              key={key}
              active={filter.has(key)}
              onClick={() => onFilter(key)}
              onClear={() => onFilter(key)}
            >
              {say(`gap-filter-${key}`, { count: asked(view.items, key) })}
            </FilterChip>
          ))}
        </div>
      </div>
      {empty && <p className="quiet">{say('gap-filter-none')}</p>}
      {way === 'owner' ? (
        <Part title={say('gap-way-owner-title')} branches={people} {...tools} />
      ) : (
        halves.map(({ control, figures, branches }) => (
          <Part
            key={String(control)}
            title={say(control ? 'gap-controls' : 'gap-clauses')}
            aside={say('gap-assessed', { assessed: figures.assessed, applicable: figures.applicable })}
            bar={<FiguresBar figures={figures} />}
            branches={branches}
            {...tools}
          />
        ))
      )}
    </nav>
  );
}
