import { Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type ActionStatus, type ActionView, useAct, useRead } from '../../api';
import { ErrorPanel } from '../feedback';
import { fieldError, useMissing } from '../form';
import { IconPlus } from '../icons';
import { useShortcuts } from '../keyboard';
import { Button, Dialog, Due, Status, type StatusKind } from '../parts';
import { useWords } from '../words';
import { ActionPlanFields, planOf } from './action-plan';
import css from './record.module.css';

const SHAPES: Readonly<Record<ActionStatus, StatusKind>> = {
  open: 'open',
  'in-progress': 'half',
  done: 'done',
  verified: 'done',
  dropped: 'excluded',
};
const STATUSES: readonly ActionStatus[] = ['open', 'in-progress', 'done', 'verified', 'dropped'];

/** Where an action stands. */
export function ActionState({ status }: { status: ActionStatus }) {
  const { say } = useWords();
  return <Status kind={SHAPES[status]}>{say(`action-status-${status}`)}</Status>;
}

/** An action that somebody edits; without `action` a new one for `source`. */
export function ActionDialog({
  action,
  source,
  onClose,
}: {
  action?: ActionView;
  source?: string;
  onClose: () => void;
}) {
  const { say } = useWords();
  const members = useRead('member.list', {}).data ?? [];
  const create = useAct('action.create');
  const update = useAct('action.update');
  const [draft, setDraft] = useState({
    title: action?.title ?? '',
    status: action?.status ?? ('open' as ActionStatus),
    owner: action?.owner?.id ?? null,
    due: action?.due ?? null,
    dropReason: action?.dropReason ?? null,
    effectiveness: action?.effectiveness ?? null,
    plan: planOf(action),
  });
  const change = (patch: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...patch }));
  const need = useMissing({
    title: draft.title.trim() !== '',
    dropReason: draft.status !== 'dropped' || Boolean(draft.dropReason?.trim()),
    effectiveness: draft.status !== 'verified' || Boolean(draft.effectiveness?.trim()),
  });
  const save = () => {
    const { title, owner, due, plan } = draft;
    if (action) update.mutate({ id: action.id, ...draft }, { onSuccess: onClose });
    else create.mutate({ source: source ?? null, title, owner, due, plan }, { onSuccess: onClose });
  };
  const error = create.error ?? update.error;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  return (
    <Dialog title={action?.code ?? say('action-add')} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (need.complete(event.currentTarget)) save();
        }}
      >
        <TextInput
          data-autofocus
          label={say('action-title')}
          required
          error={need.errorOf('title', errorOf('title'))}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Select
          label={say('action-owner')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          searchable
          data={members.map((member) => ({ value: member.id, label: member.name }))}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
        />
        <DateInput
          label={say('action-due')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          value={draft.due}
          error={fieldError(errorOf('due'))}
          onChange={(due) => change({ due })}
        />
        <ActionPlanFields
          self={action?.id}
          plan={draft.plan}
          errorOf={errorOf}
          onChange={(patch) => change({ plan: { ...draft.plan, ...patch } })}
        />
        {action && (
          <Select
            label={say('action-state')}
            allowDeselect={false}
            data={STATUSES.map((status) => ({ value: status, label: say(`action-status-${status}`) }))}
            value={draft.status}
            onChange={(status) => status && change({ status })}
          />
        )}
        {draft.status === 'dropped' && (
          <Textarea
            label={say('action-drop-reason')}
            autosize
            minRows={2}
            required
            error={need.errorOf('dropReason', errorOf('dropReason'))}
            value={draft.dropReason ?? ''}
            onChange={(event) => change({ dropReason: event.currentTarget.value || null })}
          />
        )}
        {draft.status === 'verified' && (
          <Textarea
            label={say('action-effect')}
            autosize
            minRows={2}
            required
            error={need.errorOf('effectiveness', errorOf('effectiveness'))}
            value={draft.effectiveness ?? ''}
            onChange={(event) => change({ effectiveness: event.currentTarget.value || null })}
          />
        )}
        {error && error.wire.fields.length === 0 && <ErrorPanel error={error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending || update.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Actions that came from a record. */
export function ActionList({
  record,
  items,
  mayWrite,
  addKeys,
  begin = false,
}: {
  record: string;
  items: readonly ActionView[];
  mayWrite: boolean;
  /** Keys that add an action. */
  addKeys?: string;
  /** Asks for a new action as soon as it is shown. */
  begin?: boolean;
}) {
  const { say } = useWords();
  const [editing, setEditing] = useState<ActionView | 'new' | null>(begin ? 'new' : null);
  useShortcuts(
    [{ keys: addKeys ?? '', label: say('action-add'), run: () => setEditing('new') }],
    mayWrite && addKeys !== undefined,
  );
  return (
    <section className={css.section}>
      <div className="spread">
        <h3 className="panel-title">{say('actions-title')}</h3>
        {mayWrite && (
          <Button
            look="link"
            icon={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => setEditing('new')}
          >
            {say('action-add')}
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <p className="quiet">{say('actions-none')}</p>
      ) : (
        <ul className={`panel ${css.items}`}>
          {items.map((item) => (
            <li key={item.id}>
              <div className={css.text}>
                <Button look="link" onClick={() => setEditing(item)} disabled={!mayWrite}>
                  {item.title}
                </Button>
                <div className="caption">
                  {say('action-line', { code: item.code, owner: item.owner?.name ?? say('not-set') })}
                </div>
              </div>
              <div style={{ textAlign: 'end' }}>
                <ActionState status={item.status} />
                <div>
                  <Due date={item.due} settled={item.daysLate === null} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <ActionDialog
          action={editing === 'new' ? undefined : editing}
          source={record}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
