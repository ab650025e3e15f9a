import { type Feature, onDemand } from '../../shared/feature';

export const gap: Feature = {
  screens: [
    { path: '/gap', ...onDemand(() => import('./gap-screen'), 'GapScreen') },
    { path: '/gap/compare', ...onDemand(() => import('./compare-screen'), 'CompareScreen') },
  ],
  nav: [{ path: '/gap', labelKey: 'gap-title', place: 'assess' }],
};
