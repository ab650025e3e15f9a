import { describe, expect, it } from 'vitest';
import type { GapItem, GapView } from '../../api';
import { byClause, byOwner, NOBODY, shows, unowned } from './ways';

const item = (requirement: string, more: Partial<GapItem> = {}) =>
  ({
    requirement,
    group: '5',
    control: false,
    excluded: false,
    conformity: null,
    grade: null,
    owner: null,
    usualOwner: null,
    ...more,
  }) as GapItem;
const ALL = { notAssessed: false, blocks: false };
const view = {
  groups: [{ id: '5', title: 'Leadership', control: false, figures: { assessed: 1, applicable: 3 } }],
  items: [
    item('5.1', { conformity: 'partly', owner: { id: 'b', name: 'Zed' } }),
    item('5.2', { owner: { id: 'a', name: 'Ann' }, usualOwner: 'Top management' }),
    item('5.3', { usualOwner: 'Top management', grade: 'blocks-certification', conformity: 'not-addressed' }),
    item('5.4', { excluded: true }),
  ],
} as unknown as GapView;

describe('ways through the lines', () => {
  it('gathers by owner, nobody last, and counts excluded lines in no figure', () => {
    const branches = byOwner(view, 'Nobody', ALL);
    expect(branches.map((one) => [one.title, one.assessed, one.applicable])).toEqual([
      ['Ann', 0, 1],
      ['Zed', 1, 1],
      ['Nobody', 1, 1],
    ]);
    expect(branches.at(-1)?.id).toBe(NOBODY);
  });

  it('filters what waits, for either reason, and drops empty branches', () => {
    const filter = { notAssessed: true, blocks: true };
    expect(byClause(view, false, filter)[0]?.lines.map((one) => one.requirement)).toEqual(['5.2', '5.3']);
    expect(byOwner(view, 'Nobody', filter).map((one) => one.title)).toEqual(['Ann', 'Nobody']);
    expect(shows(item('9.9', { excluded: true }), filter)).toBe(false);
  });

  it('gathers what nobody owns by the role that usually does', () => {
    expect(unowned(view).map((one) => [one.role, one.lines.length])).toEqual([['Top management', 1]]);
  });
});
