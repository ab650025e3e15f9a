import { type ReactNode, useState } from 'react';
import type { EvidenceView } from '../../api';
import { Drawer } from '../../shared/drawer';
import { ErrorPanel } from '../../shared/feedback';
import { IconDownload, IconEye, IconPencil } from '../../shared/icons';
import { Button, Hash } from '../../shared/parts';
import {
  EditEvidence,
  RecordRelations,
  recordName,
  useEvidenceFile,
  useOpenRecord,
  Validity,
} from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './evidence.module.css';

/** Records that rest on a piece of evidence; each is opened on its screen. */
function Uses({ item }: { item: EvidenceView }) {
  const { say } = useWords();
  const open = useOpenRecord();
  return (
    <section className={css.used}>
      <h3 className="panel-title">{say('evidence-used-by')}</h3>
      {item.uses.length === 0 ? (
        <p className="quiet">{say('evidence-used-nowhere')}</p>
      ) : (
        <ul className={`panel ${css.uses}`}>
          {item.uses.map(({ id, record, note, state }) => (
            <li key={id}>
              <Button look="link" onClick={() => open(record.id)}>
                {recordName(record)}
              </Button>
              <div className="caption">
                {[say(`record-kind-${record.kind}`), state && say(`file-state-${state}`), note]
                  .filter(Boolean)
                  .join(', ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One fact; nothing while it is not known. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === undefined) return null;
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One piece of evidence: what it is, the file, what rests on it, what hangs on it. */
export function EvidencePanel({
  item,
  mayWrite,
  ...steps
}: {
  item: EvidenceView;
  mayWrite: boolean;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { say, date, bytes } = useWords();
  const file = useEvidenceFile();
  const [editing, setEditing] = useState(false);
  const day = (value: string | null) => (value === null ? null : date(value));
  return (
    <Drawer
      idLine={say('evidence-id-line', { code: item.code })}
      title={item.title}
      facts={<Validity item={item} />}
      foot={
        <div className={css.foot}>
          {item.openable && (
            <Button
              icon={<IconEye size={15} aria-hidden="true" />}
              disabled={file.busy}
              onClick={() => file.open(item)}
            >
              {say('evidence-open')}
            </Button>
          )}
          {item.fileName !== null && (
            <Button
              icon={<IconDownload size={15} aria-hidden="true" />}
              disabled={file.busy}
              onClick={() => void file.save(item)}
            >
              {say('evidence-save')}
            </Button>
          )}
          {mayWrite && (
            <Button icon={<IconPencil size={15} aria-hidden="true" />} onClick={() => setEditing(true)}>
              {say('evidence-change')}
            </Button>
          )}
        </div>
      }
      {...steps}
    >
      {file.error && <ErrorPanel error={file.error} />}
      <dl className={css.facts}>
        <Fact label={say('evidence-file')}>{item.fileName}</Fact>
        <Fact label={say('evidence-reference')}>{item.reference}</Fact>
        <Fact label={say('evidence-size')}>{item.size === null ? null : bytes(item.size)}</Fact>
        <Fact label={say('evidence-effective-short')}>{day(item.effectiveOn)}</Fact>
        <Fact label={say('evidence-until')}>{day(item.validUntil)}</Fact>
        <Fact label={say('evidence-uploaded')}>{day(item.uploadedAt)}</Fact>
        <Fact label={say('evidence-owner')}>{item.owner?.name}</Fact>
        <Fact label={say('evidence-note')}>{item.note}</Fact>
        <Fact label={say('evidence-hash')}>{item.sha256 === null ? null : <Hash value={item.sha256} />}</Fact>
      </dl>
      {item.fileName !== null && (
        <p className="caption">{say(item.openable ? 'evidence-open-help' : 'evidence-only-saved')}</p>
      )}
      <Uses item={item} />
      <RecordRelations
        record={item.id}
        mayWrite={mayWrite}
        parts={['links', 'comments', 'actions', 'history']}
      />
      {editing && <EditEvidence item={item} onClose={() => setEditing(false)} />}
    </Drawer>
  );
}
