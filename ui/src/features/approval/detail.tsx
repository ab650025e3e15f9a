import { Checkbox, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ApprovalChangeView,
  type ApprovalDetail,
  type DocumentKind,
  useAct,
  useRead,
  type Verdict,
} from '../../api';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { IconArrowBackUp, IconCheck, IconX } from '../../shared/icons';
import { Button, Hash, Notice, Status } from '../../shared/parts';
import { RecordPaper } from '../../shared/record/record-paper';
import { useWords } from '../../shared/words';
import css from './approval.module.css';

/** The screen a document is written on. */
const SCREENS: Record<DocumentKind, string> = {
  scope: '/organisation',
  soa: '/soa',
  gap: '/gap',
  register: '/systems',
};

function Change({ change, first }: { change: ApprovalChangeView; first: boolean }) {
  const { say } = useWords();
  return (
    <tr>
      <th scope="row">{change.label}</th>
      <td>
        {first ? (
          change.after
        ) : (
          <>
            {change.before === null ? <em>{say('approval-empty')}</em> : <del>{change.before}</del>}
            <span aria-hidden="true"> → </span>
            {change.after === null ? <em>{say('approval-empty')}</em> : <ins>{change.after}</ins>}
          </>
        )}
      </td>
    </tr>
  );
}

