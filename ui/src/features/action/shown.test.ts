import { expect, it } from 'vitest';
import type { ActionView } from '../../api';
import { shownOf } from './shown';

const action = (code: string, more: Partial<ActionView>): ActionView => ({
  id: code,
  code,
  title: code,
  status: 'open',
  owner: null,
  due: null,
  daysLate: null,
  source: null,
  dropReason: null,
  effectiveness: null,
  startsOn: null,
  effortDays: null,
  after: [],
  ...more,
});
const owner = { id: 'm', name: 'Quality lead' };
const all = [
  action('ACT-001', { status: 'done', due: '2026-01-01' }),
  action('ACT-002', { title: 'Ask the supplier' }),
  action('ACT-003', { due: '2027-01-01', owner }),
  action('ACT-004', { due: '2026-10-01', daysLate: 53, status: 'in-progress' }),
];
const codes = (filter: Record<string, string[]>, text = '') =>
  shownOf(all, filter, text, 'Nobody').map((one) => one.code);

it('puts what is due first, what has no date after it, what is over last', () => {
  expect(codes({})).toEqual(['ACT-004', 'ACT-003', 'ACT-002', 'ACT-001']);
});
it('filters by status, owner and lateness, and finds words', () => {
  expect(codes({ status: ['done'] })).toEqual(['ACT-001']);
  expect(codes({ owner: ['Quality lead'] })).toEqual(['ACT-003']);
  expect(codes({ owner: ['Nobody'], status: ['open'] })).toEqual(['ACT-002']);
  expect(codes({ late: ['late'] })).toEqual(['ACT-004']);
  expect(codes({}, 'supplier ask')).toEqual(['ACT-002']);
});
