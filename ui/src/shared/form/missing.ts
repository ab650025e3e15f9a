import { type ReactNode, useState } from 'react';
import { useWords } from '../words';
import { fieldError } from './field-error';

/** What a form needs before it can be saved; said at the fields once somebody has tried, and the first of them gets the focus. */
export interface Missing<Key extends string> {
  /** Whether everything is there; otherwise says what is not. `form` is where the first field that lacks gets the focus. */
  complete: (form: HTMLElement) => boolean;
  /** What to say at a field: that it is needed, else what was refused. */
  errorOf: (key: Key, refused?: string) => ReactNode;
}

/** `there` tells of each needed field whether it is filled. The button that saves stays pressable. */
export function useMissing<Key extends string>(there: Readonly<Record<Key, boolean>>): Missing<Key> {
  const { say } = useWords();
  const [tried, setTried] = useState(false);
  return {
    complete: (form) => {
      const whole = Object.values(there).every(Boolean);
      setTried(!whole);
      // The fields are marked once this is drawn.
      if (!whole) {
        window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }
      return whole;
    },
    errorOf: (key, refused) =>
      fieldError(tried && there[key] === false ? say('field-error-required') : refused),
  };
}
