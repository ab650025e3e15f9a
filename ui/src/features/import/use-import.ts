import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type CallError, type ImportFix, type ImportMapInput, type ImportView, useAct } from '../../api';

/** What a person changes about columns. */
export type ImportChangeInput = Partial<Omit<ImportMapInput, 'id'>>;

/** Everything that can be done with an open import before it is written. */
export interface ImportActs {
  busy: boolean;
  error: CallError | null;
  /** Sheet, header row, columns, policy, name. */
  change: (what: ImportChangeInput) => void;
  /** A decision about problems. */
  decide: (fix: ImportFix) => void;
  /** Takes a decision back by its place. */
  takeBack: (at: number) => void;
}

const NOTHING: Omit<ImportMapInput, 'id'> = {
  sheet: null,
  headerRow: null,
  mapping: null,
  columns: [],
  choose: [],
  policy: null,
  name: null,
};

/** The acts of an open import; each gives the view anew and makes rows and problems stale. */
export function useImportActs(view: ImportView | null, onView: (view: ImportView) => void): ImportActs {
  const map = useAct('import.map');
  const fix = useAct('import.fix');
  const client = useQueryClient();
  const id = view?.id ?? '';
  const settle = useCallback(
    (next: ImportView) => {
      onView(next);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('import.'),
      });
    },
    [client, onView],
  );
  return {
    busy: map.isPending || fix.isPending,
    error: map.error ?? fix.error,
    change: (what) => {
      fix.reset();
      map.mutate({ id, ...NOTHING, ...what }, { onSuccess: settle });
    },
    decide: (add) => {
      map.reset();
      fix.mutate({ id, add, remove: null }, { onSuccess: settle });
    },
    takeBack: (remove) => {
      map.reset();
      fix.mutate({ id, add: null, remove }, { onSuccess: settle });
    },
  };
}
