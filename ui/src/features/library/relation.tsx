import { Link } from '@tanstack/react-router';
import type { Confidence, CrosswalkEnd, CrosswalkPair, Relation } from '../../api';
import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconBan,
  IconEqual,
  IconEqualNot,
  IconLayersIntersect,
  IconLink,
  IconTilde,
} from '../../shared/icons';
import { useWords } from '../../shared/words';
import css from './library.module.css';

const SHAPES = {
  equal: [IconEqual, 'accent'],
  equivalent: [IconTilde, 'accent'],
  subset: [IconArrowDownLeft, 'slate'],
  superset: [IconArrowUpRight, 'slate'],
  intersects: [IconLayersIntersect, 'slate'],
  related: [IconLink, 'plain'],
  'not-related': [IconEqualNot, 'amber'],
  none: [IconBan, 'amber'],
} as const satisfies Record<Relation, readonly unknown[]>;

/** Relations in the order of their closeness. */
export const RELATIONS: readonly Relation[] = [
  'equal',
  'equivalent',
  'subset',
  'superset',
  'intersects',
  'related',
  'not-related',
  'none',
];

/** How two entries relate: shape and word; `bare` leaves the word to those who listen. */
export function RelationChip({ relation, bare }: { relation: Relation; bare?: boolean }) {
  const { say } = useWords();
  const [Shape, tone] = SHAPES[relation];
  return (
    <span className={css.relation} data-tone={tone}>
      <Shape size={14} stroke={1.8} aria-hidden="true" />
      <span className={bare ? 'visually-hidden' : undefined}>{say(`relation-${relation}`)}</span>
    </span>
  );
}

/** Id and title of one end; leads to its entry where the framework has it. */
export function EndLink({ framework, end }: { framework: string; end: CrosswalkEnd }) {
  const { say } = useWords();
  if (end.entry === null) {
    return (
      <span>
        {end.id} <span className="quiet">{say('library-not-in-framework')}</span>
      </span>
    );
  }
  return (
    <Link to="/library" search={{ framework, entry: end.entry }} className={css.endLink}>
      <span className={css.endId}>{end.id}</span> {end.title}
    </Link>
  );
}

/** Strength on the source's own scale, and how sure the source is; what is not stated is said to be so. */
export function useStated() {
  const { say } = useWords();
  return {
    strength: (pair: CrosswalkPair) =>
      pair.strength === null
        ? say('crosswalk-no-strength')
        : say('crosswalk-strength', { value: pair.strength }),
    confidence: (confidence: Confidence | null) =>
      confidence === null
        ? say('crosswalk-no-confidence')
        : say('crosswalk-confidence', { value: say(`confidence-${confidence}`) }),
  };
}
