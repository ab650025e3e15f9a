import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '../../api';
import { shownOf } from './shown';

const piece = (code: string, more: Partial<EvidenceView>): EvidenceView => ({
  id: code,
  code,
  title: code,
  fileName: null,
  openable: false,
  size: null,
  sha256: null,
  reference: null,
  effectiveOn: null,
  uploadedAt: '2026-11-23T08:00:00.000Z',
  validUntil: null,
  expired: false,
  note: null,
  owner: null,
  uses: [],
  ...more,
});
const use = {
  id: 'u',
  record: { id: 'r', kind: 'system' as const, code: 'AI-001', title: 'x' },
  note: null,
  point: null,
  state: null,
};
const items = [
  piece('EV-001', { fileName: 'Minutes of March.pdf', validUntil: '2026-01-01', expired: true }),
  piece('EV-002', { reference: 'Shelf 4', uses: [use] }),
  piece('EV-003', { fileName: 'report.pdf', validUntil: '2030-01-01', note: 'March figures', uses: [use] }),
];
const codes = (filter: Record<string, string[]>, text = '') =>
  shownOf(items, filter, text).map((item) => item.code);

describe('the list of evidence', () => {
  it('shows everything without a filter', () => {
    expect(codes({})).toEqual(['EV-001', 'EV-002', 'EV-003']);
  });
  it('filters by kind, validity and use, each filter narrowing the others', () => {
    expect(codes({ kind: ['reference'] })).toEqual(['EV-002']);
    expect(codes({ validity: ['expired'] })).toEqual(['EV-001']);
    expect(codes({ validity: ['undated', 'dated'] })).toEqual(['EV-002', 'EV-003']);
    expect(codes({ use: ['unused'] })).toEqual(['EV-001']);
    expect(codes({ kind: ['file'], use: ['used'] })).toEqual(['EV-003']);
  });
  it('finds every word, wherever it stands', () => {
    expect(codes({}, 'march')).toEqual(['EV-001', 'EV-003']);
    expect(codes({}, 'march  figures')).toEqual(['EV-003']);
    expect(codes({}, 'shelf march')).toEqual([]);
  });
});
