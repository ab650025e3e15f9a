import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FiguresView, GapItem, GapView } from '../../api';
import { IconChevronDown, IconChevronRight } from '../../shared/icons';
import { strokeOf } from '../../shared/keyboard';
import { ShareBar, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { stepTree, type TreeRow } from './keys';
import { conformityShape } from './scale';

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

/** One half of the standard as a tree: its groups, their lines, and how far they are. */
function Half({
  view,
  control,
  current,
  onOpen,
}: {
  view: GapView;
  control: boolean;
  current: string | null;
  onOpen: (requirement: string) => void;
}) {
  const { say } = useWords();
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const here =
    view.items.find((item) => item.requirement === current && item.control === control)?.group ?? null;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  // The group of the line at hand is open; closing it by hand is respected until another line is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line in the same group opens it again
  useEffect(() => {
    if (here !== null) setOpened((old) => new Set(old).add(here));
  }, [here, current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line at hand is kept in sight once its row is there
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, opened]);

  const groups = view.groups.filter((group) => group.control === control);
  const rows = useMemo<TreeRow[]>(
    () =>
      view.groups
        .filter((group) => group.control === control)
        .flatMap((group) => {
          const open = opened.has(group.id);
          const head = { id: group.id, parent: null, open };
          if (!open) return [head];
          const lines = view.items.filter((item) => item.group === group.id);
          return [head, ...lines.map((item) => ({ id: item.requirement, parent: group.id, open: false }))];
        }),
    [view, control, opened],
  );
  const figures = control ? view.controls : view.clauses;
  const shown = new Set(rows.map((row) => row.id));
  const stop = [focused, current].find((one) => one !== null && shown.has(one)) ?? rows[0]?.id;
  const toggle = (group: string) =>
    setOpened((old) => {
      const next = new Set(old);
      if (!next.delete(group)) next.add(group);
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
  if (groups.length === 0) return null;
  return (
    <section className={css.half}>
      <div className="spread">
        <h2 className="panel-title" id={id}>
          {say(control ? 'gap-controls' : 'gap-clauses')}
        </h2>
        <span className="caption">
          {say('gap-assessed', { assessed: figures.assessed, applicable: figures.applicable })}
        </span>
      </div>
      <FiguresBar figures={figures} />
      <div ref={tree} role="tree" aria-labelledby={id} onKeyDown={onKeyDown}>
        {rows.map((row) => {
          const group = row.parent === null ? groups.find((one) => one.id === row.id) : undefined;
          const item = group ? undefined : view.items.find((one) => one.requirement === row.id);
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
                  <span className={css.treeId}>{group.id}</span>
                  <span className={css.treeTitle}>{group.title}</span>
                  <span className={css.treeCount}>
                    {say('phase-count', { done: group.figures.assessed, total: group.figures.applicable })}
                    <FiguresBar figures={group.figures} />
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

/** The whole standard at the left. Clauses and controls have their own figures; they are never added up. */
export function GapTree({
  view,
  current,
  onOpen,
}: {
  view: GapView;
  current: string | null;
  onOpen: (requirement: string) => void;
}) {
  const { say } = useWords();
  return (
    <nav className={css.tree} aria-label={say('gap-lines')}>
      <Half view={view} control={false} current={current} onOpen={onOpen} />
      <Half view={view} control current={current} onOpen={onOpen} />
    </nav>
  );
}
