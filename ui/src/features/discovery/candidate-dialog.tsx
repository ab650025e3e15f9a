import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CandidateItem, type CandidateValues, useAct } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError, useMissing } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

const SHORT = ['vendor', 'product', 'model', 'department'] as const;

function valuesOf(item: CandidateItem | undefined): CandidateValues {
  return {
    name: item?.name ?? '',
    vendor: item?.vendor ?? null,
    product: item?.product ?? null,
    model: item?.model ?? null,
    department: item?.department ?? null,
    purpose: item?.purpose ?? null,
  };
}

/** Notes something that may be AI, or changes what was noted. */
export function CandidateDialog({
  item,
  found,
  onClose,
}: {
  item?: CandidateItem;
  /** Where it was found. */
  found?: { sweep: string; foundBy: string };
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const create = useAct('candidate.create');
  const update = useAct('candidate.update');
  const [values, setValues] = useState(() => valuesOf(item));
  const need = useMissing({ name: values.name.trim() !== '' });
  const error = create.error ?? update.error;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  const put = (key: keyof CandidateValues, text: string) =>
    setValues({ ...values, [key]: key === 'name' ? text : text === '' ? null : text });
  const done = () => {
    toast({ text: say(item ? 'discovery-candidate-changed' : 'discovery-candidate-noted'), undo });
    onClose();
  };
  const title = say(item ? 'discovery-candidate-change' : 'discovery-note-candidate');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          if (item) update.mutate({ id: item.id, values }, { onSuccess: done });
          else
            create.mutate(
              { values, sweep: found?.sweep ?? null, foundBy: found?.foundBy ?? null },
              { onSuccess: done },
            );
        }}
      >
        <TextInput
          data-autofocus
          required
          label={say('candidate-becomes-name')}
          value={values.name}
          error={need.errorOf('name', errorOf('name'))}
          onChange={(event) => put('name', event.currentTarget.value)}
        />
        <div className={css.pair}>
          {SHORT.map((key) => (
            <TextInput
              key={key}
              label={say(`candidate-becomes-${key}`)}
              value={values[key] ?? ''}
              error={fieldError(errorOf(key))}
              onChange={(event) => put(key, event.currentTarget.value)}
            />
          ))}
        </div>
        <Textarea
          label={say('candidate-becomes-purpose')}
          autosize
          minRows={2}
          value={values.purpose ?? ''}
          error={fieldError(errorOf('purpose'))}
          onChange={(event) => put('purpose', event.currentTarget.value)}
        />
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
