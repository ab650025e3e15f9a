import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type ObligationItem, type ObligationStatus, usePages, useRead } from '../../api';
import { Screen } from '../../shared/frame';
import { FilteredList, ListPage, useAsked, useListRecord } from '../../shared/list';
import { Button, Due, Owner, Status } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import type { Column } from '../../shared/table';
import { useWords } from '../../shared/words';
import { Confirm } from './confirm';
import { OBLIGATION_KINDS, ObligationPanel } from './obligation-panel';
import own from './obligations.module.css';

const STATUSES: readonly ObligationStatus[] = ['open', 'in-progress', 'met', 'not-ours'];

/** One duty of one system, in the address. */
function keyOf(item: ObligationItem): string {
  return `${item.system.id}/${item.pack}/${item.duty.id}`;
}

/** A search hit names the record, a person's own step the duty. */
function isOpen(item: ObligationItem, open: string): boolean {
  return keyOf(item) === open || item.record === open;
}

/** Beside a drawer the code of the system has to do. */
function useColumns(compact: boolean): Column<ObligationItem>[] {
  const { say, date } = useWords();
  return useMemo(
    () => [
      {
        id: 'ref',
        header: say('obligation-article'),
        cell: (item) => (
          <>
            {say('obligation-provision', { law: item.law, article: item.duty.ref })}{' '}
            {item.duty.confirm && <Confirm brief />}
            <div className={`caption ${own.under}`}>
              {say(item.applies ? 'obligation-since' : 'obligation-from', {
                date: date(item.duty.appliesFrom),
              })}
            </div>
          </>
        ),
        width: 150,
        keep: true,
        keepWidth: 140,
        title: (item) => `${item.law} ${item.duty.ref}`,
      },
      {
        id: 'duty',
        header: say('obligation-duty'),
        cell: (item) => <span className={own.duty}>{item.duty.label}</span>,
        keep: true,
        title: (item) => item.duty.label,
      },
      {
        id: 'system',
        header: say('obligation-system'),
        cell: (item) =>
          compact && item.system.code !== null ? (
            item.system.code
          ) : (
            <>
              {item.system.code}
              <div className={`caption ${own.under}`}>{item.system.title}</div>
            </>
          ),
        title: (item) => `${item.system.code ?? ''} ${item.system.title}`,
        width: 130,
        keep: true,
        keepWidth: 84,
      },
      {
        id: 'status',
        header: say('obligation-status'),
        cell: (item) => (
          <span className={own.wraps}>
            <Status kind={OBLIGATION_KINDS[item.status]}>{say(`obligation-status-${item.status}`)}</Status>
          </span>
        ),
        title: (item) => say(`obligation-status-${item.status}`),
        width: 134,
        keep: true,
        keepWidth: 116,
      },
      {
        id: 'owner',
        header: say('obligation-owner'),
        cell: (item) => (
          <span className={own.wraps}>
            <Owner name={item.owner?.name ?? null} />
          </span>
        ),
        width: 136,
      },
      {
        id: 'due',
        header: say('obligation-due'),
        cell: (item) => <Due date={item.due} settled={item.status === 'met' || item.status === 'not-ours'} />,
        width: 114,
        align: 'end',
      },
      {
        id: 'evidence',
        header: say('obligation-evidence'),
        cell: (item) =>
          item.evidence === 0 ? <span className="quiet">{say('report-none')}</span> : item.evidence,
        width: 86,
        align: 'end',
      },
    ],
    [say, date, compact],
  );
}

/** Every duty that the signed classifications give, by the day it applies from. */
export function ObligationsScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const narrow = useNarrow(1100);
  const [system, setSystem] = useSearchParam('system');
  const asked = useAsked();
  const { filter, text } = asked;
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const chosen = filter.status ?? [];
  const list = usePages(
    'obligation.list',
    {
      system,
      packs: [...(filter.law ?? [])],
      status: STATUSES.filter((word) => chosen.includes(word)),
      owner: null,
      text: text.trim() === '' ? null : text,
    },
    (page) => page.items.length,
  );
  const page = list.data?.pages[0];
  const items = useMemo(() => list.data?.pages.flatMap((each) => each.items) ?? [], [list.data]);
  const record = useListRecord(items, keyOf, isOpen);
  const open = record.openId;
  const item = open === null ? undefined : items.find((one) => isOpen(one, open));
  const columns = useColumns(item !== undefined && !narrow);
  const laws = page?.laws ?? [];
  const dimensions = [
    {
      id: 'law',
      label: say('obligation-law'),
      options: laws.map((law) => ({ value: law.pack, label: law.law })),
    },
    {
      id: 'status',
      label: say('obligation-status'),
      options: STATUSES.map((word) => ({ value: word, label: say(`obligation-status-${word}`) })),
    },
  ];
  const one = system === null ? undefined : items[0]?.system;
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('obligation-title') }]}
      actions={page && page.laws.length > 0 && <ExportMenu kind="obligations" system={system} />}
    >
      <ListPage
        title={one ? say('obligation-title-of', { name: one.title }) : say('obligation-title')}
        aside={page?.laws.map((law) => (
          <div key={law.pack}>
            {say('obligation-figures', {
              law: law.law,
              all: law.counts.all,
              met: law.counts.met,
              due: law.counts.overdue,
            })}
          </div>
        ))}
        drawer={
          item && <ObligationPanel key={keyOf(item)} item={item} mayWrite={mayWrite} {...record.steps} />
        }
      >
        <FilteredList
          read={list}
          none={
            page?.laws.length === 0
              ? {
                  text: say('obligation-none'),
                  action: (
                    <Button look="primary" onClick={() => void navigate({ to: '/classification' })}>
                      {say('obligation-none-classify')}
                    </Button>
                  ),
                }
              : null
          }
          asked={asked}
          dimensions={dimensions}
          findLabel={say('obligation-find')}
          more={
            system !== null && (
              <Button look="link" onClick={() => setSystem(null)}>
                {say('obligation-all-systems')}
              </Button>
            )
          }
          count={page && say('obligation-found', { count: page.found })}
          noneFound={say('obligation-none-found')}
          label={say('obligation-title')}
          rows={items}
          columns={columns}
          rowId={keyOf}
          rowName={(row) => `${row.law} ${row.duty.ref} ${row.duty.label}, ${row.system.title}`}
          record={record}
          compact={item !== undefined}
          onEnd={() => list.hasNextPage && void list.fetchNextPage()}
        />
      </ListPage>
    </Screen>
  );
}
