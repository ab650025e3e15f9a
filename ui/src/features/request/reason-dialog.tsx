import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallError } from '../../api';
import { FormDialog, fieldError, refusedField } from '../../shared/form';
import { useWords } from '../../shared/words';

/** Asks why something is refused or withdrawn. */
export function ReasonDialog({
  title,
  about,
  save,
  error,
  busy,
  onSave,
  onClose,
}: {
  title: string;
  /** Who will read it. */
  about: string;
  save: string;
  error: CallError | null;
  busy: boolean;
  onSave: (reason: string | null) => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      save={save}
      error={error}
      busy={busy}
      onSave={() => onSave(reason.trim() === '' ? null : reason)}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={say('request-reason')}
        withAsterisk
        description={about}
        autosize
        minRows={2}
        value={reason}
        error={fieldError(refusedField(error, 'reason'))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
