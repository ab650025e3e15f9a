import { useMemo } from 'react';
import type { CrosswalkEnd, CrosswalkView } from '../../api';
import type { Column, FilterDimension } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './library.module.css';
import { idWidth, type PairRow } from './pairs';
import { RELATIONS, RelationChip, useStated } from './relation';

const ORIGINS = ['published', 'title-identity', 'judgement'] as const;

/** Columns of the pairs; beside a drawer the two ends and the relation stay. */
export function usePairColumns(view: CrosswalkView, compact: boolean): Column<PairRow>[] {
  const { say } = useWords();
  const stated = useStated();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stated depends on the words only
  return useMemo(() => {
    const { pairs } = view;
    const widths = {
      from: idWidth(pairs.map((pair) => pair.from?.id ?? '')),
      to: idWidth(pairs.map((pair) => pair.to?.id ?? '')),
    };
    const words = (end: CrosswalkEnd | null) =>
      end === null ? say('relation-none') : `${end.id} ${end.title ?? say('library-not-in-framework')}`;
    const end = (one: CrosswalkEnd | null, width: number, note: string | null) => (
      <span className={css.endCell}>
        {one === null ? (
          <span className="quiet">{say('library-no-counterpart')}</span>
        ) : (
          <>
            <span className={css.endCellId} style={{ minWidth: width }}>
              {one.id}
            </span>
            <span className={css.endCellText}>
              <span className={css.endCellTitle} data-one={note !== null || undefined}>
                {one.title ?? say('library-not-in-framework')}
              </span>
              {note !== null && <span className="caption">{note}</span>}
            </span>
          </>
        )}
      </span>
    );
    return [
      {
        id: 'from',
        header: view.fromTitle,
        keep: true,
        sort: (row) => row.place,
        title: (row) => words(row.pair.from),
        cell: (row) => end(row.pair.from, widths.from, null),
      },
      {
        id: 'relation',
        header: say('crosswalk-column-relation'),
        // The longest word is that of an entry without a counterpart.
        width: pairs.some((pair) => pair.relation === 'none') ? 148 : 124,
        keepWidth: 72,
        keep: true,
        sort: (row) => RELATIONS.indexOf(row.pair.relation),
        title: (row) => say(`relation-${row.pair.relation}`),
        cell: (row) => <RelationChip relation={row.pair.relation} bare={compact} />,
      },
      {
        id: 'to',
        header: view.toTitle,
        keep: true,
        sort: (row) => row.pair.to?.id ?? null,
        title: (row) => [words(row.pair.to), row.pair.note].filter(Boolean).join('\n'),
        cell: (row) => end(row.pair.to, widths.to, row.pair.note),
      },
      {
        id: 'strength',
        header: say('crosswalk-column-strength'),
        width: 138,
        sort: (row) => row.pair.strength,
        cell: (row) => (
          <span className={css.two}>
            <span className={row.pair.strength === null ? 'quiet' : undefined}>
              {row.pair.strength ?? say('crosswalk-not-stated')}
            </span>
            <span className="caption">{stated.confidence(row.pair.confidence)}</span>
          </span>
        ),
      },
      {
        id: 'origin',
        header: say('crosswalk-column-origin'),
        width: 124,
        sort: (row) => row.pair.origin,
        title: (row) => row.pair.source,
        cell: (row) => (
          <span className={css.two}>
            <span>{say(`origin-${row.pair.origin}`)}</span>
            <span className="caption">{row.pair.source}</span>
          </span>
        ),
      },
    ];
  }, [view, compact, say]);
}

/** What the pairs can be filtered by: only what occurs. */
export function usePairFilters(view: CrosswalkView): FilterDimension[] {
  const { say } = useWords();
  return useMemo(() => {
    const { pairs } = view;
    const area = (id: string, label: string, side: 'from' | 'to') => {
      const areas = side === 'from' ? view.fromAreas : view.toAreas;
      const there = new Set(pairs.map((pair) => pair[side]?.area));
      const options = areas.filter((one) => there.has(one.id));
      return {
        id,
        label,
        options: options.map((one) => ({
          value: one.id,
          label: say('gap-line-title', { id: one.id, title: one.title }),
        })),
      };
    };
    return [
      {
        id: 'relation',
        label: say('crosswalk-column-relation'),
        options: RELATIONS.filter((word) => pairs.some((pair) => pair.relation === word)).map((word) => ({
          value: word,
          label: say(`relation-${word}`),
        })),
      },
      {
        id: 'origin',
        label: say('crosswalk-column-origin'),
        options: ORIGINS.filter((word) => pairs.some((pair) => pair.origin === word)).map((word) => ({
          value: word,
          label: say(`origin-${word}`),
        })),
      },
      area('fromArea', say('crosswalk-area', { title: view.fromTitle }), 'from'),
      area('toArea', say('crosswalk-area', { title: view.toTitle }), 'to'),
    ];
  }, [view, say]);
}
