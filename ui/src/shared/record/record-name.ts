import type { RecordKind, RecordRef } from '../../api';

/** Records that people know by their place in the standard, which their title begins with; their own code says nothing. */
const NAMED_BY_TITLE: ReadonlySet<RecordKind> = new Set(['gap-line', 'soa-row']);

/** A record as people call it: by code and title, or by title alone. */
export function recordName({ kind, code, title }: Pick<RecordRef, 'kind' | 'code' | 'title'>): string {
  return code === null || NAMED_BY_TITLE.has(kind) ? title : `${code} ${title}`;
}
