import { Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type DocumentKind, type Place, useAct, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { fieldError } from '../form';
import { IconPaperclip } from '../icons';
import { Button, Dialog } from '../parts';
import { today, useWords } from '../words';
import css from './document.module.css';

/** Records an approval that was given on a signed page, in minutes or by e-mail. It is never shown as a signature. */
export function RecordPaper({
  kind,
  title,
  onClose,
}: {
  kind: DocumentKind;
  title: string;
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const attach = useShortJob('evidence.attach');
  const record = useAct('approval.record-paper');
  const [signatory, setSignatory] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(today());
  const [reference, setReference] = useState('');
  const [file, setFile] = useState<Place | null>(null);
  // Kept when the second step is refused, so that a second try does not attach the paper twice.
  const [evidence, setEvidence] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const ready = signatory.trim() !== '' && signedOn !== null && (file !== null || reference.trim() !== '');
  const errorOf = (path: string) => record.error?.wire.fields.find((field) => field.path === path)?.message;
  const finish = (id: string) =>
    record.mutate(
      { kind, signatory, signedOn: signedOn ?? '', evidence: id, note },
      {
        onSuccess: () => {
          toast({ text: say('approval-paper-done', { document: title }) });
          onClose();
        },
      },
    );
  const save = () => {
    if (evidence !== null) return finish(evidence);
    attach.mutate(
      {
        record: null,
        file: file?.token ?? null,
        reference: file === null ? reference : null,
        title: say('approval-paper-evidence', { document: title }),
        effectiveOn: signedOn,
        validUntil: null,
        note: null,
      },
      {
        onSuccess: ({ id }) => {
          setEvidence(id);
          finish(id);
        },
      },
    );
  };
  const choose = async () => {
    const chosen = await platform().dialog({ kind: 'open', title: say('evidence-attach'), files: [] });
    if (chosen !== null) setFile(chosen);
  };
  return (
    <Dialog title={say('approval-paper')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save();
        }}
      >
        <p>{say('approval-paper-about', { document: title })}</p>
        <TextInput
          data-autofocus
          label={say('approval-signatory')}
          value={signatory}
          error={fieldError(errorOf('signatory'))}
          onChange={(event) => setSignatory(event.currentTarget.value)}
        />
        <DateInput
          label={say('approval-signed-on')}
          valueFormat="D MMM YYYY"
          value={signedOn}
          error={fieldError(errorOf('signedOn'))}
          onChange={setSignedOn}
        />
        <div className={css.paper}>
          <Button icon={<IconPaperclip size={15} aria-hidden="true" />} onClick={() => void choose()}>
            {file === null ? say('evidence-attach') : file.name}
          </Button>
          {file === null && (
            <TextInput
              label={say('approval-paper-where')}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </div>
        <Textarea
          label={say('evidence-note')}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {attach.error && <ErrorPanel error={attach.error} />}
        {record.error && record.error.wire.fields.length === 0 && <ErrorPanel error={record.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={!ready || attach.isPending || record.isPending}>
            {say('approval-paper-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
