import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type CrosswalkSummary, type FrameworkSummary, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { type Column, DataTable, Name } from '../../shared/table';
import { useWords } from '../../shared/words';
import { Browser } from './browser';
import css from './library.module.css';

function useColumns(crosswalks: readonly CrosswalkSummary[]): Column<FrameworkSummary>[] {
  const { say, date, number } = useWords();
  return useMemo(() => {
    const covered = (row: FrameworkSummary) =>
      crosswalks.filter((one) => one.from === row.id || one.to === row.id).length;
    return [
      {
        id: 'title',
        header: say('library-column-title'),
        keep: true,
        sort: (row) => row.title,
        title: (row) => `${row.title}\n${row.sources.join('\n')}`,
        cell: (row) => (
          <span className={css.two} data-whole>
            <Name>{row.title}</Name>
            <span className="caption">{row.sources.join('; ')}</span>
          </span>
        ),
      },
      { id: 'version', header: say('library-column-version'), width: 84, cell: (row) => row.version },
      {
        id: 'date',
        header: say('library-column-date'),
        width: 112,
        align: 'end',
        sort: (row) => row.date,
        cell: (row) => date(row.date),
      },
      {
        id: 'entries',
        header: say('library-column-entries'),
        width: 96,
        align: 'end',
        sort: (row) => row.requirements,
        cell: (row) => number(row.requirements),
      },
      {
        id: 'assessable',
        header: say('library-column-assessable'),
        width: 104,
        align: 'end',
        sort: (row) => row.assessable,
        cell: (row) => number(row.assessable),
      },
      {
        id: 'crosswalks',
        header: say('crosswalks-title'),
        width: 104,
        align: 'end',
        sort: covered,
        cell: (row) => number(covered(row)),
      },
    ];
  }, [crosswalks, say, date, number]);
}

/** Every framework the product knows. */
function List({ onOpen }: { onOpen: (id: string) => void }) {
  const { say } = useWords();
  const list = useRead('framework.list', {});
  const crosswalks = useRead('crosswalk.list', {}).data;
  const columns = useColumns(crosswalks ?? []);
  return (
    <Page>
      <PageHead
        title={say('library-title')}
        aside={list.data && say('library-count', { count: list.data.length })}
      />
      <p className="reading">{say('library-help')}</p>
      {list.error ? (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton />
      ) : list.data.length === 0 ? (
        <div className="panel">
          <EmptyState>{say('library-none')}</EmptyState>
        </div>
      ) : (
        <DataTable
          label={say('library-title')}
          rows={list.data}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.title}
          onOpen={(row) => onOpen(row.id)}
          tall
        />
      )}
    </Page>
  );
}

/** Frameworks: the list, or one of them with its entries. */
export function LibraryScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [framework] = useSearchParam('framework');
  const [entry] = useSearchParam('entry');
  const view = useRead('framework.get', { id: framework ?? '' }, { enabled: framework !== null });
  // Every entry is a step that the back button knows.
  const open = (search: { framework: string; entry?: string }) => void navigate({ to: '/library', search });
  const crumbs = [{ label: say('nav-library') }];
  if (framework === null) {
    return (
      <Screen crumbs={[...crumbs, { label: say('library-title') }]}>
        <List onOpen={(id) => open({ framework: id })} />
      </Screen>
    );
  }
  const title = view.data?.summary.title;
  return (
    <Screen
      crumbs={[
        ...crumbs,
        { label: say('library-title'), to: '/library' },
        ...(title === undefined ? [] : [{ label: title }]),
      ]}
    >
      {view.error ? (
        <Page>
          <ErrorPanel
            error={view.error}
            onRetry={() => void view.refetch()}
            actions={
              <Button size="small" onClick={() => void navigate({ to: '/library' })}>
                {say('library-others')}
              </Button>
            }
          />
        </Page>
      ) : !view.data ? (
        <Page>
          <Skeleton rows={12} />
        </Page>
      ) : (
        <Browser
          key={framework}
          view={view.data}
          entry={entry}
          onOpen={(id) => open({ framework, entry: id })}
        />
      )}
    </Screen>
  );
}
