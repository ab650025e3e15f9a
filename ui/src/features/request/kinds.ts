import type { FileState, RequestItem, RequestState } from '../../api';
import type { StatusKind } from '../../shared/parts';

/** How the state of a request is shown. */
export const REQUEST_KINDS: Readonly<Record<RequestState, StatusKind>> = {
  requested: 'waiting',
  received: 'info',
  accepted: 'done',
  refused: 'attention',
  withdrawn: 'excluded',
};

/** How the state of a file handed in for a request is shown. */
export const FILE_KINDS: Readonly<Record<FileState, StatusKind>> = {
  received: 'info',
  accepted: 'done',
  refused: 'attention',
};

export const REQUEST_STATES: readonly RequestState[] = [
  'requested',
  'received',
  'refused',
  'accepted',
  'withdrawn',
];

/** Whom a request goes to: a person, else a department. */
export function askedOf(item: RequestItem): string | null {
  return item.owner?.name ?? item.department;
}
