import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { type FieldValues, MetaForm } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './system.module.css';

/** Fields that two systems never share, and reasons, which come with what they are reasons of. */
const OWN: ReadonlySet<string> = new Set([
  'name',
  'version',
  'registration_number',
  'impact_assessment',
  'impact_assessment_on',
  'scope_reason',
  'restriction_reason',
]);

/** Sets one field of several systems in one entry, with one undo. */
export function BulkEdit({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const update = useAct('system.update_many');
  const fields = useRead('system.fields', {}).data ?? [];
  const members = useRead('member.list', {}).data ?? [];
  const [key, setKey] = useState('status');
  const [values, setValues] = useState<FieldValues>({});
  const [reason, setReason] = useState('');
  // A statement that needs a reason is made together with it.
  const reasonOf: Readonly<Record<string, string>> = {
    scope: 'scope_reason',
    restricted: 'restriction_reason',
  };
  const shown = fields.filter((one) => one.key === key || one.key === reasonOf[key]);
  const errors = Object.fromEntries(
    (update.error?.wire.fields ?? []).map((refused) => [refused.path, refused.message]),
  );
  const told = shown.some((one) => errors[one.key] !== undefined);
  const save = () =>
    update.mutate(
      { ids: [...ids], values: { [key]: values[key] ?? null, ...values }, reason },
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
          data={fields
            .filter((one) => !OWN.has(one.key))
            .map((one) => ({ value: one.key, label: one.label }))}
        />
        {shown.length > 0 && (
          <MetaForm
            fields={shown}
            values={values}
            errors={errors}
            members={members}
            readOnly={false}
            onChange={(changed, value) => setValues((old) => ({ ...old, [changed]: value }))}
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
        {update.error && !told && <ErrorPanel error={update.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={update.isPending || shown.length === 0}>
            {say('system-change-do', { count: ids.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
