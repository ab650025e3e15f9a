import type { Feature } from '../../shared/feature';
import { IconLayoutDashboard } from '../../shared/icons';
import { OverviewScreen } from './overview-screen';

export const overview: Feature = {
  screens: [{ path: '/overview', component: OverviewScreen }],
  nav: [{ path: '/overview', labelKey: 'overview-title', place: 'top', icon: IconLayoutDashboard }],
};
