import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type FrameworkView, useRead } from '../../api';
import { IconChevronDown, IconChevronRight, IconSearch } from '../../shared/icons';
import { useOpened, useShortcuts, useTree } from '../../shared/keyboard';
import { useWords } from '../../shared/words';
import { EntryView } from './entry';
import css from './library.module.css';
import { above, treeRows } from './tree';

/** Entries that fit the typed words; none while nothing is typed. */
function useHits(framework: string, text: string, most: number): ReadonlySet<string> | null {
  const typed = useDeferredValue(text).trim();
  const found = useRead(
    'requirement.find',
    { text: typed, framework, most },
    { enabled: typed !== '', keep: true },
  ).data;
  return useMemo(() => (typed === '' || !found ? null : new Set(found.map((hit) => hit.id))), [typed, found]);
}

function Tree({
  view,
  current,
  onOpen,
}: {
  view: FrameworkView;
  current: string | null;
  onOpen: (id: string) => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const { opened, setOpened, toggle } = useOpened();
  const find = useRef<HTMLInputElement>(null);
  const entries = view.requirements;
  const hits = useHits(view.summary.id, text, entries.length);
  const rows = useMemo(() => treeRows(entries, opened, hits), [entries, opened, hits]);
  useShortcuts([{ keys: '/', label: say('library-find'), run: () => find.current?.focus() }]);
  // The way to the entry at hand is open; closing a part by hand is respected until another entry is opened.
  useEffect(() => {
    if (current !== null) setOpened((old) => new Set([...old, ...above(entries, current)]));
  }, [current, entries, setOpened]);

  const { tree, stop, focus, press, onKeyDown } = useTree({
    rows,
    current,
    onToggle: toggle,
    onChoose: onOpen,
  });
  const intoTree = (event: KeyboardEvent) => {
    const first = rows[0];
    if (event.key === 'Escape') setText('');
    else if (event.key === 'Enter' && hits !== null) {
      const hit = rows.find((row) => hits.has(row.id));
      if (hit) onOpen(hit.id);
    } else if (event.key === 'ArrowDown' && first) focus(first.id);
    else return;
    event.preventDefault();
  };
  return (
    <nav className={css.side} aria-label={view.summary.title}>
      <TextInput
        ref={find}
        aria-label={say('library-find')}
        placeholder={say('library-find')}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={intoTree}
      />
      <span className="caption" role="status">
        {hits === null
          ? say('library-entries', { count: view.summary.requirements })
          : say('library-hits', { count: hits.size, of: view.summary.requirements })}
      </span>
      {rows.length > 0 && (
        <div
          ref={tree}
          role="tree"
          aria-label={view.summary.title}
          className={css.tree}
          onKeyDown={onKeyDown}
        >
          {rows.map((row) => {
            const Chevron = row.open ? IconChevronDown : IconChevronRight;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all its rows
              <div
                key={row.id}
                role="treeitem"
                data-row={row.id}
                aria-level={row.level}
                aria-expanded={row.open ?? undefined}
                aria-selected={row.id === current}
                tabIndex={row.id === stop ? 0 : -1}
                className={css.treeRow}
                style={{ paddingInlineStart: 4 + (row.level - 1) * 14 }}
                onClick={() => {
                  press(row.id);
                  onOpen(row.id);
                  if (row.open === false) toggle(row.id);
                }}
              >
                {row.open === null ? (
                  <span className={css.chevron} />
                ) : (
                  // biome-ignore lint/a11y/noStaticElementInteractions: right and left do the same by key
                  // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                  <span
                    className={css.chevron}
                    onClick={(event) => {
                      event.stopPropagation();
                      toggle(row.id);
                    }}
                  >
                    <Chevron size={15} aria-hidden="true" />
                  </span>
                )}
                <span className={css.treeTitle}>
                  <span className={css.treeId}>{row.id}</span> {row.title}
                </span>
              </div>
            );
          })}
        </div>
      )}
    </nav>
  );
}

/** What the pack is, before an entry is chosen. */
function About({ view }: { view: FrameworkView }) {
  const { say, dateLong } = useWords();
  const crosswalks = useRead('crosswalk.list', {}).data ?? [];
  const titles = useRead('framework.list', {}).data ?? [];
  const { summary } = view;
  const others = crosswalks
    .filter((one) => one.from === summary.id || one.to === summary.id)
    .map((one) => (one.from === summary.id ? one.to : one.from));
  const ids = [...new Set(others)];
  return (
    <article className={css.entry}>
      <header className={css.head}>
        <span className="caption">
          {say('library-version', { version: summary.version, date: dateLong(summary.date) })}
        </span>
        <h1 className="record-title">{summary.title}</h1>
        <p className="reading">
          {say('library-about', { count: summary.requirements, assessable: summary.assessable })}
        </p>
      </header>
      <section className={`panel ${css.convinces}`}>
        <h2 className="panel-title">{say('library-sources')}</h2>
        <ul>
          {summary.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </section>
      {ids.length > 0 && (
        <section className={`panel ${css.convinces}`}>
          <h2 className="panel-title">{say('crosswalks-title')}</h2>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <Link to="/crosswalks" search={{ from: summary.id, to: id }}>
                  {titles.find((one) => one.id === id)?.title ?? id}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** A framework: its entries at the left, one of them at the right. */
export function Browser({
  view,
  entry,
  onOpen,
}: {
  view: FrameworkView;
  entry: string | null;
  onOpen: (id: string) => void;
}) {
  const { say } = useWords();
  const scroll = useRef<HTMLElement>(null);
  const at = view.requirements.findIndex((one) => one.id === entry);
  const go = (by: number) => {
    const next = view.requirements[at + by];
    if (next) onOpen(next.id);
  };
  useShortcuts([
    { keys: 'alt+ArrowUp', label: say('library-previous'), run: () => go(-1), whileTyping: true },
    { keys: 'alt+ArrowDown', label: say('library-next'), run: () => go(1), whileTyping: true },
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is read from its top
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [entry]);
  return (
    <div className={css.browser}>
      <Tree view={view} current={entry} onOpen={onOpen} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.scroll} ref={scroll} tabIndex={0} aria-label={say('library-entry')}>
        {entry === null ? (
          <About view={view} />
        ) : (
          <EntryView framework={view.summary.id} id={entry} onOpen={onOpen} />
        )}
      </section>
    </div>
  );
}
