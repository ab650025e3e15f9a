import type { ReactNode } from 'react';
import css from './parts.module.css';
import type { Tone } from './status';

/** A panel with a message that stays: an icon, a heading, a sentence, and what to do. */
export function Notice({
  tone,
  icon,
  title,
  children,
  actions,
  live,
}: {
  tone?: Exclude<Tone, 'quiet' | 'ink'>;
  icon?: ReactNode;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Speaks when it appears: politely, or at once for errors. */
  live?: 'polite' | 'assertive';
}) {
  return (
    <div
      className={css.notice}
      data-tone={tone}
      role={live === 'assertive' ? 'alert' : undefined}
      aria-live={live}
    >
      {icon}
      <div className={css.noticeText}>
        {title !== undefined && (
          <div className={css.noticeTitle} data-tone={tone}>
            {title}
          </div>
        )}
        {children}
      </div>
      {actions}
    </div>
  );
}

/** A bar of shares; the figures stand in words beside it. */
export function ShareBar({ parts }: { parts: readonly { share: number; fill: string; key: string }[] }) {
  return (
    <div className={css.bar} aria-hidden="true">
      {parts
        .filter((part) => part.share > 0)
        .map((part) => (
          <span key={part.key} style={{ width: `${part.share * 100}%`, background: `var(${part.fill})` }} />
        ))}
    </div>
  );
}
