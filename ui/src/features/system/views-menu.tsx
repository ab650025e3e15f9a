import { Checkbox, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { useMissing } from '../../shared/form';
import { IconColumns, IconTrash } from '../../shared/icons';
import { Button, Dialog, IconButton } from '../../shared/parts';
import type { Column, FilterValue } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './system.module.css';

const SCREEN = 'system';

/** What a saved view keeps beside its columns. */
export interface ViewQuery {
  text: string;
  filter: FilterValue;
}

/** Reads what a view kept; something unreadable shows everything. */
export function readQuery(query: string): ViewQuery {
  try {
    const read = JSON.parse(query) as Partial<ViewQuery>;
    return { text: read.text ?? '', filter: read.filter ?? {} };
  } catch {
    return { text: '', filter: {} };
  }
}

/** Which columns the register shows; the first one always stays. A chosen one that has no room now says so. */
export function ColumnsMenu<Row>({
  columns,
  shown,
  fit,
  onChange,
}: {
  columns: readonly Column<Row>[];
  shown: readonly string[];
  /** Columns that have room. */
  fit: readonly Column<Row>[];
  onChange: (shown: readonly string[]) => void;
}) {
  const { say } = useWords();
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button size="small" icon={<IconColumns size={15} aria-hidden="true" />}>
          {say('system-columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {columns.slice(1).map((column) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={shown.includes(column.id)}
            onChange={(on) => onChange(on ? [...shown, column.id] : shown.filter((id) => id !== column.id))}
          >
            {column.header}
            {shown.includes(column.id) && !fit.some((one) => one.id === column.id) && (
              <span className={`caption ${css.noRoom}`}>{say('system-columns-no-room')}</span>
            )}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function SaveDialog({
  query,
  columns,
  onClose,
}: {
  query: ViewQuery;
  columns: readonly string[];
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const save = useAct('view.save');
  const [name, setName] = useState('');
  const need = useMissing({ name: name.trim() !== '' });
  const [own, setOwn] = useState(false);
  const error = save.error?.wire.fields.find((field) => field.path === 'name')?.message;
  return (
    <Dialog title={say('system-view-save')} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          save.mutate(
            { screen: SCREEN, name, query: JSON.stringify(query), columns: [...columns], own },
            {
              onSuccess: () => {
                toast({ text: say('system-view-saved', { name }) });
                onClose();
              },
            },
          );
        }}
      >
        <TextInput
          data-autofocus
          label={say('system-view-name')}
          value={name}
          required
          error={need.errorOf('name', error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={say('system-view-own')}
          checked={own}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
        {save.error && error === undefined && <ErrorPanel error={save.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={save.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Filters and columns under a name, for everybody or for oneself. */
export function ViewsMenu({
  query,
  columns,
  onOpen,
}: {
  query: ViewQuery;
  columns: readonly string[];
  onOpen: (query: ViewQuery, columns: readonly string[] | null) => void;
}) {
  const { say } = useWords();
  const views = useRead('view.list', { screen: SCREEN }).data ?? [];
  const forget = useAct('view.delete');
  const [saving, setSaving] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button size="small">{say('system-views')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{say('system-views-none')}</Menu.Label>}
          {views.map((view) => (
            <div key={view.id} className={css.view}>
              <Menu.Item onClick={() => onOpen(readQuery(view.query), view.columns)}>
                {view.name}
                {view.own && <span className="caption"> {say('system-view-mine')}</span>}
              </Menu.Item>
              <IconButton
                size="small"
                label={say('system-view-forget', { name: view.name })}
                onClick={() => forget.mutate({ id: view.id })}
              >
                <IconTrash size={14} aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{say('system-view-save')}</Menu.Item>
          <Menu.Item onClick={() => onOpen({ text: '', filter: {} }, null)}>
            {say('system-view-usual')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && <SaveDialog query={query} columns={columns} onClose={() => setSaving(false)} />}
    </>
  );
}
