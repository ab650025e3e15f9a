import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type InputOf, readOptions, useAct, type WorkspaceSummary } from '../api';

/** What to do once a workspace is open: forget what was read before and go to its first screen. */
export function useEnter(): (summary: WorkspaceSummary, to?: string) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    (summary, to = '/') => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'preferences.get' });
      client.setQueryData(readOptions('workspace.get', {}).queryKey, summary);
      void navigate({ to });
    },
    [client, navigate],
  );
}

/** Use cases after which another workspace is open. */
type Opening = 'workspace.open' | 'workspace.create' | 'backup.open';

/**
 * An act that opens a workspace and enters it. The host announces the change before its answer is here, and the screen
 * that asked may be gone by then, with the callbacks of its act: entering hangs on the answer alone.
 */
export function useOpening<Name extends Opening>(name: Name) {
  const enter = useEnter();
  const { mutateAsync, error, isPending, reset } = useAct(name);
  const start = (input: InputOf<Name>, to?: string) => {
    // A refusal is shown from `error`.
    mutateAsync(input).then(
      (summary) => enter(summary, to),
      () => undefined,
    );
  };
  return { start, error, isPending, reset };
}
