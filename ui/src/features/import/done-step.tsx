import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportDone, type ImportGroup, useAct } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { IconArrowBackUp, IconChevronRight, IconCircleCheckFilled } from '../../shared/icons';
import { Button, Notice, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { LEVELS } from './check-step';
import css from './import.module.css';

/** Texts of a kind of problem that are shown. */
const FIRST_TEXTS = 8;

/** What did not fit and was left as it stood: by kind and column, with the texts of the cells. */
function ProblemsLeft({ groups }: { groups: readonly ImportGroup[] }) {
  const { say } = useWords();
  return (
    <section className="panel" aria-label={say('import-left')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('import-left')}</h2>
        <span className="caption">{say('import-problems-help')}</span>
      </div>
      <ul className={css.groups}>
        {groups.map((group) => (
          <li key={`${group.code}/${group.column ?? ''}`}>
            <details className={css.left}>
              <summary className={css.groupHead}>
                <IconChevronRight size={15} className={css.turns} aria-hidden="true" />
                <Status kind={LEVELS[group.level]}>{group.title}</Status>
                <span className={css.groupPlace}>
                  {group.header !== null &&
                    say('import-group-column', { header: group.header, letters: group.letters ?? '' })}
                </span>
                <span className="numbers">{say('import-number', { count: group.count })}</span>
              </summary>
              {group.texts.length > 0 ? (
                <ul className={css.leftTexts}>
                  {group.texts.slice(0, FIRST_TEXTS).map((text) => (
                    <li key={text.text} className="spread">
                      <span>{say('import-quoted', { text: text.text })}</span>
                      <span className="caption nowrap">{say('import-cells', { count: text.count })}</span>
                    </li>
                  ))}
                  {group.texts.length > FIRST_TEXTS && (
                    <li className="caption">
                      {say('import-left-more', { count: group.texts.length - FIRST_TEXTS })}
                    </li>
                  )}
                </ul>
              ) : (
                <p className={`caption ${css.leftTexts}`}>
                  {say('import-left-rows', { count: group.count })}
                </p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happened, where to look at it, and how to take it back. */
export function DoneStep({
  done,
  left,
  onAgain,
}: {
  done: ImportDone;
  /** The problems nobody decided before the import. */
  left: readonly ImportGroup[];
  onAgain: () => void;
}) {
  const { say } = useWords();
  const { counts, entry } = done;
  const [undone, setUndone] = useState(false);
  const undo = useAct('trail.undo');
  if (undone) {
    return (
      <Notice
        tone="slate"
        live="polite"
        title={say('import-undone', { file: done.file })}
        actions={<Button onClick={onAgain}>{say('import-other')}</Button>}
      />
    );
  }
  return (
    <>
      {undo.error && <ErrorPanel error={undo.error} />}
      <Notice
        tone="accent"
        live="polite"
        icon={<IconCircleCheckFilled size={18} style={{ color: 'var(--accent)' }} aria-hidden="true" />}
        title={
          entry === null
            ? say('import-nothing-written')
            : say('import-done', { created: counts.created, updated: counts.updated })
        }
        actions={
          <>
            <Link to="/systems">{say('import-to-register')}</Link>
            {entry !== null && (
              <>
                <Link to="/trail" search={{ entry: String(entry) }}>
                  {say('import-to-entry', { entry })}
                </Link>
                <Button
                  icon={<IconArrowBackUp size={15} aria-hidden="true" />}
                  disabled={undo.isPending}
                  onClick={() => undo.mutate({ n: entry }, { onSuccess: () => setUndone(true) })}
                >
                  {say('import-undo')}
                </Button>
              </>
            )}
            <Button look="quiet" onClick={onAgain}>
              {say('import-other')}
            </Button>
          </>
        }
      >
        <p className={css.doneText}>
          {say('import-done-detail', {
            file: done.file,
            unchanged: counts.unchanged,
            left: counts.skipped - counts.unchanged,
            problems: counts.problems,
          })}
        </p>
        {done.mapping !== null && (
          <p className={css.doneText}>{say('import-done-mapping', { name: done.mapping })}</p>
        )}
      </Notice>
      {left.length > 0 && <ProblemsLeft groups={left} />}
    </>
  );
}
