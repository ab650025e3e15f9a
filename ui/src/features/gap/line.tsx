import { type ReactNode, useEffect, useRef } from 'react';
import { type GapDetail, type Pass, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import type { SaveState } from '../../shared/form';
import { IconArrowLeft, IconArrowRight } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Kbd, RefChip, Segmented, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Scales } from './conformity';
import css from './gap.module.css';
import { GapPanel, NotesPanel } from './gap-panel';
import { useLineForm } from './line-form';
import { ActionsPanel, EvidencePanel, MorePanel } from './line-records';
import { MustItems } from './must-items';

interface LineProps {
  /** Ids that can be opened. */
  known: ReadonlySet<string>;
  mayWrite: boolean;
  /** Quick: conformity and gap at once. Deep: item by item with records. */
  pass: Pass;
  onPass: (pass: Pass) => void;
  /** The lines as they are walked through, filtered; where the standard's order does not lead. */
  order: readonly string[] | null;
  onOpen: (requirement: string) => void;
  onSave: (state: SaveState) => void;
  /** Where to go after the last line. */
  end: ReactNode;
}

const PASSES: readonly Pass[] = ['quick', 'deep'];

/** Which requirement this is, and what it wants, in our own words. */
function Head({
  detail,
  known,
  pass,
  onPass,
  onOpen,
}: { detail: GapDetail } & Pick<LineProps, 'known' | 'pass' | 'onPass' | 'onOpen'>) {
  const { say } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // The line before is gone with whatever had the focus in it. The tree keeps the focus while somebody browses it.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const { requirement, group, item } = detail;
  return (
    <header className={css.head}>
      <div className={css.headLine}>
        <span className="caption">
          {say(group.control ? 'gap-area' : 'gap-clause', { id: group.id, title: group.title })}
        </span>
        {requirement.related.length > 0 && (
          <span className={css.related}>
            <span className="visually-hidden">{say('gap-related')}</span>
            {requirement.related.map((ref) => (
              <RefChip key={ref} onOpen={known.has(ref) ? () => onOpen(ref) : undefined}>
                {ref}
              </RefChip>
            ))}
          </span>
        )}
      </div>
      <div className={css.titleLine}>
        <h1 className="record-title" tabIndex={-1} ref={title}>
          {say('gap-line-title', { id: requirement.id, title: requirement.title })}
        </h1>
        <Segmented<Pass>
          label={say('gap-pass')}
          options={PASSES.map((word) => ({ value: word, label: say(`gap-pass-${word}`) }))}
          value={pass}
          onChange={onPass}
        />
      </div>
      <p className="reading">{requirement.summary}</p>
      <dl className={css.facts}>
        {requirement.documentedInformation !== '' && (
          <div>
            <dt>
              {say(requirement.documentation === 'explicit' ? 'gap-document-asked' : 'gap-document-wise')}
            </dt>
            <dd>{requirement.documentedInformation}</dd>
          </div>
        )}
        {requirement.ownerRole !== null && (
          <div>
            <dt>{say('gap-usual-owner')}</dt>
            <dd>{requirement.ownerRole}</dd>
          </div>
        )}
      </dl>
      {detail.reused.map((one) => (
        <Status key={`${one.framework} ${one.source}`} kind="done">
          <span title={say('gap-reused-over', { origin: one.origin, mappings: one.mappings.join(', ') })}>
            {say('gap-reused', { framework: one.framework, source: one.source })}
          </span>
        </Status>
      ))}
      {item.excluded && <Status kind="excluded">{say('gap-excluded-help')}</Status>}
    </header>
  );
}

/** The lines before and after: in the order they are shown in, else in the standard's. */
function neighbours(detail: GapDetail, order: LineProps['order']) {
  const at = order?.indexOf(detail.item.requirement) ?? -1;
  if (order === null || at < 0) return { previous: detail.previous, next: detail.next };
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
}

