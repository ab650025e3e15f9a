import { Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type DocumentKind, type EvidenceView, type Place, useAct, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { useMissing } from '../form';
import { IconPaperclip, IconX } from '../icons';
import { Button, Dialog, IconButton } from '../parts';
import { today, useWords } from '../words';
import css from './document.module.css';
import { ChooseEvidence } from './evidence-dialogs';

/** Any evidence may be the paper. */
const NONE: ReadonlySet<string> = new Set();

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
  const [existing, setExisting] = useState<EvidenceView | null>(null);
  const [choosing, setChoosing] = useState(false);
  // Kept when the second step is refused, so that a second try does not attach the paper twice.
  const [evidence, setEvidence] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const paper = file !== null || existing !== null || reference.trim() !== '';
  const need = useMissing({ signatory: signatory.trim() !== '', signedOn: signedOn !== null, paper });
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
    const known = existing?.id ?? evidence;
    if (known !== null) return finish(known);
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
    if (chosen === null) return;
    setFile(chosen);
    setExisting(null);
    setEvidence(null);
  };
  const nothing = () => {
    setFile(null);
    setExisting(null);
    setEvidence(null);
  };
  return (
    <Dialog title={say('approval-paper')} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (need.complete(event.currentTarget)) save();
        }}
      >
        <p>{say('approval-paper-about', { document: title })}</p>
        <TextInput
          data-autofocus
          label={say('approval-signatory')}
          value={signatory}
          required
          error={need.errorOf('signatory', errorOf('signatory'))}
          onChange={(event) => setSignatory(event.currentTarget.value)}
        />
        <DateInput
          label={say('approval-signed-on')}
          placeholder={say('not-set')}
          required
          value={signedOn}
          error={need.errorOf('signedOn', errorOf('signedOn'))}
          onChange={setSignedOn}
        />
        <div className={css.paper}>
          {file === null && existing === null ? (
            <>
              <div className="row">
                <Button icon={<IconPaperclip size={15} aria-hidden="true" />} onClick={() => void choose()}>
                  {say('evidence-attach')}
                </Button>
                <Button look="quiet" onClick={() => setChoosing(true)}>
                  {say('evidence-existing')}
                </Button>
              </div>
              <TextInput
                label={say('approval-paper-where')}
                withAsterisk
                error={need.errorOf('paper')}
                value={reference}
                onChange={(event) => {
                  setReference(event.currentTarget.value);
                  setEvidence(null);
                }}
              />
            </>
          ) : (
            <div className="row">
              <IconPaperclip size={15} aria-hidden="true" />
              <span>
                {existing === null
                  ? file?.name
                  : say('evidence-named', { code: existing.code, title: existing.title })}
              </span>
              <IconButton size="small" label={say('approval-paper-other')} onClick={nothing}>
                <IconX size={15} aria-hidden="true" />
              </IconButton>
            </div>
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
          <Button look="primary" type="submit" disabled={attach.isPending || record.isPending}>
            {say('approval-paper-do')}
          </Button>
        </div>
      </form>
      {choosing && (
        <ChooseEvidence
          used={NONE}
          onChoose={(item) => {
            setExisting(item);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Dialog>
  );
}
