import { useEffect, useRef } from 'react';
import { type GapDetail, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import type { SaveState } from '../../shared/form';
import { IconArrowLeft, IconArrowRight } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Kbd, RefChip, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Scales } from './conformity';
import css from './gap.module.css';
import { GapPanel, NotesPanel } from './gap-panel';
import { useLineForm } from './line-form';
import { ActionsPanel, EvidencePanel } from './line-records';
import { MustItems } from './must-items';

interface LineProps {
  /** Ids that can be opened. */
  known: ReadonlySet<string>;
  mayWrite: boolean;
  onOpen: (requirement: string) => void;
  onSave: (state: SaveState) => void;
}

/** Which requirement this is, and what it wants, in our own words. */
function Head({ detail, known, onOpen }: { detail: GapDetail } & Pick<LineProps, 'known' | 'onOpen'>) {
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
      <h1 className="record-title" tabIndex={-1} ref={title}>
        {say('gap-line-title', { id: requirement.id, title: requirement.title })}
      </h1>
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
      {item.excluded && <Status kind="excluded">{say('gap-excluded-help')}</Status>}
    </header>
  );
}

/** Keys on offer, and the way on. */
function Foot({
  detail,
  readOnly,
  onOpen,
}: {
  detail: GapDetail;
  readOnly: boolean;
  onOpen: LineProps['onOpen'];
}) {
  const { say } = useWords();
  const letters = useRead('preferences.get', {}).data?.letterKeys ?? true;
  const { previous, next } = detail;
  const hints = [
    { keys: ['Y', 'P', 'N', 'U'], label: say('gap-keys-answer') },
    { keys: ['0', '3'], label: say('gap-keys-conformity'), range: true },
    { keys: ['E'], label: say('gap-keys-evidence') },
    { keys: ['A'], label: say('gap-keys-action') },
    { keys: ['J', 'K'], label: say('gap-keys-items') },
  ];
  return (
    <footer className={css.foot}>
      {letters && !readOnly && (
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
        {next !== null && (
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

function Loaded({ detail, known, mayWrite, onOpen, onSave }: { detail: GapDetail } & LineProps) {
  const { say } = useWords();
  const form = useLineForm(detail);
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
      run: go(detail.previous),
      whileTyping: true,
    },
    { keys: 'alt+ArrowDown', label: say('gap-key-next-line'), run: go(detail.next), whileTyping: true },
  ]);
  const parts = { detail, form, readOnly };
  return (
    <>
      <div className={css.scroll}>
        <div className={css.work}>
          <Head detail={detail} known={known} onOpen={onOpen} />
          {form.error && <ErrorPanel error={form.error} />}
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
            </div>
          </div>
        </div>
      </div>
      <Foot detail={detail} readOnly={readOnly} onOpen={onOpen} />
    </>
  );
}

/** One line with all a person needs to assess it. */
export function GapLine({ requirement, ...props }: { requirement: string } & LineProps) {
  const detail = useRead('gap.get', { requirement });
  if (detail.data) return <Loaded key={requirement} detail={detail.data} {...props} />;
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
