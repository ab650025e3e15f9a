import type { EvidenceView } from '../../api';
import type { FilterValue } from '../../shared/table';

export type EvidenceKind = 'file' | 'reference';
export const EVIDENCE_KINDS: readonly EvidenceKind[] = ['file', 'reference'];
export const VALIDITIES = ['expired', 'dated', 'undated'] as const;
export const USES = ['used', 'unused'] as const;

/** A file that is kept here, or a word on where something can be seen. */
export function kindOf(item: EvidenceView): EvidenceKind {
  return item.fileName === null ? 'reference' : 'file';
}

function validityOf(item: EvidenceView): (typeof VALIDITIES)[number] {
  if (item.expired) return 'expired';
  return item.validUntil === null ? 'undated' : 'dated';
}

/** Evidence that fits the filters and holds every word that was typed. */
export function shownOf(
  items: readonly EvidenceView[],
  filter: FilterValue,
  text: string,
): readonly EvidenceView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (id: string, value: string) => {
    const chosen = filter[id] ?? [];
    return chosen.length === 0 || chosen.includes(value);
  };
  return items.filter((item) => {
    const said = [item.code, item.title, item.fileName, item.reference, item.note, item.owner?.name];
    const line = said.filter(Boolean).join(' ').toLowerCase();
    return (
      fits('kind', kindOf(item)) &&
      fits('validity', validityOf(item)) &&
      fits('use', item.uses.length === 0 ? 'unused' : 'used') &&
      words.every((word) => line.includes(word))
    );
  });
}
