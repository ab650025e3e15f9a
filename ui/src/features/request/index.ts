import { type Feature, onDemand } from '../../shared/feature';

/** Asking for evidence, and judging what came. */
export const request: Feature = {
  screens: [{ path: '/requests', ...onDemand(() => import('./requests-screen'), 'RequestsScreen') }],
  nav: [{ path: '/requests', labelKey: 'request-title', place: 'assess' }],
};
