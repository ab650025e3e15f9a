import type { Feature } from '../../shared/feature';
import { GapScreen } from './gap-screen';

export const gap: Feature = {
  screens: [{ path: '/gap', component: GapScreen }],
  nav: [{ path: '/gap', labelKey: 'gap-title', place: 'assess' }],
};
