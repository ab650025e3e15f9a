import { type Feature, onDemand } from '../../shared/feature';

/** What exists under other frameworks, and what of it counts. */
export const reuse: Feature = {
  screens: [{ path: '/reuse', ...onDemand(() => import('./reuse-screen'), 'ReuseScreen') }],
  nav: [{ path: '/reuse', labelKey: 'reuse-title', place: 'assess' }],
};
