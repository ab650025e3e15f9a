import type { Feature } from '../../shared/feature';
import { IconFileCheck } from '../../shared/icons';
import { ApprovalsScreen } from './approvals-screen';

/** Requests for approval and what became of them. */
export const approvals: Feature = {
  screens: [{ path: '/approvals', component: ApprovalsScreen }],
  nav: [{ path: '/approvals', labelKey: 'approval-nav', place: 'top', icon: IconFileCheck }],
};
