import { describe, expect, it } from 'vitest';
import { loadWords } from '../../shared/words/load';

interface Crosswalk {
  title: string;
  rows: { origin: string; source: string }[];
}

const crosswalks = import.meta.glob<Crosswalk>('../../../../assets/crosswalks/*.json', {
  import: 'default',
  eager: true,
});

describe('the mappings that the figures count over', () => {
  it('never stand twice in the same words', () => {
    const words = loadWords('en');
    expect(Object.keys(crosswalks).length).toBeGreaterThan(5);
    for (const { title, rows } of Object.values(crosswalks)) {
      const mappings = new Map(rows.map((row) => [`${row.origin} ${row.source}`, row]));
      const told = [...mappings.values()].map(({ origin, source }) =>
        words.getString('reuse-basis-of', { crosswalk: title, origin, source, accepted: 0, candidates: 7 }),
      );
      expect(new Set(told).size, told.join('\n')).toBe(mappings.size);
    }
  });
});
