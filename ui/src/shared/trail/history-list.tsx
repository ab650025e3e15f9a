import { Pebble } from '../art';
import { Button } from '../parts';
import { useWords } from '../words';
import css from './history.module.css';

/** One changed field, in words. */
export interface FieldChange {
  label: string;
  old: string | null;
  new: string | null;
}

/** One entry of the trail, in words. */
export interface HistoryItem {
  id: string;
  /** Running number of the entry. */
  number: number;
  what: string;
  /** RFC 3339. */
  at: string;
  who: string;
  /** The person's why, where one was given. */
  reason?: string | null;
  changes: readonly FieldChange[];
}

function Value({ text, kind }: { text: string | null; kind: 'old' | 'new' }) {
  const { say } = useWords();
  if (text === null || text === '') return <span className={css.empty}>{say('diff-empty')}</span>;
  return kind === 'old' ? <del className={css.old}>{text}</del> : <ins className={css.new}>{text}</ins>;
}

/** Old and new value of each field. `stacked` puts the label above, for narrow columns. */
export function ChangeList({ changes, stacked }: { changes: readonly FieldChange[]; stacked?: boolean }) {
  const { say } = useWords();
  return (
    <dl className={`panel ${css.changes} ${stacked ? css.stacked : ''}`}>
      {changes.map((change) => (
        <div key={change.label}>
          <dt>{change.label}</dt>
          <dd>
            <Value text={change.old} kind="old" />
            <span className={css.arrow} aria-hidden="true">
              →
            </span>
            <span className="visually-hidden">{say('diff-becomes')}</span>
            <Value text={change.new} kind="new" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The history of one record: stones on a line, the newest above and filled. */
export function HistoryList({
  items,
  onOpen,
  onMore,
}: {
  items: readonly HistoryItem[];
  /** Opens the entry in the trail. */
  onOpen?: (item: HistoryItem) => void;
  /** There are older entries. */
  onMore?: () => void;
}) {
  const { say, recent, number } = useWords();
  return (
    <>
      <ol className={css.list}>
        {items.map((item, index) => {
          const entry = say('entry-number', { number: number(item.number) });
          return (
            <li key={item.id} className={css.item}>
              <span className={css.stone}>
                <Pebble state={index === 0 ? 'set' : 'progress'} />
              </span>
              <div>
                <div className="spread">
                  <span className={css.what}>{item.what}</span>
                  {onOpen ? (
                    <Button look="link" onClick={() => onOpen(item)}>
                      {entry}
                    </Button>
                  ) : (
                    <span className="caption nowrap">{entry}</span>
                  )}
                </div>
                <div className="caption">
                  {say('entry-when-who', { when: recent(item.at), who: item.who })}
                </div>
                {item.reason && <p className={css.more}>{say('entry-reason', { reason: item.reason })}</p>}
                {item.changes.length > 0 && <ChangeList changes={item.changes} />}
              </div>
            </li>
          );
        })}
      </ol>
      {onMore && <Button onClick={onMore}>{say('entries-older')}</Button>}
    </>
  );
}
