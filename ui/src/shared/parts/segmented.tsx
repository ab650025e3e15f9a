import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Kbd } from './chips';
import css from './parts.module.css';

export interface SegmentOption<Value extends string> {
  value: Value;
  label: ReactNode;
  /** The key that chooses it, shown before the words. */
  digit?: string;
  disabled?: boolean;
}

/** Two to four short options, one of which may be chosen. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabled,
}: {
  label: string;
  options: readonly SegmentOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const open = options.filter((option) => !option.disabled);
    const at = open.findIndex((option) => option.value === value);
    const next = open[(at + by + open.length) % open.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus();
  };
  const first = value ?? options[0]?.value;
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={css.segmented} onKeyDown={step}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a button with an icon and a key cap cannot be an input element
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-value={option.value}
          tabIndex={option.value === first ? 0 : -1}
          className={css.segment}
          disabled={disabled || option.disabled}
          onClick={() => onChange(option.value)}
        >
          {option.digit !== undefined && <Kbd>{option.digit}</Kbd>}
          {option.label}
        </button>
      ))}
    </div>
  );
}
