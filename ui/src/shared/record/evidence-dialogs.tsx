import { Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type CallError, type EvidenceView, useAct, useRead, useShortJob } from '../../api';
import { ErrorPanel, Skeleton } from '../feedback';
import { useMissing } from '../form';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';
import css from './record.module.css';

/** What evidence is for: a record, and where it matters a part of it. None puts it into the library only. */
export interface EvidenceTarget {
  record: string | null;
  point?: string;
}

/** Pieces offered at once; who looks for another types more. */
const MOST = 8;

/** What is said of a piece of evidence; the bytes never change. */
export function EditEvidence({ item, onClose }: { item: EvidenceView; onClose: () => void }) {
  const { say } = useWords();
  const update = useAct('evidence.update');
  const errorOf = (path: string) => update.error?.wire.fields.find((field) => field.path === path)?.message;
  const [draft, setDraft] = useState({
    title: item.title,
    effectiveOn: item.effectiveOn,
    validUntil: item.validUntil,
    note: item.note,
  });
  const need = useMissing({ title: draft.title.trim() !== '' });
  return (
    <Dialog title={item.code} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          update.mutate({ id: item.id, ...draft }, { onSuccess: onClose });
        }}
      >
        <TextInput
          data-autofocus
          label={say('evidence-title')}
          value={draft.title}
          required
          error={need.errorOf('title', errorOf('title'))}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <DateInput
          label={say('evidence-effective')}
          description={say('evidence-effective-help')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          placeholder={say('not-set')}
          value={draft.effectiveOn}
          onChange={(effectiveOn) => setDraft({ ...draft, effectiveOn })}
        />
        <DateInput
          label={say('evidence-until')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          placeholder={say('not-set')}
          value={draft.validUntil}
          onChange={(validUntil) => setDraft({ ...draft, validUntil })}
        />
        <Textarea
          label={say('evidence-note')}
          autosize
          minRows={2}
          value={draft.note ?? ''}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value || null })}
        />
        {update.error && update.error.wire.fields.length === 0 && <ErrorPanel error={update.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={update.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks where something can be seen that is no file here. */
export function AddReference({ target, onClose }: { target: EvidenceTarget; onClose: () => void }) {
  const { say } = useWords();
  const attach = useShortJob('evidence.attach');
  const [title, setTitle] = useState('');
  const [reference, setReference] = useState('');
  const need = useMissing({ reference: reference.trim() !== '' });
  return (
    <Dialog title={say('evidence-add-reference')} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog may stand inside another form, which must not go on because of it.
          event.stopPropagation();
          if (!need.complete(event.currentTarget)) return;
          attach.mutate(
            {
              ...target,
              file: null,
              reference,
              title: title.trim() || null,
              effectiveOn: null,
              validUntil: null,
              note: null,
            },
            { onSuccess: onClose },
          );
        }}
      >
        <TextInput
          data-autofocus
          label={say('evidence-title')}
          description={say('evidence-title-help')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={say('evidence-reference')}
          description={say('evidence-reference-help')}
          required
          error={need.errorOf('reference')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {attach.error && <ErrorPanel error={attach.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={attach.isPending}>
            {say('evidence-add-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Looks for evidence that is here already. */
export function ChooseEvidence({
  used,
  busy = false,
  error,
  onChoose,
  onClose,
}: {
  /** Ids of what is not offered. */
  used: ReadonlySet<string>;
  busy?: boolean;
  error?: CallError | null;
  onChoose: (item: EvidenceView) => void;
  onClose: () => void;
}) {
  const { say, date } = useWords();
  const read = useRead('evidence.list', {});
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = (read.data?.items ?? []).filter(
    (item) =>
      !used.has(item.id) &&
      `${item.code} ${item.title} ${item.fileName ?? ''} ${item.reference ?? ''}`
        .toLowerCase()
        .includes(wanted),
  );
  return (
    <Dialog title={say('evidence-existing')} onClose={onClose}>
      <div className="stack">
        <TextInput
          data-autofocus
          label={say('evidence-existing-find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {error && <ErrorPanel error={error} />}
        {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
        {read.isPending && <Skeleton rows={3} />}
        {read.data && found.length === 0 && <p className="quiet">{say('evidence-existing-none')}</p>}
        {found.length > 0 && (
          <ul className={`panel ${css.items}`}>
            {found.slice(0, MOST).map((item) => (
              <li key={item.id}>
                <div className={css.text}>
                  <Button look="link" disabled={busy} onClick={() => onChoose(item)}>
                    {say('evidence-named', { code: item.code, title: item.title })}
                  </Button>
                  {item.expired && item.validUntil !== null && (
                    <div className="caption">{say('evidence-expired', { date: date(item.validUntil) })}</div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        {found.length > MOST && (
          <p className="caption">{say('evidence-existing-more', { count: found.length - MOST })}</p>
        )}
      </div>
    </Dialog>
  );
}

/** Evidence that is here already is used for another record as well. */
export function UseExisting({
  target,
  used,
  onClose,
}: {
  target: EvidenceTarget & { record: string };
  /** Ids of what is used there. */
  used: ReadonlySet<string>;
  onClose: () => void;
}) {
  const use = useAct('evidence.use');
  return (
    <ChooseEvidence
      used={used}
      busy={use.isPending}
      error={use.error}
      onChoose={(item) => use.mutate({ evidence: item.id, note: null, ...target }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
