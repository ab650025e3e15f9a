import type { CandidateState } from '../../api';
import type { StatusKind } from '../../shared/parts';

/** How the state of a candidate is shown. */
export const CANDIDATE_KINDS: Readonly<Record<CandidateState, StatusKind>> = {
  new: 'open',
  accepted: 'done',
  merged: 'done',
  dismissed: 'excluded',
};
