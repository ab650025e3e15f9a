import type { ReactNode } from 'react';
import type { CallError } from '../../api';
import { ErrorPanel } from '../feedback';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';
import css from './form.module.css';

/** The message for a refused field of a call, if it was refused. */
export function refusedField(error: CallError | null, path: string): string | undefined {
  return error?.wire.fields.find((field) => field.path === path)?.message;
}

/** A few fields over the screen, saved together. What is refused at a field is said there, all else above the buttons. */
export function FormDialog({
  title,
  save,
  error,
  busy,
  size,
  onSave,
  onClose,
  children,
}: {
  title: string;
  /** Words of the button; "Save" when left out. */
  save?: string;
  error: CallError | null;
  busy: boolean;
  size?: number;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <Dialog title={title} onClose={onClose} {...(size === undefined ? {} : { size })}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog may stand inside another form, which must not go on because of it.
          event.stopPropagation();
          onSave();
        }}
      >
        {children}
        {error && error.wire.fields.length === 0 && <ErrorPanel error={error} />}
        <div className={css.dialogEnd}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {save ?? say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