/** Keys on offer, and the way on. */
function Foot({
  previous,
  next,
  readOnly,
  pass,
  onOpen,
  end,
}: {
  previous: string | null;
  next: string | null;
  readOnly: boolean;
  pass: Pass;
  onOpen: LineProps['onOpen'];
  end: ReactNode;
}) {
  const { say } = useWords();
  const letters = useRead('preferences.get', {}).data?.letterKeys ?? true;
  const deep = [
    { keys: ['J', 'K'], label: say('gap-keys-items') },
    { keys: ['Y', 'P', 'N', 'U'], label: say('gap-keys-answer') },
    { keys: ['0', '3'], label: say('gap-keys-conformity'), range: true },
    { keys: ['E'], label: say('gap-keys-evidence') },
    { keys: ['A'], label: say('gap-keys-action') },
  ];
  const quick = [
    { keys: ['0', '3'], label: say('gap-keys-conformity'), range: true },
    { keys: ['S'], label: say('gap-keys-statement') },
    { keys: ['J', 'K'], label: say('gap-keys-lines') },
  ];
  const hints = pass === 'quick' ? quick : deep;
  return (
    <footer className={css.foot}>
      {letters && !readOnly && next !== null && (
        <div className={css.keys} aria-hidden="true">
          {hints.map((hint) => (
            <span key={hint.label}>
              {hint.keys.map((key, index) => (
                <span key={key} className={css.key}>
                  {hint.range && index > 0 && say('gap-keys-to')} <Kbd>{key}</Kbd>
                </span>
              ))}
              {hint.label}
            </span>
          ))}
        </div>
      )}
      <span className={css.ways}>
        {previous !== null && (
          <Button icon={<IconArrowLeft size={15} aria-hidden="true" />} onClick={() => onOpen(previous)}>
            {previous}
          </Button>
        )}
        {next === null ? (
          end
        ) : (
          <Button
            look="primary"
            after={<IconArrowRight size={15} aria-hidden="true" />}
            onClick={() => onOpen(next)}
          >
            {say('gap-next', { id: next })}
          </Button>
        )}
      </span>
    </footer>
  );
}

function Loaded({
  detail,
  known,
  mayWrite,
  pass,
  onPass,
  order,
  onOpen,
  onSave,
  end,
}: { detail: GapDetail } & LineProps) {
  const { say } = useWords();
  const form = useLineForm(detail, pass);
  const { previous, next } = neighbours(detail, order);
  const quick = pass === 'quick';
  const readOnly = !mayWrite || detail.frozen;
  const { status } = form;
  useEffect(() => onSave(status), [status, onSave]);
  const go = (to: string | null) => () => {
    if (to !== null) onOpen(to);
  };
  useShortcuts([
    {
      keys: 'alt+ArrowUp',
      label: say('gap-key-previous-line'),
      run: go(previous),
      whileTyping: true,
    },
    { keys: 'alt+ArrowDown', label: say('gap-key-next-line'), run: go(next), whileTyping: true },
  ]);
  useShortcuts(
    [
      { keys: 'j', label: say('gap-key-next-line'), run: go(next) },
      { keys: 'k', label: say('gap-key-previous-line'), run: go(previous) },
    ],
    quick,
  );
  const parts = { detail, form, readOnly };
  return (
    <>
      <div className={css.scroll}>
        <div className={css.work}>
          <Head detail={detail} known={known} pass={pass} onPass={onPass} onOpen={onOpen} />
          {form.error && <ErrorPanel error={form.error} />}
          {quick ? (
            <>
              <p className="caption">{say('gap-pass-quick-help')}</p>
              <Scales {...parts} />
              <div className={css.cards}>
                <GapPanel {...parts} />
                <NotesPanel {...parts} />
              </div>
            </>
          ) : (
            <>
              <MustItems {...parts} />
              <Scales {...parts} />
              <div className={css.cards}>
                <div className={css.column}>
                  <EvidencePanel {...parts} />
                  <NotesPanel {...parts} />
                </div>
                <div className={css.column}>
                  <GapPanel {...parts} />
                  <ActionsPanel {...parts} mayWrite={mayWrite} />
                  <MorePanel detail={detail} mayWrite={mayWrite} />
                </div>
              </div>
            </>
          )}
        </div>
      </div>
      <Foot previous={previous} next={next} readOnly={readOnly} pass={pass} onOpen={onOpen} end={end} />
    </>
  );
}

/** One line with all a person needs to assess it. */
export function GapLine({
  requirement,
  assessment,
  ...props
}: { requirement: string; assessment: string | null } & LineProps) {
  const detail = useRead('gap.get', { requirement, ...(assessment === null ? {} : { assessment }) });
  if (detail.data) return <Loaded key={`${assessment} ${requirement}`} detail={detail.data} {...props} />;
  return (
    <div className={css.scroll}>
      <div className={css.work}>
        {detail.error ? (
          <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />
        ) : (
          <Skeleton rows={10} />
        )}
      </div>
    </div>
  );
}
