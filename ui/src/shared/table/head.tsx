import { IconArrowDown, IconArrowUp } from '../icons';
import { useWords } from '../words';
import type { Column, Sorting } from './columns';
import css from './table.module.css';

/** Next step of a click on a head: ascending, descending, as it was. */
function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

export function Head<Row>({
  columns,
  sorting,
  onSort,
  all,
}: {
  columns: readonly Column<Row>[];
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
  all: { count: number; of: number; toggle: () => void } | null;
}) {
  const { say } = useWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {all && (
          <th scope="col" className={css.check}>
            <span className={css.target}>
              <input
                type="checkbox"
                aria-label={say('table-select-all')}
                checked={all.of > 0 && all.count >= all.of}
                ref={(box) => {
                  if (box) box.indeterminate = all.count > 0 && all.count < all.of;
                }}
                onChange={all.toggle}
              />
            </span>
          </th>
        )}
        {columns.map((column) => {
          const sorted = sorting?.column === column.id ? sorting : null;
          const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              data-align={column.align}
              aria-sort={sorted === null ? undefined : sorted.descending ? 'descending' : 'ascending'}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={css.sort}
                  data-sorted={sorted !== null || undefined}
                  onClick={() => onSort(nextSorting(sorting, column.id))}
                >
                  <span className={css.headText}>{column.header}</span>
                  {sorted && <Arrow size={13} aria-hidden="true" />}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
