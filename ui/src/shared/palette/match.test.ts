import { describe, expect, it } from 'vitest';
import { fitness, rank } from './match';

describe('palette matching', () => {
  it('wants every typed word at the beginning of a word', () => {
    expect(fitness('gap', 'Gap analysis')).toBe(0);
    expect(fitness('ana ga', 'Gap analysis')).not.toBeNull();
    expect(fitness('nalysis', 'Gap analysis')).toBeNull();
    expect(fitness('', 'Anything')).toBe(0);
  });

  it('puts the earlier word first and keeps the given order on ties', () => {
    const items = [{ label: 'Open trail' }, { label: 'Trail' }, { label: 'Trail check' }];
    expect(rank('soa', [{ label: 'Statement of Applicability', words: 'SoA' }])).toHaveLength(1);
    expect(rank('trail', items).map((item) => item.label)).toEqual(['Trail', 'Trail check', 'Open trail']);
  });
});
