import { describe, expect, it } from 'vitest';
import type { CrosswalkPair } from '../../api';
import { areaCounts, cellKey, fittingRows, pairRows, stepCell } from './pairs';

const end = (id: string, title: string, area: string) => ({ id, title, entry: id, area });
const pair = (more: Partial<CrosswalkPair>): CrosswalkPair => ({
  from: end('A.6.2.4', 'Verification and validation', 'A.6'),
  to: end('MEASURE 2.3', 'Performance', 'MEASURE'),
  relation: 'related',
  origin: 'published',
  source: 'Somebody',
  confidence: null,
  strength: null,
  note: null,
  publishedAs: null,
  ...more,
});
const ROWS = pairRows([
  pair({}),
  pair({ to: end('MEASURE 2.4', 'Monitoring', 'MEASURE'), origin: 'judgement', note: 'Adds a Threshold' }),
  pair({ to: null, relation: 'none', origin: 'judgement' }),
]);
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe('pairs', () => {
  it('are narrowed by words, relation, origin and areas together', () => {
    expect(ids(fittingRows(ROWS, {}, ''))).toEqual(['0', '1', '2']);
    expect(ids(fittingRows(ROWS, {}, 'threshold measure'))).toEqual(['1']);
    expect(ids(fittingRows(ROWS, { origin: ['judgement'] }, ''))).toEqual(['1', '2']);
    expect(ids(fittingRows(ROWS, { relation: ['none'], origin: ['published'] }, ''))).toEqual([]);
    expect(ids(fittingRows(ROWS, { fromArea: ['A.6'], toArea: ['MEASURE'] }, ''))).toEqual(['0', '1']);
  });

  it('are counted by areas; an entry without a counterpart is in no cell', () => {
    expect([...areaCounts(ROWS)]).toEqual([[cellKey('A.6', 'MEASURE'), 2]]);
  });

  it('are walked by arrows up to the edges', () => {
    expect(stepCell([0, 0], 'ArrowUp', 3, 4)).toEqual([0, 0]);
    expect(stepCell([1, 1], 'ArrowRight', 3, 4)).toEqual([1, 2]);
    expect(stepCell([1, 1], 'End', 3, 4)).toEqual([1, 3]);
    expect(stepCell([1, 1], 'mod+End', 3, 4)).toEqual([2, 3]);
    expect(stepCell([1, 1], 'a', 3, 4)).toBeNull();
  });
});
