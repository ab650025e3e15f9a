import { type TrailDetail, useAct, useRead } from '../../api';
import { Pebble } from '../../shared/art';
import { SideColumn } from '../../shared/drawer';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { IconArrowBackUp, IconCopy, IconX } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Hash, IconButton, RefChip, Status } from '../../shared/parts';
import { useOpenRecord } from '../../shared/record';
import { ChangeList, useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import type { Address } from './address';
import css from './trail.module.css';

interface DetailProps {
  n: number;
  mayWrite: boolean;
  /** Goes to another part of the trail. */
  onShow: (change: Partial<Address>) => void;
  onClose: () => void;
}

/** How the entry hangs between the ones it follows and the one that follows it. */
function Chain({ detail }: { detail: TrailDetail }) {
  const { say, number } = useWords();
  const { n, id } = detail.entry;
  return (
    <ol className={css.chain}>
      {detail.parents.map((parent) => (
        <Link key={parent} state="progress" name={say('trail-entry-before')} n={number(n - 1)} id={parent} />
      ))}
      <Link state="set" name={say('trail-this-entry')} n={number(n)} id={id} strong />
      {detail.next === null ? (
        <li>
          <Pebble state="open" />
          <div>
            <div>{say('trail-entry-next')}</div>
            <div className="caption">{say('trail-entry-newest')}</div>
          </div>
        </li>
      ) : (
        <Link state="progress" name={say('trail-entry-after')} n={number(n + 1)} id={detail.next} />
      )}
    </ol>
  );
}

function Link(props: { state: 'progress' | 'set'; name: string; n: string; id: string; strong?: boolean }) {
  return (
    <li>
      <Pebble state={props.state} />
      <div>
        <div className="spread">
          <span className={props.strong ? css.strong : undefined}>{props.name}</span>
          <span className="caption numbers">{props.n}</span>
        </div>
        <Hash value={props.id.slice(0, 32)} />
      </div>
    </li>
  );
}

/** Who signed it and with what. */
function Signed({ detail }: { detail: TrailDetail }) {
  const { say } = useWords();
  return (
    <dl className={css.signed}>
      <dt>{say('trail-device')}</dt>
      <dd>{detail.device}</dd>
      <dt>{say('trail-program')}</dt>
      <dd>{detail.app}</dd>
      <dt>{say('trail-signature')}</dt>
      <dd>
        <Hash value={detail.signature} />
      </dd>
      <dt>{say('trail-id')}</dt>
      <dd>
        <Hash value={detail.entry.id} />
      </dd>
    </dl>
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

function Loaded({ detail, mayWrite, onShow }: { detail: TrailDetail } & Omit<DetailProps, 'n' | 'onClose'>) {
  const { say, moment, number } = useWords();
  const toast = useToast();
  const open = useOpenRecord();
  const undo = useAct('trail.undo');
  const takeBack = useUndo();
  const { entry } = detail;
  const subject = entry.subject;
  const name = subject?.code ?? say('trail-the-record');
  return (
    <>
      <h2 className="drawer-title">{entry.what}</h2>
      <div className="caption">
        {say('trail-when-who', { when: moment(entry.time), who: entry.actor.name })}
      </div>
      <div className={css.facts}>
        <Status leading kind={detail.holds ? 'done' : 'blocked'}>
          {say(detail.holds ? 'trail-holds' : 'trail-holds-not')}
        </Status>
        {subject?.code && <RefChip>{subject.code}</RefChip>}
        {detail.takenBack !== null && (
          <Button look="link" onClick={() => onShow({ entry: String(detail.takenBack) })}>
            {say('trail-taken-back', { entry: number(detail.takenBack) })}
          </Button>
        )}
      </div>
      {entry.reason !== '' && <p className="reading">{say('entry-reason', { reason: entry.reason })}</p>}
      <h3 className={`panel-title ${css.section}`}>{say('trail-changes')}</h3>
      <Changes detail={detail} />
      <h3 className={`panel-title ${css.section}`}>{say('trail-linkage')}</h3>
      <Chain detail={detail} />
      {undo.error && <ErrorPanel error={undo.error} />}
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {subject && (
          <>
            <Button onClick={() => open(subject.id)}>{say('trail-open', { name })}</Button>
            <Button onClick={() => onShow({ subject: subject.id, entry: null })}>
              {say('trail-of-record', { name })}
            </Button>
          </>
        )}
        <Button
          icon={<IconCopy size={15} aria-hidden="true" />}
          onClick={() =>
            void navigator.clipboard.writeText(entry.id).then(
              () => toast({ text: say('trail-copied') }),
              () => toast({ text: say('trail-copy-failed') }),
            )
          }
        >
          {say('trail-copy')}
        </Button>
        {mayWrite && entry.undoable && (
          <Button
            icon={<IconArrowBackUp size={15} aria-hidden="true" />}
            disabled={undo.isPending}
            onClick={() =>
              undo.mutate(
                { n: entry.n },
                {
                  onSuccess: ({ what, redone }) =>
                    toast({ text: say(redone ? 'redo-done' : 'undo-done', { what }), undo: takeBack }),
                },
              )
            }
          >
            {say('trail-undo')}
          </Button>
        )}
      </div>
      <h3 className={`panel-title ${css.section}`}>{say('trail-signed')}</h3>
      <Signed detail={detail} />
    </>
  );
}

/** One entry in full: what changed, and how it is linked. */
export function EntryDetail({ n, mayWrite, onShow, onClose }: DetailProps) {
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
        <Loaded detail={detail.data} mayWrite={mayWrite} onShow={onShow} />
      ) : (
        <Skeleton rows={5} />
      )}
    </SideColumn>
  );
}
