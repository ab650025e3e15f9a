import { useMemo, useState } from 'react';
import { type ActionView, useRead } from '../../api';
import { Screen } from '../../shared/frame';
import { IconPlus } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { FilteredList, ListPage, useAsked, useListRecord } from '../../shared/list';
import { Button, Due, Owner } from '../../shared/parts';
import { ActionDialog, ActionState, recordName } from '../../shared/record';
import { ListExport } from '../../shared/record/export-menu';
import { useAskedFor } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import { type Column, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { ActionPanel } from './action-panel';
import { ACTION_STATUSES, isOpen, shownOf } from './shown';

function useColumns(): Column<ActionView>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'title',
        header: say('action-title'),
        keep: true,
        title: (item) => item.title,
        sort: (item) => item.code,
        cell: (item) => <IdName id={item.code} name={item.title} width={62} />,
      },
      {
        id: 'source',
        header: say('action-source'),
        width: 190,
        title: (item) => (item.source ? recordName(item.source) : undefined),
        sort: (item) => (item.source ? recordName(item.source) : null),
        cell: (item) =>
          item.source === null ? <span className="quiet">{say('not-set')}</span> : recordName(item.source),
      },
      {
        id: 'owner',
        header: say('action-owner'),
        width: 172,
        sort: (item) => item.owner?.name ?? null,
        cell: (item) => <Owner name={item.owner?.name ?? null} />,
      },
      {
        id: 'due',
        header: say('action-due'),
        width: 124,
        keep: true,
        align: 'end',
        sort: (item) => item.due,
        cell: (item) => <Due date={item.due} settled={!isOpen(item)} />,
      },
      {
        id: 'status',
        header: say('action-state'),
        width: 130,
        keep: true,
        sort: (item) => ACTION_STATUSES.indexOf(item.status),
        cell: (item) => <ActionState status={item.status} />,
      },
    ],
    [say],
  );
}

/** Every action, from gaps, decisions and findings alike: who does what until when, and whether it helped. */
export function ActionsScreen() {
  const { say } = useWords();
  const columns = useColumns();
  const narrow = useNarrow(1100);
  const asked = useAsked();
  const [adding, setAdding] = useState(false);
  useAskedFor('add', () => setAdding(true));
  const list = useRead('action.list', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const nobody = say('action-nobody');
  const all = useMemo(() => list.data ?? [], [list.data]);
  const { filter, text } = asked;
  const shown = useMemo(() => shownOf(all, filter, text, nobody), [all, filter, text, nobody]);
  const record = useListRecord(shown, (row) => row.id);
  const item = all.find((one) => one.id === record.openId);
  useShortcuts([{ keys: 'n', label: say('action-add'), run: () => setAdding(true) }], mayWrite);
  const owners = [...new Set(all.map((one) => one.owner?.name ?? nobody))].sort();
  const dimensions = [
    {
      id: 'status',
      label: say('action-state'),
      options: ACTION_STATUSES.map((word) => ({ value: word, label: say(`action-status-${word}`) })),
    },
    {
      id: 'owner',
      label: say('action-owner'),
      options: owners.map((name) => ({ value: name, label: name })),
    },
    { id: 'late', label: say('action-due'), options: [{ value: 'late', label: say('action-late') }] },
  ];
  const add = mayWrite && (
    <Button look="primary" icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {say('action-add')}
    </Button>
  );
  const figures = {
    open: all.filter(isOpen).length,
    late: all.filter((one) => one.daysLate !== null).length,
    check: all.filter((one) => one.status === 'done').length,
  };
  return (
    <Screen
      crumbs={[{ label: say('phase-improve') }, { label: say('actions-title') }]}
      actions={all.length > 0 && <ListExport list="action" />}
      primary={all.length > 0 && add}
    >
      <ListPage
        title={say('actions-title')}
        aside={all.length > 0 && say('action-figures', figures)}
        drawer={item && <ActionPanel key={item.id} item={item} mayWrite={mayWrite} {...record.steps} />}
      >
        <FilteredList
          read={list}
          none={all.length === 0 ? { text: say('action-screen-none'), action: add } : null}
          asked={asked}
          dimensions={dimensions}
          findLabel={say('action-find')}
          count={say('action-shown', { count: shown.length })}
          noneFound={say('action-none-found')}
          label={say('actions-title')}
          rows={shown}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => `${row.code} ${row.title}`}
          record={record}
          compact={item !== undefined && !narrow}
        />
      </ListPage>
      {adding && mayWrite && <ActionDialog onClose={() => setAdding(false)} />}
    </Screen>
  );
}
