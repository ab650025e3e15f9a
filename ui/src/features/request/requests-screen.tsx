import { useMemo, useState } from 'react';
import { type RequestItem, useRead } from '../../api';
import { Screen } from '../../shared/frame';
import { IconDownload, IconUpload } from '../../shared/icons';
import { FilteredList, ListPage, useAsked, useListRecord } from '../../shared/list';
import { Button, Due, Status } from '../../shared/parts';
import { type Column, type FilterValue, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { ExportDialog } from './export-dialog';
import { askedOf, REQUEST_KINDS, REQUEST_STATES } from './kinds';
import { MatchDialog } from './match-dialog';
import { ProposeDialog } from './propose-dialog';
import css from './request.module.css';
import { RequestDialog } from './request-dialog';
import { RequestPanel } from './request-panel';

type Asking = 'one' | 'many' | 'files' | 'export' | null;

function useColumns(): Column<RequestItem>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'what',
        header: say('request-what'),
        keep: true,
        title: (item) => item.what,
        sort: (item) => item.code,
        cell: (item) => <IdName id={item.code} name={item.what} width={62} />,
      },
      {
        id: 'line',
        header: say('request-line'),
        width: 90,
        title: (item) => item.title,
        cell: (item) => item.requirement,
      },
      {
        id: 'due',
        header: say('request-due'),
        width: 130,
        align: 'end',
        sort: (item) => item.due,
        cell: (item) => item.open && item.due !== null && <Due date={item.due} />,
      },
      {
        id: 'came',
        header: say('request-came'),
        width: 90,
        align: 'end',
        sort: (item) => item.files.length,
        cell: (item) => (item.files.length === 0 ? '' : item.files.length),
      },
      {
        id: 'state',
        header: say('request-state'),
        width: 140,
        keep: true,
        sort: (item) => item.state,
        cell: (item) => (
          <Status kind={REQUEST_KINDS[item.state]}>{say(`request-state-${item.state}`)}</Status>
        ),
      },
    ],
    [say],
  );
}

/** Requests that fit the filter, together by whom they go to. */
function useShown(items: readonly RequestItem[], filter: FilterValue, text: string, nobody: string) {
  const wanted = text.trim().toLowerCase();
  const states = filter.state ?? [];
  const people = filter.whom ?? [];
  const departments = filter.department ?? [];
  const late = (filter.late ?? []).length > 0;
  return useMemo(
    () =>
      items
        .filter(
          (item) =>
            (states.length === 0 || states.includes(item.state)) &&
            (people.length === 0 || people.includes(askedOf(item) ?? nobody)) &&
            (departments.length === 0 || departments.includes(item.department ?? '')) &&
            (!late || item.daysLate !== null) &&
            (wanted === '' ||
              `${item.code} ${item.requirement} ${item.title} ${item.what} ${askedOf(item) ?? ''}`
                .toLowerCase()
                .includes(wanted)),
        )
        .sort((a, b) => (askedOf(a) ?? '').localeCompare(askedOf(b) ?? '') || a.code.localeCompare(b.code)),
    [items, states, people, departments, late, wanted, nobody],
  );
}

/** What is needed from whom, for which line, until when, and what came of it. */
export function RequestsScreen() {
  const { say } = useWords();
  const columns = useColumns();
  const asked = useAsked();
  const [asking, setAsking] = useState<Asking>(null);
  const list = useRead('request.list', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const nobody = say('request-nobody');
  const all = useMemo(() => list.data ?? [], [list.data]);
  const shown = useShown(all, asked.filter, asked.text, nobody);
  const record = useListRecord(shown, (row) => row.id);
  const item = all.find((one) => one.id === record.openId);
  const whom = [...new Set(all.map((one) => askedOf(one) ?? nobody))].sort();
  const departments = [...new Set(all.flatMap((one) => (one.department ? [one.department] : [])))].sort();
  const dimensions = [
    {
      id: 'state',
      label: say('request-state'),
      options: REQUEST_STATES.map((word) => ({ value: word, label: say(`request-state-${word}`) })),
    },
    { id: 'whom', label: say('request-whom'), options: whom.map((name) => ({ value: name, label: name })) },
    ...(departments.length > 0
      ? [
          {
            id: 'department',
            label: say('request-department'),
            options: departments.map((name) => ({ value: name, label: name })),
          },
        ]
      : []),
    { id: 'late', label: say('request-due'), options: [{ value: 'late', label: say('request-late') }] },
  ];
  const waiting = all.filter((one) => one.state === 'requested').length;
  const refused = all.filter((one) => one.state === 'refused').length;
  const judge = all.filter((one) => one.state === 'received').length;
  const late = all.filter((one) => one.daysLate !== null).length;
  const begin = mayWrite && (
    <div className={css.begin}>
      <Button look="primary" onClick={() => setAsking('many')}>
        {say('request-propose')}
      </Button>
      <Button onClick={() => setAsking('one')}>{say('request-new')}</Button>
    </div>
  );
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('request-title') }]}
      actions={
        all.length > 0 && (
          <>
            <Button icon={<IconDownload size={15} aria-hidden="true" />} onClick={() => setAsking('export')}>
              {say('report-export')}
            </Button>
            {mayWrite && (
              <>
                <Button icon={<IconUpload size={16} aria-hidden="true" />} onClick={() => setAsking('files')}>
                  {say('request-match')}
                </Button>
                <Button onClick={() => setAsking('many')}>{say('request-propose')}</Button>
              </>
            )}
          </>
        )
      }
      primary={
        mayWrite && all.length > 0 ? (
          <Button look="primary" onClick={() => setAsking('one')}>
            {say('request-new')}
          </Button>
        ) : undefined
      }
    >
      <ListPage
        title={say('request-title')}
        aside={all.length > 0 && say('request-figures', { waiting, refused, judge, late })}
        drawer={item && <RequestPanel key={item.id} item={item} mayWrite={mayWrite} {...record.steps} />}
      >
        <FilteredList
          read={list}
          none={all.length === 0 ? { text: say('request-none'), action: begin } : null}
          asked={asked}
          dimensions={dimensions}
          findLabel={say('request-find')}
          count={say('request-shown', { count: shown.length })}
          noneFound={say('request-none-found')}
          label={say('request-title')}
          rows={shown}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => `${row.code} ${row.what}`}
          record={record}
          compact={item !== undefined}
          group={(row) => askedOf(row) ?? nobody}
        />
      </ListPage>
      {asking === 'one' && <RequestDialog onClose={() => setAsking(null)} />}
      {asking === 'many' && <ProposeDialog onClose={() => setAsking(null)} />}
      {asking === 'export' && <ExportDialog items={all} onClose={() => setAsking(null)} />}
      {asking === 'files' && <MatchDialog items={all} onClose={() => setAsking(null)} />}
    </Screen>
  );
}
