import type { ReactNode } from 'react';
import css from './table.module.css';

export type { Column, Sorting } from './columns';
export { compareValues, fitting } from './columns';
export { DataTable, type DataTableProps } from './data-table';
export * from './filters';

/** Id and name of a record in the first column; the name is what people read. */
export function IdName({
  id,
  name,
  width = 50,
  mark,
}: {
  id: string;
  name: string;
  width?: number;
  /** A sign behind the name. */
  mark?: ReactNode;
}) {
  return (
    <span className={css.idName}>
      <span className={css.id} style={{ minWidth: width }}>
        {id}
      </span>{' '}
      <span className={css.name}>{name}</span>
      {mark}
    </span>
  );
}

/** A name on its own. */
export function Name({ children }: { children: ReactNode }) {
  return <span className={css.name}>{children}</span>;
}

/** Filters on the left, view options on the right. */
export function Toolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={css.toolbar}>
      {children}
      {end !== undefined && <span style={{ marginInlineStart: 'auto', display: 'flex', gap: 8 }}>{end}</span>}
    </div>
  );
}
