import { NativeSelect } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type ClassificationView, type RuleQuestion, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog, Due, Notice, Status } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './classification.module.css';

function AskDialog({ system, title, onClose }: { system: string; title: string; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const create = useAct('action.create');
  const members = useRead('member.list', {});
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const errorOf = (path: string) => create.error?.wire.fields.find((field) => field.path === path)?.message;
  return (
    <Dialog title={say('classification-ask-action')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog stands inside the wizard's form, which must not go on because of it.
          event.stopPropagation();
          create.mutate(
            { source: system, title, owner, due },
            {
              onSuccess: () => {
                toast({ text: say('classification-asked'), undo });
                onClose();
              },
            },
          );
        }}
      >
        <p>{title}</p>
        <NativeSelect
          data-autofocus
          label={say('classification-ask-whom')}
          value={owner ?? ''}
          onChange={(event) => setOwner(event.currentTarget.value || null)}
          data={[
            { value: '', label: say('not-set') },
            ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
          ]}
        />
        <DateInput
          label={say('classification-ask-due')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          valueFormat="D MMM YYYY"
          value={due}
          error={fieldError(errorOf('due'))}
          onChange={setDue}
        />
        {create.error && create.error.wire.fields.length === 0 && <ErrorPanel error={create.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending}>
            {say('classification-ask-action')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** An answer nobody knows yet: whom to ask, and an action so that it does not stay open. */
export function AskSomebody({
  view,
  question,
  readOnly,
}: {
  view: ClassificationView;
  question: RuleQuestion;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const relations = useRead('record.relations', { id: view.system.id });
  const title = say('classification-ask-title', { question: question.text });
  const made = relations.data?.actions.find((action) => action.title === title);
  return (
    <Notice
      tone="slate"
      title={say('classification-unknown')}
      actions={
        made === undefined &&
        !readOnly && (
          <Button size="small" onClick={() => setAsking(true)}>
            {say('classification-ask-action')}
          </Button>
        )
      }
    >
      <p>{say('classification-ask', { who: question.ask })}</p>
      {made && (
        <p className="row">
          <Status kind={made.status === 'open' ? 'open' : made.status === 'in-progress' ? 'half' : 'done'}>
            {say('classification-ask-made', { code: made.code, name: made.owner?.name ?? say('not-set') })}
          </Status>
          <Due date={made.due} />
        </p>
      )}
      {asking && <AskDialog system={view.system.id} title={title} onClose={() => setAsking(false)} />}
    </Notice>
  );
}
