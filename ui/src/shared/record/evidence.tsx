import { Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useEffect, useRef, useState } from 'react';
import { type EvidenceView, type Place, useAct, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { IconFileText, IconLink, IconPaperclip, IconPencil, IconX } from '../icons';
import { useShortcuts } from '../keyboard';
import { Button, Dialog, IconButton, Status } from '../parts';
import { useWords } from '../words';
import css from './record.module.css';

function Facts({ item }: { item: EvidenceView }) {
  const { say, date, bytes } = useWords();
  const parts = [
    item.code,
    item.fileName ?? item.reference,
    item.size === null ? null : bytes(item.size),
    item.effectiveOn === null ? null : say('evidence-of', { date: date(item.effectiveOn) }),
  ];
  return (
    <div className="caption">{parts.filter((part) => part !== null && part !== item.title).join(', ')}</div>
  );
}

function Validity({ item }: { item: EvidenceView }) {
  const { say, date } = useWords();
  if (item.validUntil === null) return null;
  const words = { date: date(item.validUntil) };
  if (item.expired) return <Status kind="attention">{say('evidence-expired', words)}</Status>;
  return <span className="caption">{say('evidence-valid', words)}</span>;
}

/** What is said of a piece of evidence; the bytes never change. */
function EditEvidence({ item, onClose }: { item: EvidenceView; onClose: () => void }) {
  const { say } = useWords();
  const update = useAct('evidence.update');
  const [draft, setDraft] = useState({
    title: item.title,
    effectiveOn: item.effectiveOn,
    validUntil: item.validUntil,
    note: item.note,
  });
  return (
    <Dialog title={item.code} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({ id: item.id, ...draft }, { onSuccess: onClose });
        }}
      >
        <TextInput
          data-autofocus
          label={say('evidence-title')}
          value={draft.title}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <DateInput
          label={say('evidence-effective')}
          description={say('evidence-effective-help')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          valueFormat="D MMM YYYY"
          value={draft.effectiveOn}
          onChange={(effectiveOn) => setDraft({ ...draft, effectiveOn })}
        />
        <DateInput
          label={say('evidence-until')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          valueFormat="D MMM YYYY"
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
        {update.error && <ErrorPanel error={update.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={draft.title.trim() === '' || update.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks where something can be seen that is no file here. */
function AddReference({ record, onClose }: { record: string; onClose: () => void }) {
  const { say } = useWords();
  const attach = useShortJob('evidence.attach');
  const [title, setTitle] = useState('');
  const [reference, setReference] = useState('');
  const ready = title.trim() !== '' && reference.trim() !== '';
  return (
    <Dialog title={say('evidence-add-reference')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          attach.mutate(
            { record, file: null, reference, title, effectiveOn: null, validUntil: null, note: null },
            { onSuccess: onClose },
          );
        }}
      >
        <TextInput
          data-autofocus
          label={say('evidence-title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={say('evidence-reference')}
          description={say('evidence-reference-help')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {attach.error && <ErrorPanel error={attach.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={!ready || attach.isPending}>
            {say('evidence-add-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Evidence of one record: attach by dialog or drop, note a reference, say dates, take a use away. */
export function EvidenceList({
  record,
  items,
  mayWrite,
  attachKeys,
  begin = false,
}: {
  record: string;
  items: readonly EvidenceView[];
  mayWrite: boolean;
  /** Keys that ask for a file. */
  attachKeys?: string;
  /** Asks for a file as soon as it is shown. */
  begin?: boolean;
}) {
  const { say } = useWords();
  const toast = useToast();
  const attach = useShortJob('evidence.attach');
  const release = useAct('evidence.release');
  const [editing, setEditing] = useState<EvidenceView | null>(null);
  const [referring, setReferring] = useState(false);

  const take = (file: Place) =>
    attach.mutate(
      {
        record,
        file: file.token,
        reference: null,
        title: null,
        effectiveOn: null,
        validUntil: null,
        note: null,
      },
      { onSuccess: () => toast({ text: say('evidence-attached', { name: file.name }) }) },
    );
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!mayWrite) return;
    return platform().on('dropped', (files) => {
      for (const file of files) latest.current(file);
    });
  }, [mayWrite]);
  const error = attach.error ?? release.error;
  const latestChoose = useRef<() => void>(() => undefined);
  const choose = () => {
    void platform()
      .dialog({ kind: 'open', title: say('evidence-attach'), files: [] })
      .then((file) => file && take(file));
  };
  useShortcuts(
    [{ keys: attachKeys ?? '', label: say('evidence-attach'), run: choose }],
    mayWrite && attachKeys !== undefined,
  );
  latestChoose.current = choose;
  const beginning = useRef(begin);
  useEffect(() => {
    if (beginning.current) latestChoose.current();
    beginning.current = false;
  }, []);

  return (
    <section className={css.section}>
      {items.length > 0 && (
        <ul className={`panel ${css.items}`}>
          {items.map((item) => {
            const use = item.uses.find((one) => one.record.id === record);
            const Shape = item.fileName === null ? IconLink : IconFileText;
            return (
              <li key={item.id}>
                <Shape size={17} stroke={1.6} style={{ color: 'var(--ink3)' }} aria-hidden="true" />
                <div className={css.text}>
                  <div className={css.name}>{item.title}</div>
                  <Facts item={item} />
                  <Validity item={item} />
                  {item.note !== null && <div className="caption">{item.note}</div>}
                </div>
                {mayWrite && (
                  <span className={css.side}>
                    <IconButton
                      size="small"
                      label={say('evidence-edit', { name: item.title })}
                      onClick={() => setEditing(item)}
                    >
                      <IconPencil size={15} aria-hidden="true" />
                    </IconButton>
                    {use && (
                      <IconButton
                        size="small"
                        label={say('evidence-release', { name: item.title })}
                        onClick={() =>
                          release.mutate(
                            { id: use.id },
                            { onSuccess: () => toast({ text: say('evidence-released') }) },
                          )
                        }
                      >
                        <IconX size={15} aria-hidden="true" />
                      </IconButton>
                    )}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {error && <ErrorPanel error={error} />}
      {mayWrite && (
        <>
          <p className={css.drop}>{say('evidence-drop')}</p>
          <div className="row">
            <Button
              icon={<IconPaperclip size={15} aria-hidden="true" />}
              onClick={choose}
              disabled={attach.isPending}
            >
              {say('evidence-attach')}
            </Button>
            <Button look="quiet" onClick={() => setReferring(true)}>
              {say('evidence-add-reference')}
            </Button>
          </div>
        </>
      )}
      {!mayWrite && items.length === 0 && <p className="quiet">{say('evidence-none')}</p>}
      {editing && <EditEvidence item={editing} onClose={() => setEditing(null)} />}
      {referring && <AddReference record={record} onClose={() => setReferring(false)} />}
    </section>
  );
}
