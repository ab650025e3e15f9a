import type { RecordKind, RecordRef } from '../api';
import { hasScreen } from './registry';

/** The screen a kind of record is opened on, and the word in the address that opens it. */
const PLACES: Readonly<Partial<Record<RecordKind, { to: string; param: string }>>> = {
  system: { to: '/systems', param: 'open' },
  'gap-line': { to: '/gap', param: 'line' },
  'soa-row': { to: '/soa', param: 'control' },
  approval: { to: '/approvals', param: 'open' },
};

/** Where a record is opened; none while no screen shows its kind. */
export function placeOf(record: RecordRef): { to: string; search: Record<string, string> } | null {
  const place = PLACES[record.kind];
  if (!place || !hasScreen(place.to)) return null;
  return { to: place.to, search: { [place.param]: record.id } };
}
