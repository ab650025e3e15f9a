import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';

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

/** Does something once when the address asks for it by this word, and takes the word out again. */
export function useAskedFor(name: string, run: () => void): void {
  const [asked, set] = useSearchParam(name);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (asked === null) return;
    set(null);
    latest.current();
  }, [asked, set]);
}
