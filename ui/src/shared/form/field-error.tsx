import type { ReactNode } from 'react';
import { IconAlertOctagonFilled } from '../icons';

/** An error below a field: the octagon and a sentence that says how to fix it. */
export function fieldError(message: string | undefined): ReactNode {
  if (message === undefined) return undefined;
  return (
    <>
      <IconAlertOctagonFilled size={14} aria-hidden="true" />
      <span>{message}</span>
    </>
  );
}
