import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type CallError, type ClassificationView, call, useAct } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { Screen } from '../../shared/frame';
import { IconFileCheck } from '../../shared/icons';
import { MAC, useShortcuts } from '../../shared/keyboard';
import { Button, Notice } from '../../shared/parts';
import { ExportMenu } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { usePack } from './pack';
import { QueueBar } from './queue-bar';
import { Duties } from './record-duties';
import { Changes, Conflicts, Facts, Findings, Head, Open, Reasons } from './record-parts';
import { RecordSide } from './record-side';

/** Why the case cannot be signed, each reason in a sentence that leads to where it can be mended. */
function Refusals({
  view,
  onQuestion,
}: {
  view: ClassificationView;
  onQuestion?: ((question: string) => void) | undefined;
}) {
  const { say } = useWords();
  if (view.refusals.length === 0) return null;
  return (
    <Notice tone="amber" title={say('classification-refusals')}>
      <ul className={css.refusals}>
        {view.refusals.map(({ code, label, question }) => (
          <li key={`${code} ${label}`}>
            {question !== null && onQuestion ? (
              <Button look="link" onClick={() => onQuestion(question)}>
                {label}
              </Button>
            ) : (
              label
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The decision record: a sentence first, then what settled it, the duties, and who signs. */
export function RecordScreen({
  view,
  mayWrite,
  onQuestion,
  onDecision,
}: {
  view: ClassificationView;
  mayWrite: boolean;
  onQuestion: (question: string | null) => void;
  onDecision: (decision: string | null) => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const navigate = useNavigate();
  const [review, setReview] = useState<string | null>(view.reviewProposed);
  const decide = useAct('classification.decide');
  const begin = useAct('classification.begin');
  const reset = useAct('classification.reset_draft');
  const system = view.system.id;
  const { pack, search } = usePack();
  const [inQueue] = useSearchParam('queue');
  const draft = view.standing === 'draft';
  const ready = view.refusals.length === 0;
  const busy = decide.isPending || begin.isPending || reset.isPending;
  const wrongOf = (path: string) => decide.error?.wire.fields.find((field) => field.path === path)?.message;
  const error: CallError | null =
    (wrongOf('reviewOn') === undefined ? decide.error : null) ?? begin.error ?? reset.error;

  const sign = () =>
    decide.mutate(
      { system, pack, reviewOn: review },
      {
        onSuccess: async () => {
          // In the queue the next system follows the signature.
          const next =
            inQueue === null ? null : (await call('classification.queue', { pack, at: system })).next;
          if (next === null) onQuestion(null);
          else void navigate({ to: `/classification/${next.id}`, search: { ...search, queue: '1' } });
          toast({ text: say('classification-signed-toast', { name: view.system.title }), undo });
        },
      },
    );
  const again = () =>
    begin.mutate({ system, pack }, { onSuccess: (fresh) => onQuestion(fresh.result.visible[0] ?? null) });
  const discard = () =>
    reset.mutate(
      { system, pack },
      {
        onSuccess: (rest) => {
          onQuestion(rest.standing === 'open' ? (rest.result.next ?? null) : null);
          toast({ text: say('classification-reset-toast') });
        },
      },
    );
  const first = view.result.missing[0] ?? view.result.visible[0] ?? null;
  const mayChange = mayWrite && draft;
  useShortcuts(
    [
      {
        keys: 'alt+ArrowLeft',
        label: say('classification-last-question'),
        run: () => onQuestion(view.result.visible.at(-1) ?? null),
        whileTyping: true,
      },
      { keys: 'e', label: say('classification-edit'), run: () => onQuestion(first) },
      {
        keys: 'mod+Enter',
        label: say('classification-sign'),
        run: () => {
          if (ready && !busy) sign();
        },
        whileTyping: true,
      },
    ],
    mayChange,
  );
  const primary =
    mayWrite && draft ? (
      <Button
        look="primary"
        icon={<IconFileCheck size={16} aria-hidden="true" />}
        disabled={!ready || busy}
        title={say(MAC ? 'classification-sign-keys-mac' : 'classification-sign-keys')}
        onClick={sign}
      >
        {say('classification-sign')}
      </Button>
    ) : mayWrite && view.standing === 'decided' ? (
      <Button look="primary" disabled={busy} onClick={again}>
        {say('classification-again')}
      </Button>
    ) : undefined;
  const actions = draft ? (
    <>
      <ExportMenu kind="classification" system={system} pack={pack} />
      {!ready && (
        <span className={`${css.reasonBeside} nowrap`}>
          {say('classification-before-signing', { count: view.refusals.length })}
        </span>
      )}
      {mayWrite && <Button onClick={() => onQuestion(first)}>{say('classification-edit')}</Button>}
    </>
  ) : (
    <>
      <ExportMenu kind="classification" system={system} pack={pack} decision={view.record?.id ?? null} />
      {view.standing === 'decided' && view.result.obligations.length > 0 && (
        <Button onClick={() => void navigate({ to: '/obligations', search: { system } })}>
          {say('obligation-follow')}
        </Button>
      )}
    </>
  );
  return (
    <Screen
      crumbs={[
        { label: say('phase-assess') },
        { label: say('classification-title'), to: '/classification', search },
        { label: view.system.title },
      ]}
      actions={actions}
      primary={primary}
    >
      <QueueBar system={system} pack={pack} leave={(go) => go()} />
      <div className={css.record}>
        <div className={css.main}>
          {error && <ErrorPanel error={error} />}
          {draft && <Refusals view={view} onQuestion={mayWrite ? onQuestion : undefined} />}
          <Head view={view} />
          <Conflicts view={view} />
          <Open view={view} onQuestion={draft && mayWrite ? onQuestion : undefined} />
          <Changes view={view} />
          <Findings view={view} onQuestion={draft && mayWrite ? onQuestion : undefined} />
          <Duties view={view} />
          <Reasons view={view} />
          <Facts view={view} />
        </div>
        <RecordSide
          view={view}
          review={draft && mayWrite ? { date: review, change: setReview, fault: wrongOf('reviewOn') } : null}
          onDiscard={draft && mayWrite ? discard : undefined}
          onDecision={onDecision}
        />
      </div>
    </Screen>
  );
}
