import { Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ClassificationView, useAct, useRead, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { IconPaperclip, IconX } from '../../shared/icons';
import { Button, Dialog, IconButton } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './classification.module.css';

interface Target {
  record: string;
  point: string;
}

/** Where the answer can be seen, when it is no file here. */
function ReferenceDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const { say } = useWords();
  const attach = useShortJob('evidence.attach');
  const [reference, setReference] = useState('');
  const ready = reference.trim() !== '';
  return (
    <Dialog title={say('evidence-add-reference')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog stands inside the wizard's form, which must not go on because of it.
          event.stopPropagation();
          if (!ready) return;
          const input = {
            file: null,
            reference,
            title: null,
            effectiveOn: null,
            validUntil: null,
            note: null,
          };
          attach.mutate({ ...input, ...target }, { onSuccess: onClose });
        }}
      >
        <TextInput
          data-autofocus
          label={say('evidence-reference')}
          description={say('evidence-reference-help')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {attach.error && <ErrorPanel error={attach.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={!ready || attach.isPending}>
            {say('evidence-add-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Evidence that is in the library already. */
function LibraryDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const { say } = useWords();
  const use = useAct('evidence.use');
  const all = useRead('evidence.list', {}).data;
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = (all ?? []).filter((item) => `${item.code} ${item.title}`.toLowerCase().includes(wanted));
  return (
    <Dialog title={say('classification-evidence-library')} onClose={onClose}>
      <div className="stack">
        <TextInput
          data-autofocus
          label={say('classification-evidence-find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {use.error && <ErrorPanel error={use.error} />}
        {found.length === 0 && <p className="quiet">{say('classification-evidence-none')}</p>}
        <ul className={css.lines}>
          {found.slice(0, 8).map((item) => (
            <li key={item.id}>
              <Button
                look="link"
                onClick={() =>
                  use.mutate({ evidence: item.id, note: null, ...target }, { onSuccess: onClose })
                }
              >
                {say('classification-evidence-item', { code: item.code, title: item.title })}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** What shows that the answer holds. */
export function AnswerEvidence({
  view,
  question,
  readOnly,
}: {
  view: ClassificationView;
  question: string;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const toast = useToast();
  const attach = useShortJob('evidence.attach');
  const release = useAct('evidence.release');
  const [open, setOpen] = useState<'reference' | 'library' | null>(null);
  const items = view.evidence.filter((item) => item.question === question);
  const record = view.record?.id;
  if (record === undefined) return null;
  const target = { record, point: question };
  const choose = async () => {
    const file = await platform().dialog({ kind: 'open', title: say('evidence-attach'), files: [] });
    if (file === null) return;
    const input = { reference: null, title: null, effectiveOn: null, validUntil: null, note: null };
    attach.mutate(
      { ...input, ...target, file: file.token },
      { onSuccess: () => toast({ text: say('evidence-attached', { name: file.name }) }) },
    );
  };
  const error = attach.error ?? release.error;
  return (
    <div className={css.evidence}>
      <div className="spread">
        <span className="panel-title">{say('classification-evidence')}</span>
        {!readOnly && (
          <Menu width={220} position="bottom-end">
            <Menu.Target>
              <Button size="small" icon={<IconPaperclip size={15} aria-hidden="true" />}>
                {say('classification-evidence-add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void choose()}>{say('evidence-attach')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('reference')}>{say('evidence-add-reference')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('library')}>
                {say('classification-evidence-library')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((item) => (
            <li key={item.id} className="row">
              <span>
                {say('classification-evidence-item', {
                  code: item.evidence.code ?? '',
                  title: item.evidence.title,
                })}
              </span>
              {item.place !== item.evidence.title && <span className="caption">{item.place}</span>}
              {!readOnly && (
                <IconButton
                  label={say('classification-evidence-release', { title: item.evidence.title })}
                  onClick={() => release.mutate({ id: item.id })}
                >
                  <IconX size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorPanel error={error} />}
      {open === 'reference' && <ReferenceDialog target={target} onClose={() => setOpen(null)} />}
      {open === 'library' && <LibraryDialog target={target} onClose={() => setOpen(null)} />}
    </div>
  );
}
