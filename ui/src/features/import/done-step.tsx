import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportDone, useAct } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { IconArrowBackUp, IconCircleCheckFilled } from '../../shared/icons';
import { Button, Notice } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './import.module.css';

/** What happened, where to look at it, and how to take it back. */
export function DoneStep({ done, onAgain }: { done: ImportDone; onAgain: () => void }) {
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
    </>
  );
}
