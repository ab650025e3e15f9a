import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readOptions, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../feedback';
import { type HistoryItem, HistoryList } from '../trail';

/** Entries shown at first, and added by each step back. */
const STEP = 20;

/** The history of one record: every entry about it, with old and new values. */
export function RecordHistory({ record }: { record: string }) {
  const navigate = useNavigate();
  const [limit, setLimit] = useState(STEP);
  const everything = { actor: null, action: null, recordKind: null, text: null, from: null, until: null };
  const input = { ...everything, subject: record, offset: 0, limit };
  const page = useRead('trail.list', input, { keep: true });
  const entries = page.data?.entries ?? [];
  const details = useQueries({
    queries: entries.map((entry) => readOptions('trail.get', { n: entry.n, record })),
  });
  if (page.error) return <ErrorPanel error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Skeleton rows={4} />;
  const items: HistoryItem[] = entries.map((entry, index) => ({
    id: entry.id,
    number: entry.n,
    what: entry.what,
    at: entry.time,
    who: entry.actor.name,
    reason: entry.reason,
    changes: details[index]?.data?.changes.flatMap((row) => row.fields) ?? [],
  }));
  return (
    <HistoryList
      items={items}
      onOpen={(item) => void navigate({ to: '/trail', search: { entry: String(item.number) } })}
      onMore={page.data.found > entries.length ? () => setLimit(limit + STEP) : undefined}
    />
  );
}
