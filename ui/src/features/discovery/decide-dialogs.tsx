import { Select, Textarea } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { type CandidateLike, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { useMissing } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

/** Says why candidates are no AI system of ours. */
export function DismissDialog({
  ids,
  onClose,
  onDone,
}: {
  ids: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const dismiss = useAct('candidate.dismiss');
  const [reason, setReason] = useState('');
  const need = useMissing({ reason: reason.trim() !== '' });
  const wrong = dismiss.error?.wire.fields.find((field) => field.path === 'reason')?.message;
  return (
    <Dialog title={say('discovery-dismiss')} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          dismiss.mutate(
            { ids: [...ids], reason },
            {
              onSuccess: (count) => {
                toast({ text: say('discovery-dismissed', { count }), undo });
                onDone();
              },
            },
          );
        }}
      >
        <p>{say('discovery-dismiss-about', { count: ids.length })}</p>
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={say('discovery-reason')}
          value={reason}
          error={need.errorOf('reason', wrong)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {dismiss.error && wrong === undefined && <ErrorPanel error={dismiss.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={dismiss.isPending}>
            {say('discovery-dismiss')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Chooses the system that candidates are part of; what it lacks is filled from them. */
export function MergeDialog({
  ids,
  alike,
  onClose,
  onDone,
}: {
  ids: readonly string[];
  /** Systems that are probably meant; they are offered first. */
  alike: readonly CandidateLike[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const merge = useAct('candidate.merge');
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<string | null>(
    alike.find((each) => each.record.kind === 'system')?.record.id ?? null,
  );
  const need = useMissing({ into: into !== null });
  const text = useDeferredValue(typed).trim();
  const found = useRead('search.find', { text, kinds: ['system'] }, { enabled: text !== '', keep: true });
  const records = [
    ...alike.map((each) => each.record).filter((record) => record.kind === 'system'),
    ...(found.data ?? []).map((one) => one.record),
  ];
  const options = [...new Map(records.map((record) => [record.id, record])).values()];
  return (
    <Dialog title={say('discovery-merge')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget) || into === null) return;
          merge.mutate(
            { ids: [...ids], into },
            {
              onSuccess: (done) => {
                const { code, title } = done.system;
                toast({
                  text: say('discovery-merged', {
                    count: ids.length,
                    name: say('discovery-candidate-line', { code: code ?? '', name: title }),
                    filled: done.filled.length,
                  }),
                  undo,
                });
                onDone();
              },
            },
          );
        }}
      >
        <p>{say('discovery-merge-about')}</p>
        <Select
          data-autofocus
          // Opened by typing or a click: by itself it would lie over the buttons.
          openOnFocus={false}
          label={say('discovery-merge-into')}
          withAsterisk
          error={need.errorOf('into')}
          placeholder={say('systems-find')}
          nothingFoundMessage={text === '' ? undefined : say('palette-none')}
          searchable
          // The core has searched: everything it found is shown.
          filter={({ options: all }) => all}
          data={options.map((record) => ({
            value: record.id,
            label: say('discovery-candidate-line', { code: record.code ?? '', name: record.title }),
          }))}
          searchValue={typed}
          onSearchChange={setTyped}
          value={into}
          onChange={setInto}
        />
        {merge.error && <ErrorPanel error={merge.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={merge.isPending}>
            {say('discovery-merge')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
