import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, setPlatform } from '../platform';
import { call, followChanges, makeQueryClient, readOptions, useRead } from './client';

interface Asked {
  name: string;
  answer(value: unknown): Promise<void>;
}

let asked: Asked[] = [];
let announce: (tags: string[]) => void = () => undefined;
let client: QueryClient;
let unfollow: () => void = () => undefined;

beforeEach(() => {
  asked = [];
  const host: Platform = {
    call: (name) =>
      new Promise((resolve) => {
        asked.push({
          name,
          answer: (value) =>
            act(async () => {
              resolve(value);
              await Promise.resolve();
            }),
        });
      }),
    job: { start: () => Promise.resolve('job'), cancel: () => Promise.resolve() },
    dialog: () => Promise.resolve(null),
    on: (name, hear) => {
      if (name === 'changed') announce = hear as (tags: string[]) => void;
      return () => undefined;
    },
  };
  setPlatform(host);
  client = makeQueryClient();
  unfollow = followChanges(client);
});
afterEach(() => {
  unfollow();
  client.clear();
});

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const read = () => renderHook(() => useRead('system.list', {} as never), { wrapper });
const key = () => readOptions('system.list', {} as never).queryKey;

async function settle(at: number, value: unknown): Promise<void> {
  await waitFor(() => expect(asked.length).toBeGreaterThan(at));
  await asked[at]?.answer(value);
}

describe('reads and changes', () => {
  it('drops a first read that began before a change of its tags, and reads again', async () => {
    const { result } = read();
    await waitFor(() => expect(asked).toHaveLength(1));
    act(() => announce(['systems']));
    await settle(0, 'old');
    expect(result.current.data).toBeUndefined();
    await settle(1, 'new');
    await waitFor(() => expect(result.current.data).toBe('new'));
    expect(asked).toHaveLength(2);
  });

  it('lets a read stand when other tags changed', async () => {
    const { result } = read();
    await waitFor(() => expect(asked).toHaveLength(1));
    act(() => announce(['preferences']));
    await settle(0, 'fresh');
    await waitFor(() => expect(result.current.data).toBe('fresh'));
    expect(asked).toHaveLength(1);
  });

  it('shows nothing of a repeated read that a change overtook', async () => {
    const { result } = read();
    await settle(0, 'one');
    await waitFor(() => expect(result.current.data).toBe('one'));
    act(() => announce(['systems']));
    await waitFor(() => expect(asked).toHaveLength(2));
    act(() => announce(['systems']));
    await waitFor(() => expect(asked).toHaveLength(3));
    await settle(2, 'three');
    await waitFor(() => expect(result.current.data).toBe('three'));
    await settle(1, 'two');
    expect(result.current.data).toBe('three');
    expect(asked).toHaveLength(3);
  });

  it('does not lay an older read over what a write answered before its event came', async () => {
    const { result } = read();
    await waitFor(() => expect(asked).toHaveLength(1));
    const written = call('system.update', {} as never);
    await settle(1, 'written');
    act(() => void client.setQueryData(key(), 'written' as never));
    await written;
    await settle(0, 'old');
    expect(result.current.data).toBe('written');
    await settle(2, 'written');
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(result.current.data).toBe('written');
  });

  it('keeps a read nobody watches any more from looking fresh', async () => {
    const { unmount } = read();
    await waitFor(() => expect(asked).toHaveLength(1));
    unmount();
    act(() => announce(['systems']));
    await settle(0, 'old');
    await settle(1, 'new');
    await waitFor(() => expect(client.getQueryData(key())).toBe('new'));
  });

  it('shows something at last when changes never rest, and reads once more', async () => {
    const { result } = read();
    for (let tries = 0; tries < 5; tries += 1) {
      await waitFor(() => expect(asked).toHaveLength(tries + 1));
      act(() => announce(['systems']));
      await settle(tries, `try ${tries}`);
    }
    await waitFor(() => expect(result.current.data).toBe('try 4'));
    await settle(5, 'rest');
    await waitFor(() => expect(result.current.data).toBe('rest'));
  });
});
