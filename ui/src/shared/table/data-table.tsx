import { useElementSize } from '@mantine/hooks';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { MAC, stepList, strokeOf, useShortcuts } from '../keyboard';
import { useWords } from '../words';
import { askedWidth, type Column, definitions, features, fitting, type Sorting } from './columns';
import { Head } from './head';
import css from './table.module.css';

export interface DataTableProps<Row extends object> {
  /** What the list is, for people who listen. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Name of a row, for its checkbox. */
  rowName: (row: Row) => string;
  /** The row whose record is open. */
  openId?: string | null;
  onOpen?: (row: Row) => void;
  /** Ids of selected rows; with `onSelect` rows can be selected. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Actions on the selected rows, shown above the head. */
  bulk?: ReactNode;
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting | null) => void;
  /** A drawer is beside the list: only columns to keep are shown. */
  compact?: boolean;
  /** Group heading of a row; rows of one group follow each other. */
  group?: (row: Row) => string;
  /** Rows of two lines. */
  tall?: boolean;
  /** More rows are wanted: the end of the list came into sight. */
  onEnd?: () => void;
}

const NO_ROWS: ReadonlySet<string> = new Set();
/** Shorter lists are drawn whole. */
const VIRTUAL_FROM = 200;
/** Width of the column of checkboxes. */
const BOX = 44;

function cssSize(name: string, fallback: number): number {
  const value = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name));
  return Number.isFinite(value) && value > 0 ? value : fallback;
}

