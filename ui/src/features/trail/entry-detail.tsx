import { useNavigate } from '@tanstack/react-router';
import { type TrailDetail, useAct, useRead } from '../../api';
import { Pebble } from '../../shared/art';
import { SideColumn } from '../../shared/drawer';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { IconArrowBackUp, IconCopy, IconX } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Hash, IconButton, RefChip } from '../../shared/parts';
import { ChangeList } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './trail.module.css';

/** How the entry hangs on the one before. */
function Chain({ detail }: { detail: TrailDetail }) {
  const { say, number } = useWords();
  const { n, id } = detail.entry;
  return (
    <ol className={css.chain}>
      {detail.before !== null && (
        <li>
          <Pebble state="progress" />
          <div>
            <div className="spread">
              <span>{say('trail-entry-before')}</span>
              <span className="caption numbers">{number(n - 1)}</span>
            </div>
            <Hash value={detail.before} />
          </div>
        </li>
      )}
      <li>
        <Pebble state="set" />
        <div>
          <div className="spread">
            <span style={{ fontWeight: 550 }}>{say('trail-this-entry')}</span>
            <span className="caption numbers">{number(n)}</span>
          </div>
          <Hash value={id} />
        </div>
      </li>
    </ol>
  );
}

/** What the entry changed, one list for each row; rows without a change that says anything are left out. */
function Changes({ detail }: { detail: TrailDetail }) {
  const { say } = useWords();
  const rows = detail.changes.filter((row) => row.fields.length > 0);
  if (rows.length === 0) return <p className="quiet">{say('trail-no-changes')}</p>;
  return (
    <>
      {rows.map((row, index) => {
        const name = row.record === null ? '' : `${row.record.code ?? ''} ${row.record.title}`.trim();
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one entry never change
          <div key={index}>
            {rows.length > 1 && <div className="caption">{[row.table, name].filter(Boolean).join(', ')}</div>}
            <ChangeList changes={row.fields} stacked />
          </div>
        );
      })}
      {detail.more && <p className="caption">{say('trail-more')}</p>}
    </>
  );
}

function Loaded({ detail, mayWrite }: { detail: TrailDetail; mayWrite: boolean }) {
  const { say, moment } = useWords();
  const toast = useToast();
  const navigate = useNavigate();
  const undo = useAct('trail.undo');
  const { entry } = detail;
  const subject = entry.subject;
  return (
    <>
      <h2 className="drawer-title">{entry.what}</h2>
      <div className="caption">
        {say('trail-when-who', { when: moment(entry.time), who: entry.actor.name })}
      </div>
      <div className={css.facts}>
        {subject?.code && <RefChip>{subject.code}</RefChip>}
        <RefChip>{entry.action}</RefChip>
      </div>
      {entry.reason !== '' && <p className="reading">{say('entry-reason', { reason: entry.reason })}</p>}
      <h3 className={`panel-title ${css.section}`}>{say('trail-changes')}</h3>
      <Changes detail={detail} />
      <h3 className={`panel-title ${css.section}`}>{say('trail-linkage')}</h3>
      <Chain detail={detail} />
      {undo.error && <ErrorPanel error={undo.error} />}
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {subject?.kind === 'system' && (
          <Button onClick={() => void navigate({ to: '/systems', search: { open: subject.id } })}>
            {say('trail-open', { name: subject.code ?? subject.title })}
          </Button>
        )}
        <Button
          icon={<IconCopy size={15} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(entry.id)}
        >
          {say('trail-copy')}
        </Button>
        {mayWrite && entry.undoable && (
          <Button
            icon={<IconArrowBackUp size={15} aria-hidden="true" />}
            disabled={undo.isPending}
            onClick={() =>
              undo.mutate({ n: entry.n }, { onSuccess: () => toast({ text: say('trail-undone') }) })
            }
          >
            {say('trail-undo')}
          </Button>
        )}
      </div>
    </>
  );
}

/** One entry in full: what changed, and how it is linked. */
export function EntryDetail({ n, mayWrite, onClose }: { n: number; mayWrite: boolean; onClose: () => void }) {
  const { say, number } = useWords();
  const detail = useRead('trail.get', { n, record: null }, { keep: true });
  useShortcuts([{ keys: 'Escape', label: say('drawer-close'), run: onClose }]);
  return (
    <SideColumn label={say('trail-detail')} width={400}>
      <div className={css.head}>
        <span className="caption">
          {detail.data && say('entry-number', { number: number(detail.data.entry.n) })}
        </span>
        <IconButton size="small" label={say('drawer-close')} onClick={onClose}>
          <IconX size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {detail.error ? (
        <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />
      ) : detail.data ? (
        <Loaded detail={detail.data} mayWrite={mayWrite} />
      ) : (
        <Skeleton rows={5} />
      )}
    </SideColumn>
  );
}
