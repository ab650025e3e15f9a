import { useDeferredValue, useMemo, useState } from 'react';
import { type TrailEntry, useJob, usePages, useRead } from '../../api';
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
import { today, useWords } from '../../shared/words';
import { EntryDetail } from './entry-detail';
import css from './trail.module.css';
import { Findings, Verdict } from './verdict';

const DAY = 86_400_000;
/** Days each choice of "since" goes back. */
const SINCE: Readonly<Record<string, number>> = { today: 0, week: 7, month: 31 };

function sinceDate(choice: string | undefined): string | null {
  const days = choice === undefined ? undefined : SINCE[choice];
  return days === undefined ? null : today(new Date(Date.now() - days * DAY));
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
      { id: 'at', header: say('trail-column-when'), width: 90, keep: true, cell: (row) => recent(row.at) },
      {
        id: 'who',
        header: say('trail-column-who'),
        width: 138,
        title: (row) => row.who,
        cell: (row) => row.who,
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
        id: 'since',
        label: say('trail-since'),
        options: Object.keys(SINCE).map((choice) => ({ value: choice, label: say(`trail-since-${choice}`) })),
      },
    ],
    [say, members],
  );
}

/** The trail: the verdict first, then every entry and how it is linked. */
export function TrailScreen() {
  const { say } = useWords();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<FilterValue>({});
  const [openId, setOpenId] = useSearchParam('entry');
  const narrow = useNarrow(1180);
  const columns = useColumns();
  const dimensions = useDimensions();
  const check = useRead('trail.state', {});
  const summary = useRead('workspace.get', {}).data;
  const verify = useJob('trail.verify');
  const wanted = useDeferredValue(text).trim();
  const list = usePages(
    'trail.list',
    {
      text: wanted === '' ? null : wanted,
      actor: filter.who?.at(-1) ?? null,
      since: sinceDate(filter.since?.at(-1)),
      subject: null,
    },
    (page) => page.entries.length,
  );
  const first = list.data?.pages[0];
  const entries = useMemo(() => list.data?.pages.flatMap((page) => page.entries) ?? [], [list.data]);
  const running = verify.job.state === 'running';
  return (
    <Screen
      crumbs={[{ label: summary?.organisation ?? '' }, { label: say('trail-title') }]}
      primary={
        <Button
          look="primary"
          icon={<IconShieldCheck size={16} aria-hidden="true" />}
          disabled={running}
          onClick={() => verify.start({})}
        >
          {say('trail-check')}
        </Button>
      }
    >
      <Split
        drawer={
          openId && (
            <EntryDetail
              id={openId}
              mayWrite={summary?.me.permissions.includes('write') ?? false}
              onClose={() => setOpenId(null)}
            />
          )
        }
      >
        <Page>
          {running || verify.job.state === 'failed' ? (
            <div className="panel" style={{ padding: 16 }}>
              <JobProgress job={verify.job} onCancel={verify.cancel} />
            </div>
          ) : (
            check.data && <Verdict check={check.data} />
          )}
          {check.error && <ErrorPanel error={check.error} onRetry={() => void check.refetch()} />}
          {check.data && <Findings check={check.data} />}
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
              text={text}
              onText={setText}
              findLabel={say('trail-find')}
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
              onOpen={(row) => setOpenId(row.id)}
              compact={openId !== null && narrow}
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
