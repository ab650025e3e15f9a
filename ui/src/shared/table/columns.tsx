import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** One column of a list. */
export interface Column<Row> {
  id: string;
  /** Head, in words. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Width in px; columns without one share what is left. */
  width?: number;
  /** Numbers and dates stand right. */
  align?: 'end';
  /** What the column sorts by; a column without it does not sort. Nothing sorts last. */
  sort?: (row: Row) => string | number | null;
  /** Stays when a drawer is open beside the list. */
  keep?: boolean;
  /** Width beside a drawer, where it differs. */
  keepWidth?: number;
  /** Which goes first where not all have room: the highest; among equals the last. 0 when left out. */
  spare?: number;
  /** Full text of a cell that may be cut. */
  title?: (row: Row) => string | undefined;
}

/** Least width of a column without a width of its own: names are not cut. */
export const FLEXIBLE = 220;

/** Width a column asks for. */
export function askedWidth<Row>(column: Column<Row>, compact: boolean): number | undefined {
  return (compact ? column.keepWidth : undefined) ?? column.width;
}

/** Columns that fit: those that need not stay go, the most spare one first, until names have room. */
export function fitting<Row>(
  columns: readonly Column<Row>[],
  compact: boolean,
  room: number,
): readonly Column<Row>[] {
  let shown = compact ? columns.filter((column) => column.keep) : [...columns];
  const needed = () => shown.reduce((sum, column) => sum + (askedWidth(column, compact) ?? FLEXIBLE), 0);
  while (room > 0 && needed() > room) {
    const going = shown.filter((column) => !column.keep);
    const most = Math.max(...going.map((column) => column.spare ?? 0));
    const last = going.findLast((column) => (column.spare ?? 0) === most);
    if (!last) break;
    shown = shown.filter((column) => column !== last);
  }
  return shown;
}

/** How a list is sorted. */
export interface Sorting {
  column: string;
  descending: boolean;
}

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type Features = typeof features;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Numbers by size, text the natural way: 4.10 after 4.9, AI-2 before AI-10. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Columns as the table core wants them. */
export function definitions<Row extends object>(columns: readonly Column<Row>[]): ColumnDef<Features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row) => column.sort?.(row) ?? undefined,
    enableSorting: column.sort !== undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
  }));
}
