import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type RequestItem, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError, useMissing } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './request.module.css';

/** Asks for one piece of evidence, or changes what is asked. */
export function RequestDialog({ item, onClose }: { item?: RequestItem; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const create = useAct('request.create');
  const update = useAct('request.update');
  const members = useRead('member.list', {});
  const lines = useRead('gap.list', {});
  const [requirement, setRequirement] = useState<string | null>(item?.requirement ?? null);
  const [what, setWhat] = useState(item?.what ?? '');
  const [owner, setOwner] = useState<string | null>(item?.owner?.id ?? null);
  const [department, setDepartment] = useState(item?.department ?? '');
  const [due, setDue] = useState<string | null>(item?.due ?? null);
  const need = useMissing({ line: requirement !== null, what: what.trim() !== '' });
  const error = create.error ?? update.error;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  const done = () => {
    toast({ text: say(item ? 'request-changed' : 'request-made'), undo });
    onClose();
  };
  const title = say(item ? 'request-change' : 'request-new');
  return (
    <Dialog title={title} onClose={onClose} size={560}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          const asked = { what, owner, department: department.trim() === '' ? null : department, due };
          if (item) update.mutate({ id: item.id, ...asked }, { onSuccess: done });
          else if (requirement !== null) create.mutate({ requirement, ...asked }, { onSuccess: done });
        }}
      >
        <Select
          label={say('request-line')}
          searchable
          // Opened by typing or a click: by itself it would lie over the other fields.
          openOnFocus={false}
          required
          error={need.errorOf('line')}
          disabled={item !== undefined}
          nothingFoundMessage={say('palette-none')}
          data={(lines.data?.items ?? []).map((line) => ({
            value: line.requirement,
            label: say('request-line-of', { id: line.requirement, title: line.title }),
          }))}
          value={requirement}
          onChange={(id) => {
            setRequirement(id);
            const usual = lines.data?.items.find((line) => line.requirement === id)?.owner;
            if (owner === null && usual) setOwner(usual.id);
          }}
        />
        <Textarea
          label={say('request-what')}
          required
          autosize
          minRows={2}
          value={what}
          error={need.errorOf('what', errorOf('what'))}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <div className={css.pair}>
          <NativeSelect
            label={say('request-whom')}
            value={owner ?? ''}
            onChange={(event) => setOwner(event.currentTarget.value || null)}
            data={[
              { value: '', label: say('not-set') },
              ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
            ]}
          />
          <TextInput
            label={say('request-department')}
            value={department}
            onChange={(event) => setDepartment(event.currentTarget.value)}
          />
          <DateInput
            label={say('request-due')}
            placeholder={say('not-set')}
            clearable
            clearButtonProps={{ 'aria-label': say('field-clear') }}
            value={due}
            error={fieldError(errorOf('due'))}
            onChange={setDue}
          />
        </div>
        {error && error.wire.fields.length === 0 && <ErrorPanel error={error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending || update.isPending}>
            {item ? say('save') : title}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
