import { type ReactNode, useState } from 'react';
import type { CallError } from '../../api';
import { Split } from '../drawer';
import { EmptyState, ErrorPanel, Skeleton } from '../feedback';
import { Page, PageHead } from '../frame';
import { useSearchParam } from '../search-param';
import { useNarrow } from '../size';
import {
  DataTable,
  type DataTableProps,
  type FilterDimension,
  Filters,
  type FilterValue,
  Toolbar,
} from '../table';

/** What somebody asks of a list: words of the filters, and text to find. */
export interface Asked {
  filter: FilterValue;
  setFilter: (filter: FilterValue) => void;
  text: string;
  setText: (text: string) => void;
}

export function useAsked(initial: FilterValue = {}): Asked {
  const [filter, setFilter] = useState(initial);
  const [text, setText] = useState('');
  return { filter, setFilter, text, setText };
}

/** The record that is open beside a list, kept in the address. */
export interface OpenRecord {
  openId: string | null;
  setOpen: (id: string | null) => void;
  /** What its drawer needs to close and to step through the list as it is shown; no step at the ends. */
  steps: { onClose: () => void; onPrevious: (() => void) | undefined; onNext: (() => void) | undefined };
}

/** `idOf` names a row in the address; `isOpen` tells which row is meant, where other words mean it too. */
export function useListRecord<Row>(
  shown: readonly Row[],
  idOf: (row: Row) => string,
  isOpen: (row: Row, openId: string) => boolean = (row, openId) => idOf(row) === openId,
): OpenRecord {
  const [openId, setOpen] = useSearchParam('open');
  const at = openId === null ? -1 : shown.findIndex((row) => isOpen(row, openId));
  const step = (by: number) => {
    const next = at < 0 ? undefined : shown[at + by];
    return next === undefined ? undefined : () => setOpen(idOf(next));
  };
  return {
    openId,
    setOpen,
    steps: { onClose: () => setOpen(null), onPrevious: step(-1), onNext: step(1) },
  };
}

/** The page of a list, with the drawer of the record that is open. */
export function ListPage({
  title,
  aside,
  drawer,
  children,
}: {
  title: string;
  aside?: ReactNode;
  drawer?: ReactNode;
  children: ReactNode;
}) {
  const narrow = useNarrow(1100);
  const open = Boolean(drawer);
  return (
    <Split drawer={drawer}>
      <Page tight={open && !narrow}>
        <PageHead title={title} aside={aside} />
        {children}
      </Page>
    </Split>
  );
}

/** Filters over a table; whatever there is to say while nothing can be shown stands in its place. */
export function FilteredList<Row extends object>({
  read,
  none,
  before,
  asked,
  dimensions,
  findLabel,
  more,
  count,
  notice,
  noneFound,
  record,
  ...table
}: {
  /** What the rows are read by. */
  read: { error: CallError | null; data: unknown; refetch: () => unknown };
  /** What to say, and to do, while there is nothing at all; null once there is something. */
  none: { text: string; action?: ReactNode } | null;
  /** Above the filters. */
  before?: ReactNode;
  asked: Asked;
  dimensions: readonly FilterDimension[];
  findLabel: string;
  /** Beside the filters. */
  more?: ReactNode;
  /** At the other end of them: how many rows are shown. */
  count?: string | false | undefined;
  /** Between the filters and the table. */
  notice?: ReactNode;
  /** What to say when no row fits the filters. */
  noneFound: string;
  /** The record opened by a row. */
  record?: OpenRecord;
} & DataTableProps<Row>) {
  if (read.error) return <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton />;
  if (none !== null) {
    return (
      <div className="panel">
        <EmptyState action={none.action}>{none.text}</EmptyState>
      </div>
    );
  }
  return (
    <>
      {before}
      <Toolbar end={count ? <span className="caption">{count}</span> : undefined}>
        <Filters
          dimensions={dimensions}
          value={asked.filter}
          onChange={asked.setFilter}
          text={asked.text}
          onText={asked.setText}
          findLabel={findLabel}
        />
        {more}
      </Toolbar>
      {notice}
      {table.rows.length === 0 ? (
        <div className="panel">
          <EmptyState>{noneFound}</EmptyState>
        </div>
      ) : (
        <DataTable
          {...table}
          {...(record && {
            openId: record.openId,
            onOpen: (row: Row) => record.setOpen(table.rowId(row)),
          })}
        />
      )}
    </>
  );
}
