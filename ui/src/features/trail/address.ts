import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { RecordKind, TrailFilter } from '../../api';

/** What the address of the trail says; none for what is not set. */
export interface Address {
  /** Number of the open entry. */
  entry: string | null;
  /** Words to find. */
  find: string | null;
  /** Id of a member. */
  who: string | null;
  /** Noun of the use case, with a dot behind. */
  what: string | null;
  /** Kind of record. */
  kind: string | null;
  /** First day, `YYYY-MM-DD`. */
  from: string | null;
  /** Last day, `YYYY-MM-DD`. */
  to: string | null;
  /** Id of a record. */
  subject: string | null;
}

const NAMES = ['entry', 'find', 'who', 'what', 'kind', 'from', 'to', 'subject'] as const;

/** Nothing narrowed. */
export const EVERYTHING: Omit<Address, 'entry'> = {
  find: null,
  who: null,
  what: null,
  kind: null,
  from: null,
  to: null,
  subject: null,
};

/** The address of the trail, and a way to change several of its words at once. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const address = useMemo(() => {
    const word = (name: string) => {
      const value = search[name];
      return value === undefined || value === null || value === '' ? null : String(value);
    };
    return Object.fromEntries(NAMES.map((name) => [name, word(name)])) as unknown as Address;
  }, [search]);
  const set = useCallback(
    (change: Partial<Address>) => {
      const words = Object.entries(change).map(([name, value]) => [name, value ?? undefined]);
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, ...Object.fromEntries(words) }),
        replace: true,
      });
    },
    [navigate],
  );
  return [address, set];
}

/** Local midnight at which a day begins, or the one after it, as the core writes moments; none for what is no day. */
export function midnight(day: string | null, after = 0): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (parts === null) return null;
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filter the address asks for. Words that cannot be meant are left out rather than refused by the core. */
export function filterOf(address: Address, kinds: readonly string[]): TrailFilter {
  const id = (text: string | null) => (text !== null && ID.test(text) ? text : null);
  return {
    subject: id(address.subject),
    actor: id(address.who),
    action: address.what,
    recordKind: address.kind !== null && kinds.includes(address.kind) ? (address.kind as RecordKind) : null,
    text: address.find,
    from: midnight(address.from),
    until: midnight(address.to, 1),
  };
}