function Changes({ detail }: { detail: ApprovalDetail }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const hidden = detail.changed - detail.changes.length;
  return (
    <section className={css.changes}>
      <div className={css.changesHead}>
        <h3 className="panel-title">
          {detail.comparedWith === null
            ? say('approval-changes-first')
            : say('approval-changes-since', { count: detail.changed, version: detail.comparedWith })}
        </h3>
        <Button look="link" size="small" onClick={() => void navigate({ to: SCREENS[detail.item.kind] })}>
          {say('approval-show', { document: say(`document-kind-${detail.item.kind}`) })}
        </Button>
      </div>
      {detail.changes.length > 0 && (
        <table className={css.diff}>
          <tbody>
            {detail.changes.map((change) => (
              <Change
                key={`${change.label} ${change.after}`}
                change={change}
                first={detail.comparedWith === null}
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <p className="caption">{say('approval-changes-more', { count: hidden })}</p>}
    </section>
  );
}

function Facts({ detail }: { detail: ApprovalDetail }) {
  const { say, date, time } = useWords();
  const { item } = detail;
  return (
    <dl className={css.facts}>
      {detail.note !== null && (
        <>
          <dt>{say('approval-note')}</dt>
          <dd>{detail.note}</dd>
        </>
      )}
      {item.decidedAt !== null && (
        <>
          <dt>{say(`approval-state-${item.state}`)}</dt>
          <dd>
            {[
              item.decidedBy,
              `${date(item.decidedAt)} ${time(item.decidedAt)}`,
              item.how && say(`approval-manner-${item.how}`),
            ]
              .filter(Boolean)
              .join(', ')}
          </dd>
        </>
      )}
      {detail.reason !== null && (
        <>
          <dt>{say('approval-reason')}</dt>
          <dd>{detail.reason}</dd>
        </>
      )}
      {detail.evidence !== null && (
        <>
          <dt>{say('approval-evidence')}</dt>
          <dd>
            {detail.evidence}
            {detail.recordedBy !== null && (
              <div className="caption">{say('approval-recorded-by', { name: detail.recordedBy.name })}</div>
            )}
          </dd>
        </>
      )}
      <dt>{say('approval-hash')}</dt>
      <dd>
        <Hash value={detail.hash} />
      </dd>
    </dl>
  );
}

/** The four ways to answer, each offered only where the core allows it. */
function Decision({
  detail,
  checked,
  onDone,
}: {
  detail: ApprovalDetail;
  checked: readonly string[];
  onDone: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const decide = useAct('approval.decide');
  const withdraw = useAct('approval.withdraw');
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(false);
  const { item } = detail;
  const left = detail.checks.length - checked.length;
  const mayApprove = detail.bar === null || detail.mayOverride;
  const answer = (verdict: Verdict) =>
    decide.mutate(
      { id: item.id, verdict, reason, checked: [...checked], override: detail.mayOverride },
      {
        onSuccess: () => {
          toast({ text: say(`approval-done-${verdict}`, { title: item.title }) });
          onDone();
        },
      },
    );
  const refusal = decide.error?.wire.fields.find((field) => field.path === 'reason')?.message;
  const error = withdraw.error ?? (refusal === undefined ? decide.error : null);
  const busy = decide.isPending || withdraw.isPending;
  return (
    <footer className={css.decide}>
      {detail.bar !== null && <p className="caption">{detail.bar}</p>}
      {error && <ErrorPanel error={error} />}
      {(mayApprove || detail.mayRefuse) && (
        <Textarea
          label={say('approval-reason')}
          description={say('approval-reason-when')}
          placeholder={say('approval-reason-hint')}
          autosize
          minRows={1}
          maxRows={5}
          value={reason}
          error={fieldError(refusal)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={css.buttons}>
        {detail.mayRefuse && (
          <>
            <Button
              look="danger"
              icon={<IconX size={15} aria-hidden="true" />}
              disabled={busy}
              onClick={() => answer('reject')}
            >
              {say('approval-reject')}
            </Button>
            <Button
              icon={<IconArrowBackUp size={15} aria-hidden="true" />}
              disabled={busy}
              onClick={() => answer('send-back')}
            >
              {say('approval-send-back')}
            </Button>
          </>
        )}
        {detail.mayWithdraw && (
          <Button
            disabled={busy}
            onClick={() =>
              withdraw.mutate(
                { id: item.id },
                {
                  onSuccess: () => {
                    toast({ text: say('approval-done-withdraw', { title: item.title }) });
                    onDone();
                  },
                },
              )
            }
          >
            {say('approval-withdraw')}
          </Button>
        )}
        {detail.mayRecord && <Button onClick={() => setPaper(true)}>{say('approval-paper')}</Button>}
        {mayApprove && (
          <span className={css.approve}>
            <span className="caption">{say('approval-checks-left', { count: left })}</span>
            <Button
              look="primary"
              icon={<IconCheck size={15} aria-hidden="true" />}
              disabled={busy || left > 0 || detail.stale}
              onClick={() => answer('approve')}
            >
              {say(detail.mayOverride ? 'approval-approve-alone' : 'approval-approve')}
            </Button>
          </span>
        )}
      </div>
      {paper && (
        <RecordPaper
          kind={item.kind}
          title={say(`document-kind-${item.kind}`)}
          onClose={() => setPaper(false)}
        />
      )}
    </footer>
  );
}

/** One request: what it changes, what to look at, and the answer. */
export function Detail({ id, onDone }: { id: string; onDone: () => void }) {
  const { say } = useWords();
  const read = useRead('approval.get', { id });
  const [checked, setChecked] = useState<readonly string[]>([]);
  const detail = read.data;
  if (!detail) {
    return (
      <div className={`panel ${css.detail}`}>
        {read.error ? <ErrorPanel error={read.error} onRetry={() => void read.refetch()} /> : <Skeleton />}
      </div>
    );
  }
  const { item } = detail;
  const waiting = item.state === 'requested';
  const mayApprove = detail.bar === null || detail.mayOverride;
  return (
    <section className={`panel ${css.detail}`} aria-label={item.title}>
      <header className={css.head}>
        <div className="spread caption">
          <span>
            {item.requestedBy !== null && say('approval-by', { name: item.requestedBy.name })}
            {item.asked !== null && waiting && `, ${say('approval-asked', { name: item.asked.name })}`}
          </span>
          <span>{item.code}</span>
        </div>
        <h2 className="page-title">{item.title}</h2>
      </header>
      <div className={css.body} data-checks={!waiting || mayApprove || undefined}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls and must be reached by keyboard */}
        <section className={css.main} aria-label={say('approval-change')} tabIndex={0}>
          {detail.stale && (
            <Notice tone="amber" title={say('document-stale')}>
              {say('approval-stale')}
            </Notice>
          )}
          <Changes detail={detail} />
          <Facts detail={detail} />
        </section>
        {waiting && mayApprove && (
          <aside className={css.checks}>
            <div className="spread">
              <h3 className="panel-title">{say('approval-before')}</h3>
              <span className="caption">
                {say('approval-checks', { done: checked.length, total: detail.checks.length })}
              </span>
            </div>
            {detail.checks.map((check) => (
              <Checkbox
                key={check.key}
                label={check.label}
                checked={checked.includes(check.key)}
                onChange={(event) =>
                  setChecked(
                    event.currentTarget.checked
                      ? [...checked, check.key]
                      : checked.filter((key) => key !== check.key),
                  )
                }
              />
            ))}
          </aside>
        )}
        {!waiting && (
          <aside className={css.checks}>
            <Status kind={item.state === 'approved' ? 'done' : 'excluded'}>
              {say(`approval-state-${item.state}`)}
            </Status>
          </aside>
        )}
      </div>
      {waiting && <Decision detail={detail} checked={checked} onDone={onDone} />}
    </section>
  );
}
