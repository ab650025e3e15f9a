import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type TrailChoice,
  type TrailChoices,
  type TrailEntry,
  type TrailPage,
  useJob,
  usePages,
  useRead,
  type VerifyView,
} from '../../api';
import { Split } from '../../shared/drawer';
import { ErrorPanel, JobProgress, Skeleton } from '../../shared/feedback';
import { Page, Screen } from '../../shared/frame';
import { IconLink, IconShieldCheck } from '../../shared/icons';
import { Button, FilterChip, Hash } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
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
import { type Address, EVERYTHING, filterOf, useAddress } from './address';
import { Days } from './days';
import { EntryDetail } from './entry-detail';
import css from './trail.module.css';
import { Findings, Verdict } from './verdict';

function useColumns(): Column<TrailEntry>[] {
  const { say, number, time } = useWords();
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
      {
        id: 'at',
        header: say('trail-column-when'),
        width: 66,
        keep: true,
        cell: (row) => <span className="numbers">{time(row.time)}</span>,
      },
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
    [say, number, time],
  );
}

/** Who, what and which kind of record, each with how many entries it has; menus of one choice. */
function useDimensions(choices: TrailChoices | undefined): FilterDimension[] {
  const { say } = useWords();
  return useMemo(() => {
    const options = (all: readonly TrailChoice[] = []) =>
      all.map(({ value, label, count }) => ({ value, label: say('trail-choice', { label, count }) }));
    return [
      { id: 'who', label: say('trail-column-who'), options: options(choices?.actors) },
      { id: 'what', label: say('trail-what'), options: options(choices?.actions) },
      { id: 'kind', label: say('trail-kind'), options: options(choices?.recordKinds) },
    ];
  }, [say, choices]);
}

/** What is typed into the find field; it goes into the address once the person rests. */
function useFind(
  address: Address,
  set: (change: Partial<Address>) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(address.find ?? '');
  const [rested] = useDebouncedValue(text, 250);
  const sent = useRef(address.find ?? '');
  // The address changed from elsewhere: the back button, or another record's history.
  useEffect(() => {
    if ((address.find ?? '') === sent.current) return;
    sent.current = address.find ?? '';
    setText(sent.current);
  }, [address.find]);
  useEffect(() => {
    if (rested === sent.current) return;
    sent.current = rested;
    set({ find: rested === '' ? null : rested });
  }, [rested, set]);
  return [text, setText];
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

const NO_KINDS: readonly TrailChoice[] = [];

/** What narrows the list, and how many entries that leaves. */
function Narrow({
  address,
  set,
  choices,
  counts,
}: {
  address: Address;
  set: (change: Partial<Address>) => void;
  choices: TrailChoices | undefined;
  counts: TrailPage | undefined;
}) {
  const { say } = useWords();
  const dimensions = useDimensions(choices);
  const [text, setText] = useFind(address, set);
  const value = Object.fromEntries(
    (['who', 'what', 'kind'] as const).map((id) => [id, address[id] === null ? [] : [address[id]]]),
  );
  const change = (next: FilterValue) => {
    const one = (id: string) => next[id]?.at(-1) ?? null;
    set({ who: one('who'), what: one('what'), kind: one('kind') });
  };
  const subject = choices?.subject;
  const narrowed = Object.keys(EVERYTHING).some((name) => address[name as keyof Address] !== null);
  return (
    <Toolbar
      end={
        counts && (
          <span className="caption nowrap" role="status">
            {say('trail-count', { found: counts.found, total: counts.total })}
          </span>
        )
      }
    >
      {address.subject !== null && (
        <FilterChip active onClear={() => set({ subject: null })}>
          {say('trail-about', { name: subject ? `${subject.code ?? ''} ${subject.title}`.trim() : '' })}
        </FilterChip>
      )}
      <Filters
        dimensions={dimensions}
        value={value}
        onChange={change}
        text={text}
        onText={setText}
        findLabel={say('trail-find')}
      />
      <Days value={address} onChange={set} />
      {narrowed && (
        <Button
          look="link"
          onClick={() => {
            setText('');
            set(EVERYTHING);
          }}
        >
          {say('trail-everything')}
        </Button>
      )}
    </Toolbar>
  );
}

/** The trail: the verdict first, then every entry and how it is linked. */
export function TrailScreen() {
  const { say, dateLong } = useWords();
  const [address, setAddress] = useAddress();
  const narrow = useNarrow(1180);
  const columns = useColumns();
  const summary = useRead('workspace.get', {}).data;
  const [last, keep] = useLastCheck();
  const verify = useJob('trail.verify', keep);
  const choices = useRead('trail.choices', { subject: filterOf(address, []).subject }, { keep: true }).data;
  const kinds = (choices?.recordKinds ?? NO_KINDS).map((kind) => kind.value);
  const filter = filterOf(address, kinds);
  const list = usePages('trail.list', filter, (page) => page.entries.length);
  const first = list.data?.pages[0];
  const entries = useMemo(() => list.data?.pages.flatMap((page) => page.entries) ?? [], [list.data]);
  const { job } = verify;
  const running = job.state === 'running';
  const failed = job.state === 'failed' && job.error.wire.code !== 'cancelled';
  const show = (n: string | null) => setAddress({ entry: n });
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
  const open = address.entry;
  const detail = open !== null && (
    <EntryDetail
      n={Number(open)}
      mayWrite={summary?.me.permissions.includes('write') ?? false}
      onShow={setAddress}
      onClose={() => show(null)}
    />
  );
  const openId = entries.find((entry) => String(entry.n) === open)?.id ?? null;
  return (
    <Screen
      crumbs={[{ label: summary?.organisation ?? '' }, { label: say('trail-title') }]}
      actions={<ExportMenu kind="history" filter={filter} />}
      primary={check}
    >
      <Split drawer={detail}>
        <Page>
          {running || failed ? (
            <div className={`panel ${css.checking}`}>
              <JobProgress job={job} onCancel={verify.cancel} />
            </div>
          ) : (
            summary && <Verdict state={summary.trail} entries={summary.entries} last={last} />
          )}
          {last && <Findings problems={last.problems} onShow={show} />}
          <Narrow address={address} set={setAddress} choices={choices} counts={first} />
          {list.error ? (
            <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
          ) : first === undefined ? (
            <Skeleton />
          ) : entries.length === 0 ? (
            <p className={`quiet ${css.none}`}>{say('trail-none')}</p>
          ) : (
            <DataTable
              label={say('trail-title')}
              rows={entries}
              columns={columns}
              rowId={(row) => row.id}
              rowName={(row) => row.what}
              group={(row) => dateLong(row.time)}
              openId={openId}
              onOpen={(row) => show(String(row.n))}
              compact={open !== null && narrow}
              onEnd={
                list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined
              }
            />
          )}
        </Page>
      </Split>
    </Screen>
  );
}
