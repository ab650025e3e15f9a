import { type ReactNode, useMemo, useState } from 'react';
import { type CandidateItem, type CandidateState, type DiscoveryView, useAct, usePages } from '../../api';
import { Split } from '../../shared/drawer';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { Page } from '../../shared/frame';
import { FilteredList, useAsked, useListRecord } from '../../shared/list';
import { Button, Status } from '../../shared/parts';
import { useNarrow } from '../../shared/size';
import { type Column, IdName } from '../../shared/table';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { CandidatePanel } from './candidate-panel';
import { DismissDialog, MergeDialog } from './decide-dialogs';
import css from './discovery.module.css';
import { CANDIDATE_KINDS } from './kinds';

const STATES: readonly CandidateState[] = ['new', 'accepted', 'merged', 'dismissed'];
/** What waits for a decision is shown first. */
const NEW = { state: ['new'] };
/** Most vendors offered as a filter. */
const VENDORS = 40;

/** From so many rows on all are of one height, which has to be that of two lines. */
const MANY = 200;

/** Several candidates may have one name: purpose and department tell them apart, so they have the room of two lines. */
function useColumns(compact: boolean): Column<CandidateItem>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('discovery-candidate'),
        keep: true,
        title: (item) => item.name,
        cell: (item) => (
          <>
            <IdName id={item.code} name={item.name} />
            {compact && (item.department ?? item.purpose) !== null && (
              <div className={`caption ${css.apart}`}>
                {[item.department, item.purpose].filter(Boolean).join(', ')}
              </div>
            )}
          </>
        ),
      },
      {
        id: 'purpose',
        header: say('candidate-becomes-purpose'),
        title: (item) => item.purpose ?? '',
        cell: (item) => <span className={css.wraps}>{item.purpose}</span>,
      },
      {
        id: 'department',
        header: say('candidate-becomes-department'),
        width: 144,
        title: (item) => item.department ?? '',
        cell: (item) => <span className={css.wraps}>{item.department}</span>,
      },
      {
        id: 'vendor',
        header: say('candidate-becomes-vendor'),
        width: 112,
        title: (item) => item.vendor ?? '',
        cell: (item) => <span className={css.wraps}>{item.vendor}</span>,
      },
      {
        id: 'like',
        header: say('discovery-like'),
        width: 150,
        title: (item) => item.like?.why ?? '',
        cell: (item) =>
          item.like && (
            <Status kind={item.like.strength === 'likely' ? 'attention' : 'info'}>
              {say('discovery-like-short', {
                code: item.like.record.code ?? '',
                name: item.like.record.title,
              })}
            </Status>
          ),
      },
      {
        id: 'state',
        header: say('discovery-decision'),
        width: 112,
        keep: true,
        cell: (item) => (
          <Status kind={CANDIDATE_KINDS[item.state]}>{say(`candidate-state-${item.state}`)}</Status>
        ),
      },
    ],
    [say, compact],
  );
}

/** What was found, until a person has said what it is. */
export function Candidates({
  view,
  mayWrite,
  head,
  onImport,
}: {
  view: DiscoveryView;
  mayWrite: boolean;
  /** What stands above the list. */
  head: ReactNode;
  onImport: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const narrow = useNarrow(1100);
  const asked = useAsked(NEW);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<'merge' | 'dismiss' | null>(null);
  const accept = useAct('candidate.accept');
  const { filter, text } = asked;
  const states = filter.state ?? [];
  const like = filter.like ?? [];
  const list = usePages(
    'candidate.list',
    {
      text: text.trim() === '' ? null : text.trim(),
      states: STATES.filter((word) => states.includes(word)),
      areas: [...(filter.area ?? [])],
      vendors: [...(filter.vendor ?? [])],
      like: like.length === 1 ? like[0] === 'yes' : null,
    },
    (page) => page.items.length,
  );
  const page = list.data?.pages[0];
  const items = useMemo(() => list.data?.pages.flatMap((each) => each.items) ?? [], [list.data]);
  const record = useListRecord(items, (item) => item.id);
  const open = record.openId;
  const compact = open !== null && !narrow;
  const every = useColumns(compact);
  // A list without vendors has better use for the room.
  const columns = items.some((item) => item.vendor !== null)
    ? every
    : every.filter((column) => column.id !== 'vendor');
  const ids = [...selected];
  const decided = () => {
    setSelected(new Set());
    setDeciding(null);
  };
  const dimensions = [
    {
      id: 'state',
      label: say('discovery-decision'),
      options: STATES.map((word) => ({ value: word, label: say(`candidate-state-${word}`) })),
    },
    {
      id: 'area',
      label: say('discovery-areas'),
      options: view.areas.map((area) => ({ value: area.key, label: area.title })),
    },
    {
      id: 'vendor',
      label: say('candidate-becomes-vendor'),
      options: (page?.vendors ?? []).slice(0, VENDORS).map((vendor) => ({ value: vendor, label: vendor })),
    },
    {
      id: 'like',
      label: say('discovery-like'),
      options: ['yes', 'no'].map((word) => ({ value: word, label: say(`discovery-like-${word}`) })),
    },
  ];
  const bulk = (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={accept.isPending}
        onClick={() =>
          accept.mutate(
            { ids },
            {
              onSuccess: (made) => {
                toast({ text: say('discovery-accepted', { count: made.length }), undo });
                decided();
              },
            },
          )
        }
      >
        {say('discovery-accept')}
      </Button>
      <Button look="quiet" size="small" onClick={() => setDeciding('merge')}>
        {say('discovery-merge')}
      </Button>
      <Button look="quiet" size="small" onClick={() => setDeciding('dismiss')}>
        {say('discovery-dismiss')}
      </Button>
    </>
  );
  const none = page?.total === 0 && {
    text: say('discovery-no-candidates'),
    action: mayWrite && <Button onClick={onImport}>{say('discovery-list')}</Button>,
  };
  const panel = open !== null && !none && page && (
    <CandidatePanel key={open} id={open} mayWrite={mayWrite} {...record.steps} />
  );
  return (
    <Split drawer={panel}>
      <Page tight={compact}>
        {head}
        <FilteredList
          read={list}
          none={none || null}
          asked={asked}
          dimensions={dimensions}
          findLabel={say('discovery-find')}
          count={page && say('discovery-shown', { count: page.found })}
          notice={accept.error && <ErrorPanel error={accept.error} />}
          noneFound={say('discovery-none-found')}
          label={say('discovery-candidates')}
          rows={items}
          columns={columns}
          rowId={(item) => item.id}
          rowName={(item) => `${item.code} ${item.name}`}
          record={record}
          compact={compact}
          tall={compact || items.length > MANY}
          selected={selected}
          {...(mayWrite ? { onSelect: setSelected } : {})}
          onEnd={() => list.hasNextPage && void list.fetchNextPage()}
          bulk={bulk}
        />
        {deciding === 'merge' && (
          <MergeDialog ids={ids} alike={[]} onClose={() => setDeciding(null)} onDone={decided} />
        )}
        {deciding === 'dismiss' && (
          <DismissDialog ids={ids} onClose={() => setDeciding(null)} onDone={decided} />
        )}
      </Page>
    </Split>
  );
}
