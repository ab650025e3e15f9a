import { describe, expect, it } from 'vitest';
import { strengthOf } from './passphrase';

describe('strengthOf', () => {
  it('refuses what is too short, whatever it is made of', () => {
    expect(strengthOf('')).toBe(0);
    expect(strengthOf('aB3$xY9!')).toBe(0);
  });

  it('is not fooled by length of repeats and runs', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaa')).toBe(1);
    expect(strengthOf('abcdefghijklmnop')).toBe(1);
    expect(strengthOf('1234567890123')).toBe(1);
  });

  it('grows with words', () => {
    expect(strengthOf('harbourlight')).toBeLessThan(strengthOf('harbour light over slate'));
    expect(strengthOf('harbour light over slate 42')).toBe(4);
  });
});
