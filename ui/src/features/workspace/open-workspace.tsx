import { PasswordInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { CallError, Place } from '../../api';
import { platform } from '../../platform';
import { useOpening } from '../../shared/enter';
import { ErrorPanel } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { CheckFile } from './check-file';

/** Asks for a workspace file. */
export function useChooseFile(): () => Promise<Place | null> {
  const { say } = useWords();
  return useCallback(
    () =>
      platform().dialog({
        kind: 'open',
        title: say('workspace-open-title'),
        files: [{ name: say('workspace-files'), endings: ['cairn'] }],
      }),
    [say],
  );
}

/** Opening a file, with the question for its passphrase where it has one. */
export function useOpenWorkspace(): {
  open: (file: Place) => void;
  /** The question, or the reason why it could not be opened. */
  prompt: ReactNode;
  error: CallError | null;
  /** The check of the file, where it was refused as damaged. */
  check: ReactNode;
  busy: boolean;
} {
  const { say } = useWords();
  const act = useOpening('workspace.open');
  const [file, setFile] = useState<Place | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const asks = act.error?.code === 'passphrase-needed' || act.error?.code === 'passphrase-wrong';

  const open = (place: Place, secret: string | null = null) => {
    setFile(place);
    act.start({ file: place.token, passphrase: secret });
  };
  const close = () => {
    act.reset();
    setFile(null);
    setPassphrase('');
  };
  // The question stays up while the passphrase is being tried.
  const [asked, setAsked] = useState(false);
  if (asks && !asked) setAsked(true);
  if (asked && file === null) setAsked(false);
  const wrong = act.error?.code === 'passphrase-wrong' ? act.error.wire : null;

  const check = act.error?.code === 'damaged' && file !== null && (
    <CheckFile key={file.token} file={file} passphrase={passphrase} />
  );
  const prompt = asked && file !== null && (
    <Dialog title={say('passphrase-prompt-title')} size={440} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && passphrase !== '') open(file, passphrase);
        }}
      >
        <p style={{ color: 'var(--ink2)' }}>{say('passphrase-prompt-file', { file: file?.name ?? '' })}</p>
        <PasswordInput
          data-autofocus
          label={say('passphrase-label')}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={fieldError(wrong === null ? undefined : [wrong.message, ...wrong.hints].join(' '))}
        />
        {asked && act.error && !asks && <ErrorPanel error={act.error} actions={check} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={passphrase === '' || act.isPending}>
            {say('passphrase-prompt-open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
  const error = asked || asks ? null : (act.error ?? null);
  return { open, prompt, error, check, busy: act.isPending };
}
