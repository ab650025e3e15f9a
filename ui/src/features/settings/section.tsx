import type { ReactNode } from 'react';
import { useWords } from '../../shared/words';
import css from './settings.module.css';

/** Sections of the settings, in their order. */
export const SECTIONS = ['look', 'keys', 'members', 'devices', 'security', 'backups'] as const;

/** One setting: its name and help at the left, the control at the right. */
export function Setting({ name, help, children }: { name: string; help?: string; children: ReactNode }) {
  return (
    <div className={css.setting}>
      <div>
        <div className={css.name}>{name}</div>
        {help !== undefined && <div className="caption">{help}</div>}
      </div>
      {children}
    </div>
  );
}

/** A section the list at the left leads to. */
export function Section({
  id,
  aside,
  children,
}: {
  id: (typeof SECTIONS)[number];
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <section id={`settings-${id}`} className={css.section} aria-label={say(`settings-${id}`)} tabIndex={-1}>
      <div className="spread">
        <h2 className="section-title">{say(`settings-${id}`)}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
