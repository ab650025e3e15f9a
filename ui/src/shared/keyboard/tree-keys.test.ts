import { describe, expect, it } from 'vitest';
import { stepTree, type TreeRow } from './tree-keys';

describe('keys of the tree', () => {
  const rows: TreeRow[] = [
    { id: '4', parent: null, open: false, heading: true },
    { id: '6', parent: null, open: true, heading: true },
    { id: '6.1.1', parent: '6', open: null },
    { id: '6.1.2', parent: '6', open: null },
    { id: '7', parent: null, open: false, heading: true },
  ];

  it('moves over what is shown', () => {
    expect(stepTree(rows, '6', 'ArrowDown')).toEqual({ focus: '6.1.1' });
    expect(stepTree(rows, '7', 'ArrowUp')).toEqual({ focus: '6.1.2' });
    expect(stepTree(rows, '7', 'ArrowDown')).toBeNull();
    expect(stepTree(rows, '6.1.2', 'Home')).toEqual({ focus: '4' });
    expect(stepTree(rows, '4', 'End')).toEqual({ focus: '7' });
  });

  it('opens and enters a group to the right, closes and leaves it to the left', () => {
    expect(stepTree(rows, '4', 'ArrowRight')).toEqual({ toggle: '4' });
    expect(stepTree(rows, '6', 'ArrowRight')).toEqual({ focus: '6.1.1' });
    expect(stepTree(rows, '6.1.1', 'ArrowRight')).toBeNull();
    expect(stepTree(rows, '6.1.2', 'ArrowLeft')).toEqual({ focus: '6' });
    expect(stepTree(rows, '6', 'ArrowLeft')).toEqual({ toggle: '6' });
    expect(stepTree(rows, '4', 'ArrowLeft')).toBeNull();
  });

  it('chooses lines and folds groups with Enter and Space', () => {
    expect(stepTree(rows, '6.1.1', 'Enter')).toEqual({ choose: '6.1.1' });
    expect(stepTree(rows, '4', 'Space')).toEqual({ toggle: '4' });
    expect(stepTree(rows, 'gone', 'Enter')).toBeNull();
    expect(stepTree(rows, '4', 'x')).toBeNull();
  });
});

describe('keys of a tree whose branches can be chosen', () => {
  const closed: TreeRow[] = [
    { id: 'A.6', parent: null, open: false },
    { id: 'A.7', parent: null, open: null },
  ];
  const open: TreeRow[] = [
    { id: 'A.6', parent: null, open: true },
    { id: 'A.6.2', parent: 'A.6', open: false },
    { id: 'A.7', parent: null, open: null },
  ];

  it('opens, closes and chooses by key', () => {
    expect(stepTree(closed, 'A.6', 'ArrowRight')).toEqual({ toggle: 'A.6' });
    expect(stepTree(open, 'A.6', 'ArrowRight')).toEqual({ focus: 'A.6.2' });
    expect(stepTree(open, 'A.6', 'ArrowLeft')).toEqual({ toggle: 'A.6' });
    expect(stepTree(open, 'A.6.2', 'ArrowLeft')).toEqual({ focus: 'A.6' });
    expect(stepTree(open, 'A.7', 'ArrowRight')).toBeNull();
    expect(stepTree(open, 'A.7', 'ArrowDown')).toBeNull();
    expect(stepTree(open, 'A.7', 'Home')).toEqual({ focus: 'A.6' });
    expect(stepTree(open, 'A.6.2', 'Enter')).toEqual({ choose: 'A.6.2' });
    expect(stepTree(open, 'A.6', 'Space')).toEqual({ choose: 'A.6' });
  });
});
