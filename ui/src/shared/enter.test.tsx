import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { makeQueryClient, readOptions } from '../api';
import { type Platform, setPlatform } from '../platform';
import { useOpening } from './enter';

const navigate = vi.fn();
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }));

it('enters the workspace although the screen that asked is gone when the answer comes', async () => {
  const asked: ((summary: unknown) => void)[] = [];
  const host: Platform = {
    call: () => new Promise((resolve) => asked.push(resolve)),
    job: { start: () => Promise.resolve('job'), cancel: () => Promise.resolve() },
    dialog: () => Promise.resolve(null),
    on: () => () => undefined,
  };
  setPlatform(host);
  const client = makeQueryClient();
  const { result, unmount } = renderHook(() => useOpening('backup.open'), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  act(() => result.current.start({ file: 'backup', to: 'copy', passphrase: null }));
  await waitFor(() => expect(asked).toHaveLength(1));
  unmount();
  asked[0]?.({ organisation: 'The copy' });
  await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: '/' }));
  expect(client.getQueryData(readOptions('workspace.get', {}).queryKey)).toEqual({
    organisation: 'The copy',
  });
});
