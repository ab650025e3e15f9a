import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { CrosswalkView } from '../../api';
import { MAC, strokeOf } from '../../shared/keyboard';
import { useWords } from '../../shared/words';
import css from './matrix.module.css';
import { areaCounts, cellKey, idWidth, type PairRow, stepCell } from './pairs';

/** Areas by areas: how many pairs join them. A cell leads to its pairs. */
export function Matrix({
  view,
  rows,
  onOpen,
}: {
  view: CrosswalkView;
  rows: readonly PairRow[];
  onOpen: (from: string, to: string) => void;
}) {
  const { say, number } = useWords();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const counts = areaCounts(rows);
  const most = Math.max(1, ...counts.values());
  const { fromAreas, toAreas } = view;
  const ids = idWidth(fromAreas.map((area) => area.id));
  const count = (row: number, column: number) =>
    counts.get(cellKey(fromAreas[row]?.id ?? '', toAreas[column]?.id ?? '')) ?? 0;
  const meaning = (row: number, column: number) =>
    say('crosswalk-cell', {
      from: fromAreas[row]?.id ?? '',
      fromTitle: fromAreas[row]?.title ?? '',
      to: toAreas[column]?.id ?? '',
      toTitle: toAreas[column]?.title ?? '',
      count: count(row, column),
    });
  const open = (row: number, column: number) => {
    const [from, to] = [fromAreas[row], toAreas[column]];
    if (from && to && count(row, column) > 0) onOpen(from.id, to.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stroke = strokeOf(event.nativeEvent, MAC);
    if (stroke === 'Enter' || stroke === 'Space') {
      event.preventDefault();
      open(at[0], at[1]);
      return;
    }
    const to = stepCell(at, stroke, fromAreas.length, toAreas.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`)?.focus();
  };
  return (
    <>
      <div className={`panel ${css.frame}`}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells that are operated
          role="grid"
          className={css.matrix}
          aria-label={say('crosswalk-matrix')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={css.corner}>
                {say('crosswalk-corner')}
              </th>
              {toAreas.map((area, column) => (
                <th key={area.id} scope="col" title={area.title} data-at={column === at[1] || undefined}>
                  {area.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fromAreas.map((area, row) => (
              <tr key={area.id}>
                <th scope="row" title={area.title}>
                  <span className={css.area} style={{ minWidth: ids }}>
                    {area.id}
                  </span>{' '}
                  {area.title}
                </th>
                {toAreas.map((other, column) => {
                  const found = count(row, column);
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its cells
                    <td
                      key={other.id}
                      data-cell={`${row} ${column}`}
                      tabIndex={row === at[0] && column === at[1] ? 0 : -1}
                      data-none={found === 0 || undefined}
                      data-at={column === at[1] || undefined}
                      aria-label={meaning(row, column)}
                      style={{ '--share': `${Math.round((found / most) * 34)}%` } as CSSProperties}
                      onFocus={() => setAt([row, column])}
                      onClick={() => open(row, column)}
                    >
                      {found === 0 ? say('crosswalk-cell-none') : number(found)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="caption" role="status">
        {meaning(at[0], at[1])}
      </p>
    </>
  );
}
