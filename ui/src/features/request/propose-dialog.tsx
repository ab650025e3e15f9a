import { NativeSelect } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type GapItem, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './request.module.css';

type Which = 'unshown' | 'owned' | 'clauses' | 'controls' | 'all';

const WHICH: readonly Which[] = ['unshown', 'owned', 'clauses', 'controls', 'all'];

function fits(which: Which, item: GapItem): boolean {
  if (item.excluded) return false;
  if (which === 'unshown') return item.conformity !== 'shown-by-records';
  if (which === 'owned') return item.owner !== null;
  if (which === 'clauses') return !item.control;
  return which === 'all' || item.control;
}

/** Asks for everything that convinces an auditor, of the owners of the lines. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const propose = useAct('request.propose');
  const lines = useRead('gap.list', {}).data?.items ?? [];
  const [which, setWhich] = useState<Which>('unshown');
  const [due, setDue] = useState<string | null>(null);
  const chosen = lines.filter((item) => fits(which, item));
  const nobody = chosen.filter((item) => item.owner === null).length;
  const requirements = chosen.map((item) => item.requirement);
  const count = useRead('request.outlook', { requirements }, { keep: true }).data;
  const wrong = propose.error?.wire.fields.find((field) => field.path === 'due')?.message;
  return (
    <Dialog title={say('request-propose')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          propose.mutate(
            { requirements, due },
            {
              onSuccess: (made) => {
                toast(
                  made === 0
                    ? { text: say('request-proposed', { count: made }) }
                    : { text: say('request-proposed', { count: made }), undo },
                );
                onClose();
              },
            },
          );
        }}
      >
        <p className="reading">{say('request-propose-about')}</p>
        <NativeSelect
          data-autofocus
          label={say('request-which')}
          value={which}
          onChange={(event) => setWhich(event.currentTarget.value as Which)}
          data={WHICH.map((word) => ({ value: word, label: say(`request-which-${word}`) }))}
        />
        <DateInput
          label={say('request-due')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          value={due}
          error={fieldError(wrong)}
          onChange={setDue}
        />
        <p className="caption">{say('request-propose-lines', { count: chosen.length, nobody })}</p>
        {propose.error && wrong === undefined && <ErrorPanel error={propose.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            // How many requests that makes stands on the button: none is the reason.
            disabled={!count || propose.isPending}
          >
            {say('request-propose-do', { count: count ?? 0 })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
