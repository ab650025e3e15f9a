import { type Feature, onDemand } from '../../shared/feature';

export const gap: Feature = {
  screens: [{ path: '/gap', ...onDemand(() => import('./gap-screen'), 'GapScreen') }],
  nav: [{ path: '/gap', labelKey: 'gap-title', place: 'assess' }],
};
