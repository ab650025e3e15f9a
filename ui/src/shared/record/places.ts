import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { asCallError, call, type RecordHome, type RecordKind } from '../../api';
import { useToast } from '../feedback';

/** A screen and what its address says there. */
export interface RecordPlace {
  to: string;
  search: Record<string, string>;
}

/** Rules whose decisions need no word in the address. */
const USUAL_RULES = 'eu-ai-act';

/** Where a controlled document is written. */
const WRITTEN: Readonly<Record<string, string>> = {
  scope: '/organisation',
  soa: '/soa',
  gap: '/gap',
  register: '/systems',
};

/** A word of the address, if there is anything to say. */
function word(name: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [name]: value };
}

const opened = (to: string) => (home: RecordHome) => ({ to, search: { open: home.record.id } });

/** The place of every kind of record; a kind without one would be found by search and lead nowhere. */
export const PLACES: Readonly<Record<RecordKind, (home: RecordHome) => RecordPlace>> = {
  member: ({ record }) => ({ to: '/settings', search: { member: record.id } }),
  system: opened('/systems'),
  evidence: opened('/evidence'),
  action: opened('/actions'),
  approval: opened('/approvals'),
  decision: ({ record, parent, part }) => ({
    to: `/classification/${parent ?? ''}`,
    search: { decision: record.id, ...word('pack', part === USUAL_RULES ? null : part) },
  }),
  // The assessment people work on is what the screen shows without a word.
  'gap-assessment': ({ record, part }) => ({
    to: '/gap',
    search: word('assessment', part === 'open' ? null : record.id),
  }),
  'gap-line': ({ part }) => ({ to: '/gap', search: word('line', part) }),
  'soa-row': ({ part }) => ({ to: '/soa', search: word('control', part) }),
  document: ({ part }) => ({ to: WRITTEN[part ?? ''] ?? '/approvals', search: {} }),
  obligation: ({ record, parent }) => ({
    to: '/obligations',
    search: { ...word('system', parent), open: record.id },
  }),
  sweep: ({ record }) => ({ to: `/discovery/${record.id}`, search: {} }),
  candidate: ({ record }) => ({ to: '/discovery', search: { look: 'candidates', open: record.id } }),
  'evidence-request': opened('/requests'),
};

/** Opens a record on its screen. */
export function useOpenRecord(): (id: string) => void {
  const navigate = useNavigate();
  const toast = useToast();
  return useCallback(
    (id) => {
      call('record.get', { id })
        .then((home) => navigate(PLACES[home.record.kind](home)))
        .catch((thrown: unknown) => toast({ text: asCallError(thrown).message }));
    },
    [navigate, toast],
  );
}
