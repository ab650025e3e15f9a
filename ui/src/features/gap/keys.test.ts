import { describe, expect, it } from 'vitest';
import { answerOf, conformityOf, stepItems, stepTiles } from './keys';

describe('keys of a line', () => {
  it('answers with letters', () => {
    expect(['y', 'p', 'n', 'u'].map(answerOf)).toEqual(['yes', 'in-part', 'no', 'not-sure']);
    expect(['a', 'e', 'Enter', '', 'mod+y'].map(answerOf)).toEqual([null, null, null, null, null]);
  });

  it('scores with digits, from 0 to 3 and no further', () => {
    expect(['0', '1', '2', '3'].map(conformityOf)).toEqual([
      'not-addressed',
      'partly',
      'on-paper',
      'shown-by-records',
    ]);
    expect(['4', '-1', '', '03', ' '].map(conformityOf)).toEqual([null, null, null, null, null]);
  });

  it('moves between must-items and stops at both ends', () => {
    expect(stepItems('j', 0, 3)).toBe(1);
    expect(stepItems('ArrowDown', 2, 3)).toBe(2);
    expect(stepItems('k', 0, 3)).toBe(0);
    expect(stepItems('ArrowUp', 2, 3)).toBe(1);
    expect(stepItems('End', 0, 3)).toBe(2);
    expect(stepItems('Home', 2, 3)).toBe(0);
    expect(stepItems('j', 0, 0)).toBeNull();
    expect(stepItems('x', 0, 3)).toBeNull();
  });
});

describe('keys of the heat map', () => {
  const rows = [
    ['4.1', '4.2', '4.3', '4.4'],
    ['5.1', '5.2', '5.3'],
    ['10.1', '10.2'],
  ];

  it('moves within rows of different length', () => {
    expect(stepTiles(rows, '4.1', 'ArrowRight')).toBe('4.2');
    expect(stepTiles(rows, '4.4', 'ArrowRight')).toBeNull();
    expect(stepTiles(rows, '4.4', 'ArrowDown')).toBe('5.3');
    expect(stepTiles(rows, '5.3', 'ArrowDown')).toBe('10.2');
    expect(stepTiles(rows, '10.2', 'ArrowUp')).toBe('5.2');
    expect(stepTiles(rows, '10.2', 'ArrowDown')).toBeNull();
    expect(stepTiles(rows, '5.2', 'Home')).toBe('5.1');
    expect(stepTiles(rows, '5.2', 'End')).toBe('5.3');
    expect(stepTiles(rows, '9.9', 'End')).toBeNull();
  });
});
