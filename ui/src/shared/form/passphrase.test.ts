import { describe, expect, it } from 'vitest';
import { strengthOf } from './passphrase';

describe('strengthOf', () => {
  it('refuses what is too short, whatever it is made of', () => {
    expect(strengthOf('')).toBe(0);
    expect(strengthOf('aB3$xY9!')).toBe(0);
  });

  it('is not fooled by repeats, runs and single words', () => {
    for (const weak of [
      'aaaaaaaaaaaaaaaaaaaa',
      'abcdefghijklmnop',
      '1234567890123',
      'harbourlight1',
      'ten ten ten ten',
    ]) {
      expect(strengthOf(weak), weak).toBe(1);
    }
  });

  it('grows with words and with random signs', () => {
    expect(strengthOf('harbour light')).toBe(1);
    expect(strengthOf('harbour light over')).toBe(2);
    expect(strengthOf('harbour light over slate')).toBe(3);
    expect(strengthOf('harbour light over slate bridge')).toBe(4);
    expect(strengthOf('x7#Kq!9vR$2m')).toBeGreaterThanOrEqual(2);
  });
});
