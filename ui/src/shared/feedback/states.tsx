import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { type CallError, TREATMENT } from '../../api';
import { EmptyStone } from '../art';
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconCopy, IconInfoSquareRounded } from '../icons';
import { Button, Notice } from '../parts';
import { useWords } from '../words';
import css from './feedback.module.css';

/** An empty place: one stone outline, one sentence, one action, one link. */
export function EmptyState({
  children,
  action,
  link,
}: {
  children: ReactNode;
  action?: ReactNode;
  link?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <EmptyStone />
      <p>{children}</p>
      {action}
      {link}
    </div>
  );
}

/** True once `waiting` has lasted long enough to be worth showing. */
export function useLate(waiting: boolean, after = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = window.setTimeout(() => setLate(true), after);
    return () => window.clearTimeout(timer);
  }, [waiting, after]);
  return late && waiting;
}

const WIDTHS = [38, 52, 30, 46, 34, 58, 42, 36];

/** Rows of the real height while a list loads, shown only when loading is slow. */
export function Skeleton({ rows = 8 }: { rows?: number }) {
  const { say } = useWords();
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className={css.bones}>
      <span className="visually-hidden">{say('loading')}</span>
      {Array.from({ length: rows }, (_, index) => {
        const width = `${WIDTHS[index % WIDTHS.length]}%`;
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other name
        return <div key={index} className={css.bone} style={{ '--bone': width } as CSSProperties} />;
      })}
    </div>
  );
}

const TONES = { notice: 'slate', attention: 'amber', stop: 'brick' } as const;
const SHAPES = {
  notice: IconInfoSquareRounded,
  attention: IconAlertTriangleFilled,
  stop: IconAlertOctagonFilled,
} as const;

/** What happened, what was kept, what to do, and a code to copy. */
export function ErrorPanel({
  error,
  onRetry,
  actions,
}: {
  error: CallError;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const { say } = useWords();
  const { severity, action, titleKey, kept } = TREATMENT[error.code];
  const tone = TONES[severity];
  const Shape = SHAPES[severity];
  const { message, hints, fields, incident } = error.wire;
  const code = incident === null ? error.code : `${error.code}: ${incident}`;
  const retry = onRetry && (action === 'retry' || action === 'reload');
  return (
    <Notice
      tone={tone}
      live="assertive"
      icon={<Shape size={17} style={{ color: `var(--${tone})`, marginTop: 2 }} aria-hidden="true" />}
      title={say(titleKey)}
    >
      {message !== '' && <p>{message}</p>}
      {(hints.length > 0 || fields.length > 0) && (
        <ul className={css.errorList}>
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
          {fields.map((field) => (
            <li key={field.path}>{field.message}</li>
          ))}
        </ul>
      )}
      {kept && <p className={css.errorList}>{say('error-kept')}</p>}
      {(retry || actions || action === 'copy') && (
        <div className={css.errorFoot}>
          {retry && (
            <Button size="small" onClick={onRetry}>
              {say(action === 'retry' ? 'error-retry' : 'error-reload')}
            </Button>
          )}
          {actions}
          {action === 'copy' && (
            <>
              <Button
                size="small"
                icon={<IconCopy size={14} />}
                onClick={() => void navigator.clipboard.writeText(code)}
              >
                {say('error-copy')}
              </Button>
              <span className={`mono ${css.code}`}>{code}</span>
            </>
          )}
        </div>
      )}
    </Notice>
  );
}
