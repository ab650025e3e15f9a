import { describe, expect, it } from 'vitest';
import { type Address, EVERYTHING, filterOf, midnight } from './address';

const address = (change: Partial<Address>): Address => ({ ...EVERYTHING, entry: null, ...change });

describe('the address of the trail', () => {
  it('takes both days whole, in local time', () => {
    const filter = filterOf(address({ from: '2026-11-20', to: '2026-11-20' }), []);
    expect(new Date(filter.from ?? '').getHours()).toBe(0);
    expect(Date.parse(filter.until ?? '') - Date.parse(filter.from ?? '')).toBe(86_400_000);
  });

  it('leaves out words that cannot be meant', () => {
    const filter = filterOf(address({ who: 'me', subject: '../x', kind: 'no-kind', from: '20 November' }), [
      'system',
    ]);
    expect(filter).toEqual({
      subject: null,
      actor: null,
      action: null,
      recordKind: null,
      text: null,
      from: null,
      until: null,
    });
    expect(midnight('2026-99-99x')).toBeNull();
  });

  it('passes on what is set', () => {
    const id = '01936f7a-0000-7000-8000-000000000001';
    const filter = filterOf(address({ who: id, what: 'soa.', kind: 'system', find: 'router' }), ['system']);
    expect(filter).toMatchObject({ actor: id, action: 'soa.', recordKind: 'system', text: 'router' });
  });
});
