import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { IconX } from '../icons';
import { useWords } from '../words';
import css from './parts.module.css';

/** An article, clause or control id. With `onOpen` it leads to the library entry. */
export function RefChip({ children, onOpen }: { children: ReactNode; onOpen?: () => void }) {
  if (!onOpen) return <span className={css.ref}>{children}</span>;
  return (
    <button type="button" className={css.ref} onClick={onOpen}>
      {children}
    </button>
  );
}

/** A filter. Set: soft accent with a cross that clears it; not set: a plain button. Works as the target of a menu. */
export function FilterChip({
  children,
  icon,
  active,
  onClear,
  onClick,
  ref,
  ...rest
}: {
  children: ReactNode;
  icon?: ReactNode;
  active?: boolean;
  onClear?: () => void;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Says more than the words, on hovering. */
  title?: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  const { say } = useWords();
  const chip = (
    <button
      {...rest}
      ref={ref}
      type="button"
      className={css.filter}
      data-active={active || undefined}
      onClick={onClick}
    >
      {icon}
      {children}
    </button>
  );
  if (!active || !onClear) return chip;
  return (
    <span className={css.filterGroup}>
      {chip}
      <button type="button" className={css.filterClear} onClick={onClear} aria-label={say('filter-remove')}>
        <IconX size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

/** Two letters that stand for a role or a person. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const first = words[0] ?? '';
  // "IT security lead" is IT; small words such as "of" do not count: "Head of people" is HP.
  if (first.length === 2 && first === first.toUpperCase()) return first;
  const second = words.slice(1).find((word) => word.length > 2);
  return (second === undefined ? first.slice(0, 2) : `${first[0] ?? ''}${second[0] ?? ''}`).toUpperCase();
}

/** Two-letter tile of a member. */
export function Tile({ name, me }: { name: string; me?: boolean }) {
  return (
    <span className={css.tile} data-me={me || undefined} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Who owns something: tile and name. */
export function Owner({ name }: { name: string | null }) {
  const { say } = useWords();
  if (name === null) return <span className="quiet">{say('not-set')}</span>;
  return (
    <span className={css.owner} title={name}>
      <Tile name={name} />
      <span className={css.cut}>{name}</span>
    </span>
  );
}

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>;
}

/** A hash in groups of four; `short` shows the first group only. */
export function Hash({ value, short }: { value: string; short?: boolean }) {
  const groups = value.match(/.{1,4}/g) ?? [];
  return (
    <span className={`mono ${css.hash}`} title={short ? value : undefined}>
      {short ? groups[0] : groups.join(' ')}
    </span>
  );
}
