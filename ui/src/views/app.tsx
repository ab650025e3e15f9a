import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { followChanges, makeQueryClient, type Preferences, readOptions, useRead } from '../api';
import { UiRoot } from '../shared/root';
import { makeRouter } from './router';

/** Until the computer has told what the person prefers. */
const USUAL: Preferences = { theme: 'system', density: 'comfortable', language: 'en', letterKeys: true };

function Inside({ client }: { client: QueryClient }) {
  const router = useMemo(() => makeRouter(client), [client]);
  const preferences = useRead('preferences.get', {});
  useEffect(() => followChanges(client), [client]);
  if (preferences.isPending) return null;
  return (
    <UiRoot preferences={preferences.data ?? USUAL}>
      <RouterProvider router={router} />
    </UiRoot>
  );
}

/** The whole window. */
export function App() {
  const client = useMemo(() => {
    const made = makeQueryClient();
    // Both are needed for the first picture: they are asked for at the same time.
    void made.prefetchQuery(readOptions('preferences.get', {}));
    void made.prefetchQuery(readOptions('workspace.get', {}));
    return made;
  }, []);
  return (
    <QueryClientProvider client={client}>
      <Inside client={client} />
    </QueryClientProvider>
  );
}
