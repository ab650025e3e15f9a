import { useState } from 'react';
import { type GapDetail, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { IconPaperclip, IconPlus } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button } from '../../shared/parts';
import { ActionList, EvidenceList, RecordRelations } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import type { LineForm } from './line-form';

interface PanelProps {
  detail: GapDetail;
  form: LineForm;
  readOnly: boolean;
}

/**
 * What hangs on a line. A line gets its record when it is first touched; asking for evidence or an action is a touch
 * like any other, and what was asked for opens as soon as the record is there.
 */
function useLineRecord({ detail, form }: PanelProps) {
  const [begun, setBegun] = useState(false);
  const { record } = detail;
  const relations = useRead('record.relations', { id: record ?? '' }, { enabled: record !== null });
  const begin = () => {
    setBegun(true);
    void form.ensureRecord().then((id) => id === null && setBegun(false));
  };
  return { record, relations, begun, begin };
}

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

/** Evidence attached to the line, and what would convince. */
export function EvidencePanel(props: PanelProps) {
  const { say } = useWords();
  const { detail, readOnly } = props;
  const { record, relations, begun, begin } = useLineRecord(props);
  useShortcuts(
    [{ keys: 'e', label: say('evidence-attach'), run: begin }],
    !readOnly && record === null && !begun,
  );
  const { data, error } = relations;
  return (
    <section className={`panel ${css.card}`} aria-label={say('tab-evidence')}>
      <h2 className="panel-title">{say('tab-evidence')}</h2>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void relations.refetch()} />
      ) : record === null ? (
        <div className={css.none}>
          <p className="quiet">{say('evidence-none')}</p>
          {!readOnly && (
            <Button icon={<IconPaperclip size={15} aria-hidden="true" />} onClick={begin} disabled={begun}>
              {say('evidence-attach')}
            </Button>
          )}
        </div>
      ) : data ? (
        <>
          {data.evidence.length === 0 && <p className="quiet">{say('evidence-none')}</p>}
          <EvidenceList
            record={record}
            items={data.evidence}
            mayWrite={!readOnly}
            attachKeys="e"
            begin={begun}
          />
        </>
      ) : (
        <Skeleton rows={2} />
      )}
      <Hints detail={detail} />
    </section>
  );
}

/** Links, comments and history of a line that somebody has touched. */
export function MorePanel({ detail, mayWrite }: { detail: GapDetail; mayWrite: boolean }) {
  if (detail.record === null) return null;
  return (
    <section className={`panel ${css.card}`}>
      <RecordRelations record={detail.record} mayWrite={mayWrite} parts={['links', 'comments', 'history']} />
    </section>
  );
}

/** Actions that the gap leads to. They go on after the assessment is frozen. */
export function ActionsPanel({ mayWrite, ...props }: PanelProps & { mayWrite: boolean }) {
  const { say } = useWords();
  const { readOnly } = props;
  const { record, relations, begun, begin } = useLineRecord(props);
  useShortcuts([{ keys: 'a', label: say('action-add'), run: begin }], !readOnly && record === null && !begun);
  const { data, error } = relations;
  return (
    <section className={`panel ${css.card}`} aria-label={say('actions-title')}>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void relations.refetch()} />
      ) : record === null ? (
        <>
          <div className="spread">
            <h3 className="panel-title">{say('actions-title')}</h3>
            {!readOnly && (
              <Button
                look="link"
                icon={<IconPlus size={15} aria-hidden="true" />}
                onClick={begin}
                disabled={begun}
              >
                {say('action-add')}
              </Button>
            )}
          </div>
          <p className="quiet">{say('actions-none')}</p>
        </>
      ) : data ? (
        <ActionList record={record} items={data.actions} mayWrite={mayWrite} addKeys="a" begin={begun} />
      ) : (
        <Skeleton rows={2} />
      )}
    </section>
  );
}
