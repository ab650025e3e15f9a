import { Link } from '@tanstack/react-router';
import type { ImportDone } from '../../api';
import { IconArrowBackUp, IconCircleCheckFilled } from '../../shared/icons';
import { Button, Notice } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './import.module.css';

/** What happened, where to look at it, and how to take it back. */
export function DoneStep({ done, onAgain }: { done: ImportDone; onAgain: () => void }) {
  const { say } = useWords();
  const undo = useUndo(done.entry === null ? 0 : done.entry - 1);
  const { counts } = done;
  return (
    <Notice
      tone="accent"
      live="polite"
      icon={<IconCircleCheckFilled size={18} aria-hidden="true" />}
      title={
        done.entry === null
          ? say('import-nothing-written')
          : say('import-done', { created: counts.created, updated: counts.updated })
      }
      actions={
        <>
          <Link to="/systems">{say('import-to-register')}</Link>
          {done.entry !== null && (
            <>
              <Link to="/trail" search={{ entry: String(done.entry) }}>
                {say('import-to-entry', { entry: done.entry })}
              </Link>
              <Button icon={<IconArrowBackUp size={15} aria-hidden="true" />} onClick={undo}>
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
  );
}
