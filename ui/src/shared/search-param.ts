import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A word in the address, such as the open record; the back button knows it. None removes it. */
export function useSearchParam(name: string): [string | null, (value: string | null) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const value = search[name];
  const set = useCallback(
    (next: string | null) => {
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, [name]: next ?? undefined }),
        replace: true,
      });
    },
    [navigate, name],
  );
  return [value === undefined || value === null ? null : String(value), set];
}
