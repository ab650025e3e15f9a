import { PasswordInput } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useWords } from '../words';
import css from './form.module.css';
import { strengthOf } from './passphrase';

const COLOURS = ['--brick-fill', '--brick-fill', '--amber-fill', '--accent', '--accent'] as const;

/** A new passphrase with its strength in words. */
export function NewPassphrase({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}) {
  const { say } = useWords();
  const strength = strengthOf(value);
  return (
    <div>
      <PasswordInput
        label={say('passphrase-label')}
        description={say('passphrase-help')}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        className={css.large}
      />
      {value !== '' && (
        <div className={css.strength} aria-live="polite">
          <div
            className={css.meter}
            style={{ '--meter': `var(${COLOURS[strength]})` } as CSSProperties}
            aria-hidden="true"
          >
            {[1, 2, 3, 4].map((step) => (
              <span key={step} data-on={strength >= step || undefined} />
            ))}
          </div>
          <span className="caption">{say(`passphrase-strength-${strength}`)}</span>
        </div>
      )}
    </div>
  );
}
