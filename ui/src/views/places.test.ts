import { describe, expect, it } from 'vitest';
import type { RecordHome, RecordKind } from '../api';
import { PLACES } from '../shared/record/places';
import { hasScreen } from './registry';

const home = (kind: RecordKind, part: string | null): RecordHome => ({
  record: { id: 'r', kind, code: null, title: 'x' },
  parent: 'p',
  part,
});
const PARTS: Partial<Record<RecordKind, readonly string[]>> = {
  document: ['scope', 'soa', 'gap', 'register'],
  decision: ['eu-ai-act', 'gdpr'],
  'gap-assessment': ['open', 'frozen'],
  'gap-line': ['5.2'],
  'soa-row': ['A.2.2'],
};

describe('every kind of record', () => {
  for (const kind of Object.keys(PLACES) as RecordKind[]) {
    it(`${kind} is opened on a screen that exists`, () => {
      for (const part of PARTS[kind] ?? [null]) {
        const place = PLACES[kind](home(kind, part));
        expect(hasScreen(place.to), `${kind} ${part} leads to ${place.to}`).toBe(true);
      }
    });
  }
  it('names the record, unless its screen shows only one', () => {
    const named = (kind: RecordKind, part: string | null = null) => {
      const { to, search } = PLACES[kind](home(kind, part));
      return [to, ...Object.values(search)].join(' ').includes('r');
    };
    const kinds: RecordKind[] = ['member', 'system', 'evidence', 'action', 'approval', 'obligation'];
    for (const kind of kinds)
      expect(Object.values(PLACES[kind](home(kind, null)).search), kind).toContain('r');
    expect(named('decision', 'gdpr') && named('candidate') && named('evidence-request')).toBe(true);
    expect(PLACES['gap-line'](home('gap-line', '5.2')).search).toEqual({ line: '5.2' });
    expect(PLACES['soa-row'](home('soa-row', 'A.2.2')).search).toEqual({ control: 'A.2.2' });
  });
  it('is not served by a path no screen has', () => {
    expect(hasScreen('/nowhere')).toBe(false);
    expect(hasScreen('/classification/one/two')).toBe(false);
  });
});
