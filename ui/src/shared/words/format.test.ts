import { describe, expect, it } from 'vitest';
import { daysUntil, makeFormat, today } from './format';

const format = makeFormat('en-GB');

describe('numbers and dates', () => {
  it('follows the wording rules', () => {
    expect(format.number(1284)).toBe('1,284');
    expect(format.percent(0.606)).toBe('61 %');
    expect(format.date('2026-11-23')).toBe('23 Nov 2026');
    expect(format.date('2026-09-03')).toBe('3 Sep 2026');
    expect(format.dateLong('2026-11-23')).toBe('23 November 2026');
    expect(format.bytes(12_400)).toBe('12 kB');
    expect(format.bytes(3_440_000)).toBe('3.4 MB');
  });

  it('shows a moment as short as it can be understood', () => {
    const now = new Date(2026, 10, 23, 15, 0, 0);
    const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
    expect(format.recent(local(2026, 10, 23, 14, 2), now)).toBe('14:02:00');
    expect(format.recent(local(2026, 10, 20, 17, 31), now)).toBe('Fri 17:31');
    expect(format.recent(local(2026, 10, 2, 9, 0), now)).toBe('2 Nov');
    expect(format.recent(local(2025, 10, 2, 9, 0), now)).toBe('2 Nov 2025');
    expect(format.moment(local(2026, 10, 23, 14, 2))).toBe('Mon 23 Nov 2026, 14:02:00');
  });

  it('counts calendar days, whatever the hour', () => {
    const late = new Date(2026, 10, 23, 23, 59);
    expect(today(late)).toBe('2026-11-23');
    expect(daysUntil('2026-11-24', late)).toBe(1);
    expect(daysUntil('2026-11-20', late)).toBe(-3);
  });

  it('leaves text that is no date alone', () => {
    expect(format.date('soon')).toBe('soon');
  });
});
