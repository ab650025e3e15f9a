import { Select, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type DocumentKind, type DocumentView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../feedback';
import { fieldError } from '../form';
import { Button, Dialog, Status, type StatusKind } from '../parts';
import { useWords } from '../words';
import css from './document.module.css';
import { PrintVersion } from './export-menu';
import { RecordPaper } from './record-paper';

const SHAPES: Record<DocumentView['state'], StatusKind> = {
  draft: 'open',
  'in-review': 'waiting',
  approved: 'done',
  superseded: 'excluded',
};

/** Sends the present content to somebody who may approve it. */
function SubmitDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const submit = useAct('document.submit');
  const [approver, setApprover] = useState<string | null>(
    document.approvers.length === 1 ? (document.approvers[0]?.id ?? null) : null,
  );
  const [note, setNote] = useState('');
  const [nextReview, setNextReview] = useState<string | null>(null);
  const errorOf = (path: string) => submit.error?.wire.fields.find((field) => field.path === path)?.message;
  if (document.blockers.length > 0) {
    return (
      <Dialog title={say('document-send')} onClose={onClose}>
        <div className="stack">
          <p>{say('document-blocked')}</p>
          <ul className={css.blockers}>
            {document.blockers.map((blocker) => (
              <li key={blocker}>
                <Status kind="blocked">{blocker}</Status>
              </li>
            ))}
          </ul>
          <div className={css.end}>
            <Button look="primary" data-autofocus onClick={onClose}>
              {say('close')}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={say('document-send')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate(
            { kind: document.kind, approver, note, nextReview },
            {
              onSuccess: () => {
                toast({ text: say('document-sent', { document: document.title }) });
                onClose();
              },
            },
          );
        }}
      >
        <p>{say('document-send-about', { document: document.title })}</p>
        {document.approvers.length === 0 ? (
          <p className="caption">{say('document-no-approver')}</p>
        ) : (
          <Select
            label={say('document-approver')}
            placeholder={say('document-approver-any')}
            clearable
            clearButtonProps={{ 'aria-label': say('field-clear') }}
            data={document.approvers.map((member) => ({ value: member.id, label: member.name }))}
            value={approver}
            error={fieldError(errorOf('approver'))}
            onChange={setApprover}
          />
        )}
        <Textarea
          data-autofocus
          label={say('document-note')}
          description={say('document-note-help')}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DateInput
          label={say('document-review')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          valueFormat="D MMM YYYY"
          value={nextReview}
          error={fieldError(errorOf('nextReview'))}
          onChange={setNextReview}
        />
        {submit.error && submit.error.wire.fields.length === 0 && <ErrorPanel error={submit.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={submit.isPending}>
            {say('document-send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Versions of a document with who stands for each. */
function Versions({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { say, date } = useWords();
  return (
    <Dialog title={say('document-versions', { document: document.title })} onClose={onClose} size={760}>
      <table className={css.versions}>
        <thead>
          <tr>
            <th scope="col">{say('document-version')}</th>
            <th scope="col">{say('document-state')}</th>
            <th scope="col">{say('document-approved-by')}</th>
            <th scope="col">{say('document-since')}</th>
            <th scope="col">{say('document-hash')}</th>
            <th scope="col">{say('document-print')}</th>
          </tr>
        </thead>
        <tbody>
          {document.versions.map((version) => (
            <tr key={version.version}>
              <td>{version.version}</td>
              <td>
                <Status kind={SHAPES[version.state]}>{say(`document-state-${version.state}`)}</Status>
              </td>
              <td>
                {version.approvedBy ?? say('not-set')}
                {version.how !== null && (
                  <div className="caption">{say(`approval-manner-${version.how}`)}</div>
                )}
              </td>
              <td>{version.effectiveOn === null ? say('not-set') : date(version.effectiveOn)}</td>
              <td className="mono">{version.hash}</td>
              <td>
                <PrintVersion kind={document.kind} version={version.version} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** Where a controlled document stands, with what can be done next. */
export function DocumentLine({ kind }: { kind: DocumentKind }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'submit' | 'paper' | 'versions' | null>(null);
  const document = useRead('document.get', { kind }, { keep: true }).data;
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  if (!document) return null;
  const { waiting } = document;
  const close = () => setOpen(null);
  return (
    <div className={css.line}>
      <Status kind={SHAPES[document.state]}>{document.standing}</Status>
      {document.stale && <Status kind="attention">{say('document-stale')}</Status>}
      <span className={css.acts}>
        {document.versions.length > 0 && (
          <Button look="link" size="small" onClick={() => setOpen('versions')}>
            {say('document-show-versions')}
          </Button>
        )}
        {waiting !== null && (
          <Button
            look="link"
            size="small"
            onClick={() => void navigate({ to: '/approvals', search: { open: waiting } })}
          >
            {say('document-open-request')}
          </Button>
        )}
        {mayWrite && (waiting !== null || document.changed) && (
          <Button look="link" size="small" onClick={() => setOpen('paper')}>
            {say('approval-paper')}
          </Button>
        )}
        {mayWrite && waiting === null && document.changed && (
          <Button size="small" onClick={() => setOpen('submit')}>
            {say('document-send')}
          </Button>
        )}
      </span>
      {open === 'submit' && <SubmitDialog document={document} onClose={close} />}
      {open === 'versions' && <Versions document={document} onClose={close} />}
      {open === 'paper' && <RecordPaper kind={kind} title={document.title} onClose={close} />}
    </div>
  );
}
