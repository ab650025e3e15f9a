import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import css from './parts.module.css';

/** Looks of a button; a screen has one primary action. */
export type ButtonLook = 'primary' | 'normal' | 'quiet' | 'danger' | 'link';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** Icon after the words. */
  after?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'normal',
  size = 'normal',
  icon,
  after,
  children,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type ?? 'button'} className={css.button} data-look={look} data-size={size}>
      {icon}
      {children}
      {after}
    </button>
  );
}

/** A button that is only an icon; its name is spoken and shown as a tooltip by the browser. */
export function IconButton({
  label,
  children,
  size = 'normal',
  look = 'quiet',
  type,
  ...rest
}: ButtonProps & { label: string }) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={css.button}
      data-look={look}
      data-size={size}
      data-icon-only
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  );
}
