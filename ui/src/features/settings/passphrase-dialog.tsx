import { PasswordInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAct } from '../../api';
import { ErrorPanel, useAnnounce } from '../../shared/feedback';
import { fieldError, NewPassphrase, SHORTEST } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Warning } from './warning';

/** What is to happen to the passphrase of the open file. */
export type PassphraseStep = 'set' | 'change' | 'remove';

/** Sets, changes or takes away the passphrase; says before what will happen and what stays as it is. */
export function PassphraseDialog({ step, onClose }: { step: PassphraseStep; onClose: () => void }) {
  const { say } = useWords();
  const announce = useAnnounce();
  const protect = useAct('workspace.protect');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const asksCurrent = step !== 'set';
  const asksNext = step !== 'remove';
  const errorOf = (path: string) => protect.error?.wire.fields.find((field) => field.path === path)?.message;
  const differs = repeat !== '' && !next.startsWith(repeat);
  const ready =
    (!asksCurrent || current !== '') && (!asksNext || ([...next].length >= SHORTEST && next === repeat));
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready || protect.isPending) return;
    protect.mutate(
      { current: asksCurrent ? current : null, next: asksNext ? next : null },
      {
        onSuccess: () => {
          announce(say(`passphrase-${step}-done`));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={say(`passphrase-${step}`)} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <p style={{ color: 'var(--ink2)' }}>{say(`passphrase-${step}-what`)}</p>
        {asksCurrent && (
          <PasswordInput
            data-autofocus
            label={say('passphrase-current')}
            autoComplete="current-password"
            value={current}
            error={fieldError(errorOf('current'))}
            onChange={(event) => {
              setCurrent(event.currentTarget.value);
              if (protect.error) protect.reset();
            }}
          />
        )}
        {asksNext && (
          <>
            <NewPassphrase value={next} onChange={setNext} error={errorOf('next')} />
            <PasswordInput
              label={say('create-repeat-label')}
              autoComplete="new-password"
              value={repeat}
              error={fieldError(differs ? say('create-repeat-differs') : undefined)}
              onChange={(event) => setRepeat(event.currentTarget.value)}
            />
          </>
        )}
        <Warning title={say(`passphrase-${step}-backups`)}>{say(`passphrase-${step}-backups-help`)}</Warning>
        {asksNext && <Warning title={say('create-lost-title')}>{say('create-lost')}</Warning>}
        {protect.error && protect.error.wire.fields.length === 0 && <ErrorPanel error={protect.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look={step === 'remove' ? 'danger' : 'primary'}
            type="submit"
            disabled={!ready || protect.isPending}
          >
            {say(protect.isPending ? 'passphrase-working' : `passphrase-${step}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