/** A list: sortable, reachable by keyboard, drawn in part when long. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    columns,
    rowId,
    rowName,
    openId,
    onOpen,
    selected = NO_ROWS,
    onSelect,
    compact,
    group,
  } = props;
  const { say } = useWords();
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(null);
  const sorting = props.sorting === undefined ? ownSorting : props.sorting;
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const anchor = useRef(-1);
  // The row that is to get the focus once it is drawn; a key that came after it has changed its mind.
  const wanted = useRef<string | null>(null);

  const { ref: box, width: room } = useElementSize();
  const shown = useMemo(
    () => fitting(columns, compact ?? false, room - (onSelect ? BOX : 0)),
    [columns, compact, room, onSelect],
  );
  const table = useTable({
    features,
    data: rows,
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: rowId,
    state: {
      sorting: sorting === null ? [] : [{ id: sorting.column, desc: sorting.descending }],
      columnVisibility: {},
    },
  });
  const sorted = table.getRowModel().rows;
  const ids = useMemo(() => sorted.map((row) => row.id), [sorted]);

  const virtual = sorted.length > VIRTUAL_FROM;
  // Beside a drawer names need two lines; where rows must all be of one height, all are of two lines.
  const tall = (props.tall ?? false) || (virtual && (compact ?? false));
  const height = cssSize(tall ? '--row-tall' : '--row', 37);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
    enabled: virtual,
  });
  useEffect(() => {
    if (height > 0) virtualizer.measure();
  }, [height, virtualizer]);

  const opened = openId ? ids.indexOf(openId) : -1;
  useEffect(() => {
    if (opened >= 0) setAt(opened);
  }, [opened]);

  const bring = useCallback(
    (index: number) => {
      if (virtual) virtualizer.scrollToIndex(index);
      const id = ids[index];
      if (id === undefined) return;
      window.requestAnimationFrame(() => {
        const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
        row?.scrollIntoView({ block: 'nearest' });
        if (wanted.current !== id) return;
        row?.focus({ preventScroll: true });
        wanted.current = null;
      });
    },
    [ids, virtual, virtualizer],
  );

  // A record that was just made, found or stepped to is brought into sight once; who scrolls away stays there.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (!openId) brought.current = null;
    if (!openId || opened < 0 || brought.current === openId) return;
    brought.current = openId;
    bring(opened);
  }, [openId, opened, bring]);

  const press = useCallback(
    (stroke: string, focus: boolean): boolean => {
      const picked = new Set<number>();
      ids.forEach((id, index) => {
        if (selected.has(id)) picked.add(index);
      });
      const place = { at, anchor: anchor.current, selected: picked };
      const step = stepList(place, stroke, ids.length, onSelect !== undefined);
      if (step === null) return false;
      anchor.current = step.place.anchor;
      if (onSelect && step.place.selected !== picked) {
        onSelect(new Set([...step.place.selected].map((index) => ids[index] ?? '')));
      }
      if (step.place.at !== at) {
        setAt(step.place.at);
        wanted.current = focus ? (ids[step.place.at] ?? null) : null;
        bring(step.place.at);
      }
      const target = step.open ?? (openId && step.place.at !== at ? step.place.at : undefined);
      const row = target === undefined ? undefined : sorted[target];
      if (row && onOpen) onOpen(row.original);
      return true;
    },
    [at, ids, selected, onSelect, onOpen, openId, sorted, bring],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const inControl =
      event.target instanceof HTMLElement && event.target.closest('button, input, a') !== null;
    const stroke = strokeOf(event.nativeEvent, MAC);
    if (inControl && (stroke === 'Enter' || stroke === 'Space')) return;
    if (stroke === 'j' || stroke === 'k') return;
    if (press(stroke, true)) event.preventDefault();
  };
  useShortcuts([
    { keys: 'j', label: say('keys-next'), run: () => press('j', openId === null || openId === undefined) },
    {
      keys: 'k',
      label: say('keys-previous'),
      run: () => press('k', openId === null || openId === undefined),
    },
  ]);

  const toggle = (id: string, index: number) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    anchor.current = index;
    onSelect?.(next);
  };

  const span = shown.length + (onSelect ? 1 : 0);
  const items = virtual
    ? virtualizer.getVirtualItems()
    : sorted.map((_, index) => ({ index, start: 0, end: 0 }));
  const before = virtual ? (items[0]?.start ?? 0) : 0;
  const after = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const lastSeen = items.at(-1)?.index ?? -1;
  const { onEnd } = props;
  useEffect(() => {
    if (onEnd && virtual && lastSeen >= sorted.length - 1) onEnd();
  }, [onEnd, virtual, lastSeen, sorted.length]);

  return (
    <div ref={box} className={`panel ${css.frame} ${css.fit}`}>
      {selected.size > 0 && props.bulk && (
        <div className={css.bulk} role="toolbar" aria-label={say('table-bulk')}>
          <strong>{say('table-selected', { count: selected.size })}</strong>
          {props.bulk}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside bubble to here */}
      <div ref={scroll} className={css.scroll} onKeyDown={onKeyDown}>
        <table
          className={css.table}
          aria-label={label}
          aria-rowcount={sorted.length + 1}
          data-tall={tall || undefined}
          data-wraps={!virtual || tall || undefined}
        >
          <colgroup>
            {onSelect && <col style={{ width: BOX }} />}
            {shown.map((column) => (
              <col key={column.id} style={{ width: askedWidth(column, compact ?? false) }} />
            ))}
          </colgroup>
          <Head
            columns={shown}
            sorting={sorting}
            onSort={(next) => {
              if (props.onSort) props.onSort(next);
              else setOwnSorting(next);
            }}
            all={
              onSelect ? { count: selected.size, of: ids.length, toggle: () => press('mod+a', false) } : null
            }
          />
          <tbody>
            {before > 0 && <Spacer height={before} span={span} />}
            {/* One flat list: in lists of their own, rows would be known by their place and be made anew on every scroll,
                also between pressing and letting go of the pointer. */}
            {items.flatMap(({ index }) => {
              const row = sorted[index];
              if (!row) return [];
              const heading = group?.(row.original);
              const previous = sorted[index - 1];
              const starts = heading !== undefined && (!previous || group?.(previous.original) !== heading);
              const chosen = selected.has(row.id);
              const isOpen = row.id === openId;
              return [
                starts && (
                  <tr key={`group ${heading}`} className={css.group}>
                    <td colSpan={span}>{heading}</td>
                  </tr>
                ),
                <tr
                  key={row.id}
                  data-row={row.id}
                  data-selected={chosen || undefined}
                  data-open={isOpen || undefined}
                  aria-current={isOpen || undefined}
                  aria-rowindex={index + 2}
                  tabIndex={index === Math.max(at, 0) ? 0 : -1}
                  className={`${css.row} ${index === sorted.length - 1 && !virtual ? css.last : ''}`}
                  onFocus={(event) => {
                    if (event.target === event.currentTarget) setAt(index);
                  }}
                  onClick={() => {
                    setAt(index);
                    onOpen?.(row.original);
                  }}
                >
                  {onSelect && (
                    <td className={css.check}>
                      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the box from opening the row */}
                      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
                      <span className={css.target} onClick={(event) => event.stopPropagation()}>
                        <input
                          type="checkbox"
                          tabIndex={-1}
                          checked={chosen}
                          aria-label={say('table-select-row', { name: rowName(row.original) })}
                          onChange={() => toggle(row.id, index)}
                        />
                      </span>
                    </td>
                  )}
                  {shown.map((column) => (
                    <td key={column.id} data-align={column.align} title={column.title?.(row.original)}>
                      {column.cell(row.original)}
                    </td>
                  ))}
                </tr>,
              ];
            })}
            {after > 0 && <Spacer height={after} span={span} />}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a tab index takes no focus
    <tr aria-hidden="true" className={css.spacer}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
