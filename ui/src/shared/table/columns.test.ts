import { expect, test } from 'vitest';
import { type Column, fitting } from './columns';

const column = (id: string, more: Partial<Column<object>> = {}): Column<object> => ({
  id,
  header: id,
  width: 100,
  cell: () => null,
  ...more,
});
const ids = (shown: readonly Column<object>[]) => shown.map(({ id }) => id).join(' ');

test('without room the last column goes first, and what is to stay stays', () => {
  const columns = [column('a', { keep: true }), column('b'), column('c'), column('d', { keep: true })];
  expect(ids(fitting(columns, false, 400))).toBe('a b c d');
  expect(ids(fitting(columns, false, 390))).toBe('a b d');
  expect(ids(fitting(columns, false, 100))).toBe('a d');
});

test('a spare column goes before others, wherever it stands', () => {
  const columns = [
    column('a', { keep: true }),
    column('b', { spare: 2 }),
    column('c', { spare: 1 }),
    column('d'),
  ];
  expect(ids(fitting(columns, false, 390))).toBe('a c d');
  expect(ids(fitting(columns, false, 290))).toBe('a d');
});
