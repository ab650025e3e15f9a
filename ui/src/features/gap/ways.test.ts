import { describe, expect, it } from 'vitest';
import type { GapItem, GapView } from '../../api';
import {
  asked,
  byClause,
  byOwner,
  type LineFilter,
  NOBODY,
  readFilter,
  shows,
  toggled,
  unowned,
} from './ways';

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
    pass: null,
    stageOne: [],
    stageTwo: false,
    lookAgain: false,
    ...more,
  }) as GapItem;
const ALL: LineFilter = new Set();
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
    const filter = readFilter('open.blocks.nonsense');
    expect(byClause(view, false, filter)[0]?.lines.map((one) => one.requirement)).toEqual(['5.2', '5.3']);
    expect(byOwner(view, 'Nobody', filter).map((one) => one.title)).toEqual(['Ann', 'Nobody']);
    expect(shows(item('9.9', { excluded: true }), filter)).toBe(false);
  });

  it('gathers what nobody owns by the role that usually does', () => {
    expect(unowned(view).map((one) => [one.role, one.lines.length])).toEqual([['Top management', 1]]);
  });

  it('asks for what was judged only quickly and for what each stage stops at', () => {
    const items = [
      item('6.1', { conformity: 'partly', pass: 'quick', stageOne: ['below-paper'], stageTwo: true }),
      item('6.2', { conformity: 'on-paper', pass: 'deep', stageTwo: true }),
      item('6.4', { conformity: 'shown-by-records', lookAgain: true }),
      item('6.3', { conformity: 'partly', pass: 'quick', stageTwo: true, excluded: true }),
    ];
    const shown = (text: string) =>
      items.filter((one) => shows(one, readFilter(text))).map((one) => one.requirement);
    expect(shown('quick')).toEqual(['6.1']);
    expect(shown('again')).toEqual(['6.4']);
    expect(shown('stage1')).toEqual(['6.1']);
    expect(shown('stage2')).toEqual(['6.1', '6.2']);
    expect(asked(items, 'quick')).toBe(1);
    expect(toggled(readFilter('quick'), 'stage1')).toBe('quick.stage1');
    expect(toggled(readFilter('quick'), 'quick')).toBe(null);
  });
});
