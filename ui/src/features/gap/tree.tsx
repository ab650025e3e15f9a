import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FiguresView, GapItem, GapView } from '../../api';
import { IconChevronDown, IconChevronRight } from '../../shared/icons';
import { strokeOf } from '../../shared/keyboard';
import { FilterChip, Segmented, ShareBar, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { stepTree, type TreeRow } from './keys';
import { conformityShape } from './scale';
import { type Branch, byClause, byOwner, type LineFilter, type Way } from './ways';

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
  const tree = useRef<HTMLDivElement>(null);
  const holds = (branch: Branch) => branch.lines.some((item) => item.requirement === current);
  const here = branches.find(holds)?.id ?? null;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  // The branch of the line at hand is open; closing it by hand is respected until another line is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line in the same branch opens it again
  useEffect(() => {
    if (here !== null) setOpened((old) => new Set(old).add(here));
  }, [here, current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a filter leaves is few and is shown at once
  useEffect(() => {
    if (unfold) setOpened(new Set(branches.map((branch) => branch.id)));
  }, [unfold]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line at hand is kept in sight once its row is there
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, opened]);

  const rows = useMemo<TreeRow[]>(
    () =>
      branches.flatMap((branch) => {
        const open = opened.has(branch.id);
        const head = { id: branch.id, parent: null, open };
        if (!open) return [head];
        return [
          head,
          ...branch.lines.map((item) => ({ id: item.requirement, parent: branch.id, open: false })),
        ];
      }),
    [branches, opened],
  );
  const shown = new Set(rows.map((row) => row.id));
  const stop = [focused, current].find((one) => one !== null && shown.has(one)) ?? rows[0]?.id;
  const toggle = (branch: string) =>
    setOpened((old) => {
      const next = new Set(old);
      if (!next.delete(branch)) next.add(branch);
      return next;
    });
  const focus = (row: string) => {
    setFocused(row);
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stop === undefined ? null : stepTree(rows, stop, strokeOf(event.nativeEvent, false));
    if (step === null) return;
    event.preventDefault();
    if ('focus' in step) focus(step.focus);
    else if ('toggle' in step) toggle(step.toggle);
    else onOpen(step.choose);
  };
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
              aria-expanded={group ? row.open : undefined}
              aria-selected={row.id === current}
              tabIndex={row.id === stop ? 0 : -1}
              className={group ? css.treeGroup : css.treeLine}
              data-excluded={item?.excluded || undefined}
              onClick={() => {
                setFocused(row.id);
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
  onFilter: (filter: LineFilter) => void;
  onOpen: (requirement: string) => void;
}) {
  const { say } = useWords();
  const unfold = filter.notAssessed || filter.blocks;
  const tools = { current, unfold, onOpen };
  const halves = [false, true].map((control) => ({
    control,
    figures: control ? view.controls : view.clauses,
    branches: byClause(view, control, filter),
  }));
  const people = byOwner(view, say('gap-owner-nobody'), filter);
  const empty = way === 'owner' ? people.length === 0 : halves.every((half) => half.branches.length === 0);
  const chips = [
    { key: 'notAssessed', label: say('gap-filter-not-assessed') },
    { key: 'blocks', label: say('gap-filter-blocks') },
  ] as const;
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
          {chips.map(({ key, label }) => (
            <FilterChip
              key={key}
              active={filter[key]}
              onClick={() => onFilter({ ...filter, [key]: !filter[key] })}
              onClear={() => onFilter({ ...filter, [key]: false })}
            >
              {label}
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
