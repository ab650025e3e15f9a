import type { Feature } from '../../shared/feature';
import { SystemsScreen } from './systems-screen';

export const systems: Feature = {
  screens: [{ path: '/systems', component: SystemsScreen }],
  nav: [{ path: '/systems', labelKey: 'systems-title', place: 'assess' }],
};
