import { useState } from 'react';
import { type GapDetail, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { IconPaperclip, IconPlus } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button } from '../../shared/parts';
import { ActionList, EvidenceList } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import type { LineForm } from './line-form';

/** What convinces an auditor, from the pack. */
function Hints({ detail }: { detail: GapDetail }) {
  const { say } = useWords();
  if (detail.requirement.evidence.length === 0) return null;
  return (
    <div className={css.hints}>
      <h3 className="caption">{say('gap-convinces')}</h3>
      <ul>
        {detail.requirement.evidence.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </div>
  );
}

type Wanted = 'evidence' | 'action';

/**
 * Evidence and actions of a line. A line gets its record when it is first touched; asking for one of the two is a
 * touch like any other.
 */
export function LineRecords({
  detail,
  form,
  readOnly,
}: {
  detail: GapDetail;
  form: LineForm;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { record } = detail;
  const relations = useRead('record.relations', { id: record ?? '' }, { enabled: record !== null });
  const begin = (what: Wanted) => {
    setWanted(what);
    void form.ensureRecord().then((id) => id === null && setWanted(null));
  };
  useShortcuts(
    [
      { keys: 'e', label: say('gap-key-evidence'), run: () => begin('evidence') },
      { keys: 'a', label: say('gap-key-action'), run: () => begin('action') },
    ],
    !readOnly && record === null,
  );
  if (relations.error) {
    return (
      <div className={css.across}>
        <ErrorPanel error={relations.error} onRetry={() => void relations.refetch()} />
      </div>
    );
  }
  const waiting = record !== null && !relations.data;
  return (
    <>
      <section className={`panel ${css.card}`} aria-label={say('tab-evidence')}>
        <h2 className="panel-title">{say('tab-evidence')}</h2>
        {waiting ? (
          <Skeleton rows={2} />
        ) : record !== null && relations.data ? (
          <EvidenceList
            record={record}
            items={relations.data.evidence}
            mayWrite={!readOnly}
            attachKeys="e"
            begin={wanted === 'evidence'}
          />
        ) : (
          <div className={css.none}>
            <p className="quiet">{say('evidence-none')}</p>
            {!readOnly && (
              <Button
                icon={<IconPaperclip size={15} aria-hidden="true" />}
                onClick={() => begin('evidence')}
                disabled={wanted !== null}
              >
                {say('evidence-attach')}
              </Button>
            )}
          </div>
        )}
        <Hints detail={detail} />
      </section>
      <section className={`panel ${css.card}`} aria-label={say('actions-title')}>
        {waiting ? (
          <Skeleton rows={2} />
        ) : record !== null && relations.data ? (
          <ActionList
            record={record}
            items={relations.data.actions}
            mayWrite={!readOnly}
            addKeys="a"
            begin={wanted === 'action'}
          />
        ) : (
          <>
            <div className="spread">
              <h2 className="panel-title">{say('actions-title')}</h2>
              {!readOnly && (
                <Button
                  look="link"
                  icon={<IconPlus size={15} aria-hidden="true" />}
                  onClick={() => begin('action')}
                  disabled={wanted !== null}
                >
                  {say('action-add')}
                </Button>
              )}
            </div>
            <p className="quiet">{say('actions-none')}</p>
          </>
        )}
      </section>
    </>
  );
}
