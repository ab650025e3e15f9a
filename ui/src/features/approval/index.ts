import { type Feature, onDemand } from '../../shared/feature';
import { IconFileCheck } from '../../shared/icons';

/** Requests for approval and what became of them. */
export const approvals: Feature = {
  screens: [{ path: '/approvals', ...onDemand(() => import('./approvals-screen'), 'ApprovalsScreen') }],
  nav: [{ path: '/approvals', labelKey: 'approval-nav', place: 'top', icon: IconFileCheck }],
};
