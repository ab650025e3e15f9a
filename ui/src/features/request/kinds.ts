import type { RequestItem, RequestState } from '../../api';
import type { StatusKind } from '../../shared/parts';

/** How the state of a request is shown. */
export const REQUEST_KINDS: Readonly<Record<RequestState, StatusKind>> = {
  requested: 'open',
  received: 'waiting',
  accepted: 'done',
  refused: 'attention',
  withdrawn: 'excluded',
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

/** Whether files are still welcome. */
export function awaits(item: RequestItem): boolean {
  return item.state === 'requested' || item.state === 'received' || item.state === 'refused';
}
