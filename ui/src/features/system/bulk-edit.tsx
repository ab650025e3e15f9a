import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { type FieldValues, MetaForm } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './system.module.css';

/** Sets one field of several systems in one entry, with one undo. */
export function BulkEdit({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const update = useAct('system.update_many');
  const fields = (useRead('system.fields', {}).data ?? []).filter((field) => field.key !== 'name');
  const members = useRead('member.list', {}).data ?? [];
  const [key, setKey] = useState('status');
  const [values, setValues] = useState<FieldValues>({});
  const [reason, setReason] = useState('');
  const field = fields.find((one) => one.key === key);
  const error = update.error?.wire.fields.find((refused) => refused.path === key)?.message;
  const save = () =>
    update.mutate(
      { ids: [...ids], values: { [key]: values[key] ?? null }, reason },
      {
        onSuccess: (count) => {
          toast({ text: say('system-changed-many', { count }), undo });
          onClose();
        },
      },
    );
  return (
    <Dialog title={say('system-change-many', { count: ids.length })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <NativeSelect
          data-autofocus
          label={say('system-change-field')}
          value={key}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setValues({});
          }}
          data={fields.map((one) => ({ value: one.key, label: one.label }))}
        />
        {field && (
          <MetaForm
            fields={[field]}
            values={values}
            errors={error === undefined ? {} : { [key]: error }}
            members={members}
            readOnly={false}
            onChange={(changed, value) => setValues({ [changed]: value })}
            onLeave={() => undefined}
          />
        )}
        <p className="caption">{say('system-change-empty')}</p>
        <Textarea
          label={say('system-change-reason')}
          autosize
          minRows={1}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {update.error && error === undefined && <ErrorPanel error={update.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={update.isPending || !field}>
            {say('system-change-do', { count: ids.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
