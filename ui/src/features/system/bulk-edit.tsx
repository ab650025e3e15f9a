import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type FieldDescription, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { type FieldValues, MetaForm } from '../../shared/form';
import { Button, Dialog, Segmented } from '../../shared/parts';
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

/** A statement that needs a reason is made together with it. */
const REASON_OF: Readonly<Record<string, string>> = {
  scope: 'scope_reason',
  restricted: 'restriction_reason',
};

/** Whether the field gets a value or loses the one it has. */
type Way = 'set' | 'empty';

function isEmpty(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === '';
}

/** Which field, and whether it gets a value or is emptied: nothing is chosen before somebody chooses it. */
function Choice({
  fields,
  field,
  way,
  onField,
  onWay,
}: {
  fields: readonly FieldDescription[];
  field: FieldDescription | undefined;
  way: Way;
  onField: (key: string) => void;
  onWay: (way: Way) => void;
}) {
  const { say } = useWords();
  return (
    <>
      <NativeSelect
        data-autofocus
        label={say('system-change-field')}
        withAsterisk
        value={field?.key ?? ''}
        onChange={(event) => onField(event.currentTarget.value)}
        data={[
          { value: '', label: say('system-change-choose') },
          ...fields.filter((one) => !OWN.has(one.key)).map((one) => ({ value: one.key, label: one.label })),
        ]}
      />
      {field && !field.required && (
        <Segmented<Way>
          label={say('system-change-way')}
          value={way}
          onChange={onWay}
          options={[
            { value: 'set', label: say('system-change-way-set') },
            { value: 'empty', label: say('system-change-way-empty') },
          ]}
        />
      )}
    </>
  );
}

/** Sets or empties one field of several systems in one entry, with one undo. */
export function BulkEdit({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const update = useAct('system.update_many');
  const fields = useRead('system.fields', {}).data ?? [];
  const members = useRead('member.list', {}).data ?? [];
  const [key, setKey] = useState('');
  const [way, setWay] = useState<Way>('set');
  const [values, setValues] = useState<FieldValues>({});
  const [reason, setReason] = useState('');
  const count = ids.length;
  const field = fields.find((one) => one.key === key);
  const empties = way === 'empty';
  const shown = fields.filter((one) => (one.key === key && !empties) || one.key === REASON_OF[key]);
  const errors = Object.fromEntries(
    (update.error?.wire.fields ?? []).map((refused) => [refused.path, refused.message]),
  );
  const told = shown.some((one) => errors[one.key] !== undefined);
  const lacks = !field ? 'field' : !empties && isEmpty(values[key]) ? 'value' : null;
  const start = (next: string, by: Way) => {
    setKey(next);
    setWay(by);
    setValues({});
    update.reset();
  };
  const save = () => {
    if (lacks !== null) return;
    update.mutate(
      { ids: [...ids], values: { ...values, [key]: empties ? null : (values[key] ?? null) }, reason },
      {
        onSuccess: (changed) => {
          toast({ text: say('system-changed-many', { count: changed }), undo });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={say('system-change-many', { count })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Choice
          fields={fields}
          field={field}
          way={way}
          onField={(next) => start(next, 'set')}
          onWay={(by) => start(key, by)}
        />
        {field && empties && (
          <p className="caption">{say('system-change-empties', { field: field.label, count })}</p>
        )}
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
        <Textarea
          label={say('system-change-reason')}
          autosize
          minRows={1}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {update.error && !told && <ErrorPanel error={update.error} />}
        <div className={css.end}>
          {lacks !== null && (
            <span id="system-change-lacks" className={`caption ${css.lacks}`}>
              {say(`system-change-lacks-${lacks}`)}
            </span>
          )}
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look={empties ? 'danger' : 'primary'}
            type="submit"
            aria-describedby={lacks === null ? undefined : 'system-change-lacks'}
            disabled={update.isPending || lacks !== null}
          >
            {empties && field
              ? say('system-change-empty', { field: field.label, count })
              : say('system-change-do', { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
