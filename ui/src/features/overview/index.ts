import { type Feature, onDemand } from '../../shared/feature';
import { IconLayoutDashboard } from '../../shared/icons';

export const overview: Feature = {
  screens: [{ path: '/overview', ...onDemand(() => import('./overview-screen'), 'OverviewScreen') }],
  nav: [{ path: '/overview', labelKey: 'overview-title', place: 'top', icon: IconLayoutDashboard }],
};
