import {
  QueryClient,
  type QueryFunctionContext,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { platform } from '../platform';
import { asCallError, type CallError } from './error';
import { type Calls, calls, type Tag } from './generated';

/** Name of a use case. */
export type CallName = keyof Calls;
/** Name of long work. */
export type JobName = { [Name in CallName]: Calls[Name]['kind'] extends 'job' ? Name : never }[CallName];
/** Name of a use case that answers at once: everything but long work. */
export type ActName = Exclude<CallName, JobName>;
export type InputOf<Name extends CallName> = Calls[Name]['input'];
export type OutputOf<Name extends CallName> = Calls[Name]['output'];

/** Runs a use case. Rejects with a {@link CallError}. */
export async function call<Name extends ActName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  try {
    const output = (await platform().call(name, input)) as OutputOf<Name>;
    // The answer is here before the `changed` event may be: reads under way are older than it.
    if (calls[name].kind === 'mutation') noteChange(calls[name].tags);
    return output;
  } catch (thrown) {
    throw asCallError(thrown);
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError;
    queryMeta: { tags: readonly Tag[] };
  }
}

/** Counts changes, and remembers at which count each tag last changed. */
let changes = 0;
const changedAt = new Map<string, number>();

function noteChange(tags: Iterable<string>): void {
  changes += 1;
  for (const tag of tags) changedAt.set(tag, changes);
}

/** How often a read is made again before what it brought is shown all the same. */
const MOST_TRIES = 5;

const newestRun = new WeakMap<object, symbol>();

/**
 * Runs a read of the cache. A change of its tags while it is under way may not be in what it brings, so that is dropped
 * and read again: what is shown is never older than the newest change that was announced when it arrived.
 */
async function readFresh<Output>(
  context: Pick<QueryFunctionContext, 'client' | 'queryKey'>,
  tags: readonly Tag[],
  read: () => Promise<Output>,
): Promise<Output> {
  const { client, queryKey } = context;
  const query = client.getQueryCache().find({ queryKey, exact: true });
  const run = Symbol('run');
  if (query) newestRun.set(query, run);
  for (let tries = 1; ; tries += 1) {
    const began = changes;
    const output = await read();
    if (!tags.some((tag) => (changedAt.get(tag) ?? 0) > began)) return output;
    // A later run of the same read took over; the cache takes nothing from this one.
    if (query && newestRun.get(query) !== run) return output;
    if (tries === MOST_TRIES) {
      // Changes come faster than this can be read: show it, and come back once they rest.
      window.setTimeout(() => void client.invalidateQueries({ queryKey, exact: true }));
      return output;
    }
  }
}

/** A read, cached under its name and input and made stale by its tags. */
export function readOptions<Name extends ActName>(name: Name, input: InputOf<Name>) {
  return queryOptions<OutputOf<Name>, CallError>({
    queryKey: [name, input],
    queryFn: (context) => readFresh(context, calls[name].tags, () => call(name, input)),
    meta: { tags: calls[name].tags },
  });
}

/** Reads through the cache; `enabled: false` waits. */
export function useRead<Name extends ActName>(
  name: Name,
  input: InputOf<Name>,
  options: { enabled?: boolean; keep?: boolean } = {},
) {
  return useQuery<OutputOf<Name>, CallError>({
    ...readOptions(name, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? (old) => old : undefined,
  });
}

/** Use cases whose input has an offset and a limit. */
export type PagedName = {
  [Name in ActName]: InputOf<Name> extends { offset: number; limit: number } ? Name : never;
}[ActName];

/** Rows read at a time from a list that may be very long. */
export const PAGE_SIZE = 500;

/** Reads a long list page by page; `fetchNextPage` brings the next one. `rows` says how many a page brought. */
export function usePages<Name extends PagedName>(
  name: Name,
  input: Omit<InputOf<Name>, 'offset' | 'limit'>,
  rows: (page: OutputOf<Name>) => number,
) {
  return useInfiniteQuery<OutputOf<Name>, CallError, { pages: OutputOf<Name>[] }, readonly unknown[], number>(
    {
      queryKey: [name, 'pages', input],
      queryFn: ({ pageParam, ...context }) => {
        const page = { ...input, offset: pageParam, limit: PAGE_SIZE } as unknown as InputOf<Name>;
        return readFresh(context, calls[name].tags, () => call(name, page));
      },
      initialPageParam: 0,
      getNextPageParam: (last, _pages, offset) => (rows(last) < PAGE_SIZE ? undefined : offset + PAGE_SIZE),
      meta: { tags: calls[name].tags },
      placeholderData: (old) => old,
    },
  );
}

/** Acts; stale reads are found by the `changed` event of the host. */
export function useAct<Name extends ActName>(name: Name) {
  return useMutation<OutputOf<Name>, CallError, InputOf<Name>>({ mutationFn: (input) => call(name, input) });
}

/** The cache of everything read. The core is on this machine: reads are fresh until a tag says otherwise. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Makes reads stale as the core announces it. */
export function followChanges(client: QueryClient): () => void {
  return platform().on('changed', (tags) => {
    noteChange(tags);
    const stale = new Set<string>(tags);
    // Nobody looks at these lists, so nobody reads the pages again that came before the change.
    for (const query of client.getQueryCache().findAll({ type: 'inactive', fetchStatus: 'fetching' })) {
      if (query.queryType === 'infinite') void query.cancel({ revert: true });
    }
    void client.invalidateQueries({
      predicate: (query) => (query.meta?.tags ?? []).some((tag) => stale.has(tag)),
    });
  });
}
