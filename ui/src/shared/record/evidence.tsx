import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type EvidenceView, useAct } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../feedback';
import { IconFileText, IconLink, IconPaperclip, IconPencil, IconX } from '../icons';
import { useShortcuts } from '../keyboard';
import { Button, IconButton, Status } from '../parts';
import { useWords } from '../words';
import { AddReference, EditEvidence, UseExisting } from './evidence-dialogs';
import { FileButtons, useAttachFile, useEvidenceFile } from './evidence-file';
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

/** Until when it counts. */
export function Validity({ item }: { item: EvidenceView }) {
  const { say, date } = useWords();
  if (item.validUntil === null) return null;
  const words = { date: date(item.validUntil) };
  if (item.expired) return <Status kind="attention">{say('evidence-expired', words)}</Status>;
  return <span className="caption">{say('evidence-valid', words)}</span>;
}

/** Evidence of one record: attach by dialog or drop, note a reference, say dates, take a use away. */
export function EvidenceList({
  record,
  items,
  mayWrite,
  attachKeys,
  begin = false,
  about,
}: {
  record: string;
  items: readonly EvidenceView[];
  mayWrite: boolean;
  /** Keys that ask for a file. */
  attachKeys?: string;
  /** Asks for a file as soon as it is shown. */
  begin?: boolean;
  /** What this record says of a piece of evidence, under its name. */
  about?: ((evidence: string) => ReactNode) | undefined;
}) {
  const { say } = useWords();
  const toast = useToast();
  const { take, choose, ...attach } = useAttachFile(record);
  const file = useEvidenceFile();
  const release = useAct('evidence.release');
  const [editing, setEditing] = useState<EvidenceView | null>(null);
  const [adding, setAdding] = useState<'reference' | 'existing' | null>(null);

  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!mayWrite) return;
    return platform().on('dropped', (files) => {
      for (const file of files) latest.current(file);
    });
  }, [mayWrite]);
  const error = attach.error ?? release.error ?? file.error;
  const latestChoose = useRef<() => void>(() => undefined);
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
                  {about?.(item.id)}
                </div>
                <span className={css.side}>
                  <FileButtons item={item} file={file} />
                  {mayWrite && (
                    <IconButton
                      size="small"
                      label={say('evidence-edit', { name: item.title })}
                      onClick={() => setEditing(item)}
                    >
                      <IconPencil size={15} aria-hidden="true" />
                    </IconButton>
                  )}
                  {mayWrite && use && (
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
              </li>
            );
          })}
        </ul>
      )}
      {error && <ErrorPanel error={error} />}
      {mayWrite && (
        <>
          <p className={css.drop}>{say('evidence-drop')}</p>
          <div className={css.ways}>
            <Button
              icon={<IconPaperclip size={15} aria-hidden="true" />}
              onClick={choose}
              disabled={attach.busy}
            >
              {say('evidence-attach')}
            </Button>
            <Button look="quiet" onClick={() => setAdding('existing')}>
              {say('evidence-existing')}
            </Button>
            <Button look="quiet" onClick={() => setAdding('reference')}>
              {say('evidence-add-reference')}
            </Button>
          </div>
        </>
      )}
      {!mayWrite && items.length === 0 && <p className="quiet">{say('evidence-none')}</p>}
      {editing && <EditEvidence item={editing} onClose={() => setEditing(null)} />}
      {adding === 'reference' && <AddReference target={{ record }} onClose={() => setAdding(null)} />}
      {adding === 'existing' && (
        <UseExisting
          target={{ record }}
          used={new Set(items.map((item) => item.id))}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  );
}
