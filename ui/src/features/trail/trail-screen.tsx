import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type TrailEntry, useJob, usePages, useRead, type VerifyView } from '../../api';
import { Split } from '../../shared/drawer';
import { ErrorPanel, JobProgress, Skeleton } from '../../shared/feedback';
import { Page, Screen } from '../../shared/frame';
import { IconLink, IconShieldCheck } from '../../shared/icons';
import { Button, Hash } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import {
  type Column,
  DataTable,
  type FilterDimension,
  Filters,
  type FilterValue,
  Name,
  Toolbar,
} from '../../shared/table';
import { useWords } from '../../shared/words';
import { EntryDetail } from './entry-detail';
import css from './trail.module.css';
import { Findings, Verdict } from './verdict';

const DAY = 86_400_000;
/** Days each choice of "since" goes back. */
const SINCE: Readonly<Record<string, number>> = { today: 0, week: 7, month: 31 };

/** Nouns of use cases that the list can be narrowed to. */
const NOUNS = ['system', 'classification', 'gap', 'soa', 'evidence', 'action', 'organisation', 'member'];

/** Local midnight of the first day, as the core writes moments. */
function sinceMoment(choice: string | undefined): string | null {
  const days = choice === undefined ? undefined : SINCE[choice];
  if (days === undefined) return null;
  return new Date(new Date(Date.now() - days * DAY).setHours(0, 0, 0, 0)).toISOString();
}

function useColumns(): Column<TrailEntry>[] {
  const { say, number, recent } = useWords();
  return useMemo(
    () => [
      {
        id: 'n',
        header: say('trail-column-entry'),
        width: 66,
        align: 'end',
        keep: true,
        cell: (row) => <span className="quiet">{number(row.n)}</span>,
      },
      { id: 'at', header: say('trail-column-when'), width: 90, keep: true, cell: (row) => recent(row.time) },
      {
        id: 'who',
        header: say('trail-column-who'),
        width: 138,
        title: (row) => row.actor.name,
        cell: (row) => row.actor.name,
      },
      {
        id: 'what',
        header: say('trail-column-what'),
        keep: true,
        title: (row) => row.what,
        cell: (row) => <Name>{row.what}</Name>,
      },
      {
        id: 'link',
        header: say('trail-column-link'),
        width: 84,
        keep: true,
        cell: (row) => (
          <span className={css.link}>
            <IconLink size={14} aria-hidden="true" />
            <Hash value={row.id} short />
          </span>
        ),
      },
    ],
    [say, number, recent],
  );
}

/** Who and since when; both are menus of one choice. */
function useDimensions(): FilterDimension[] {
  const { say } = useWords();
  const members = useRead('member.list', {}).data;
  return useMemo(
    () => [
      {
        id: 'who',
        label: say('trail-column-who'),
        options: (members ?? []).map((member) => ({ value: member.id, label: member.name })),
      },
      {
        id: 'what',
        label: say('trail-what'),
        options: NOUNS.map((noun) => ({ value: noun, label: say(`trail-what-${noun}`) })),
      },
      {
        id: 'since',
        label: say('trail-since'),
        options: Object.keys(SINCE).map((choice) => ({ value: choice, label: say(`trail-since-${choice}`) })),
      },
    ],
    [say, members],
  );
}

/** The last check since the workspace was opened; kept while other screens are shown. */
function useLastCheck(): [VerifyView | null, (view: VerifyView) => void] {
  const client = useQueryClient();
  const key = ['trail.verify', 'last'];
  const last = useQuery<VerifyView | null>({
    queryKey: key,
    queryFn: () => null,
    initialData: null,
    meta: { tags: [] },
  });
  return [last.data, (view) => client.setQueryData(key, view)];
}

/** The trail: the verdict first, then every entry and how it is linked. */
export function TrailScreen() {
  const { say } = useWords();
  const [filter, setFilter] = useState<FilterValue>({});
  const [open, setOpen] = useSearchParam('entry');
  const narrow = useNarrow(1180);
  const columns = useColumns();
  const dimensions = useDimensions();
  const summary = useRead('workspace.get', {}).data;
  const [last, keep] = useLastCheck();
  const verify = useJob('trail.verify', keep);
  const noun = filter.what?.at(-1);
  const list = usePages(
    'trail.list',
    {
      subject: null,
      actor: filter.who?.at(-1) ?? null,
      action: noun === undefined ? null : `${noun}.`,
      from: sinceMoment(filter.since?.at(-1)),
      until: null,
    },
    (page) => page.entries.length,
  );
  const first = list.data?.pages[0];
  const entries = useMemo(() => list.data?.pages.flatMap((page) => page.entries) ?? [], [list.data]);
  const running = verify.job.state === 'running';
  const check = (
    <Button
      look="primary"
      icon={<IconShieldCheck size={16} aria-hidden="true" />}
      disabled={running}
      onClick={() => verify.start({})}
    >
      {say('trail-check')}
    </Button>
  );
  const detail = open !== null && (
    <EntryDetail
      n={Number(open)}
      mayWrite={summary?.me.permissions.includes('write') ?? false}
      onClose={() => setOpen(null)}
    />
  );
  const openId = entries.find((entry) => String(entry.n) === open)?.id ?? null;
  return (
    <Screen crumbs={[{ label: summary?.organisation ?? '' }, { label: say('trail-title') }]} primary={check}>
      <Split drawer={detail}>
        <Page>
          {running || verify.job.state === 'failed' ? (
            <div className="panel" style={{ padding: 16 }}>
              <JobProgress job={verify.job} onCancel={verify.cancel} />
            </div>
          ) : (
            summary && <Verdict state={summary.trail} entries={summary.entries} last={last} />
          )}
          {last && <Findings problems={last.problems} />}
          <Toolbar
            end={
              first && (
                <span className="caption">
                  {say('trail-count', { found: first.found, total: first.total })}
                </span>
              )
            }
          >
            <Filters
              dimensions={dimensions}
              value={filter}
              onChange={(next) =>
                setFilter(
                  Object.fromEntries(Object.entries(next).map(([id, chosen]) => [id, chosen.slice(-1)])),
                )
              }
            />
          </Toolbar>
          {list.error ? (
            <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
          ) : first ? (
            <DataTable
              label={say('trail-title')}
              rows={entries}
              columns={columns}
              rowId={(row) => row.id}
              rowName={(row) => row.what}
              openId={openId}
              onOpen={(row) => setOpen(String(row.n))}
              compact={open !== null && narrow}
              onEnd={
                list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined
              }
            />
          ) : (
            <Skeleton />
          )}
        </Page>
      </Split>
    </Screen>
  );
}
