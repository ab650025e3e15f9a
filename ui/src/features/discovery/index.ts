import { type Feature, onDemand } from '../../shared/feature';

/** Looking for AI nobody has told of, and deciding about what was found. */
export const discovery: Feature = {
  screens: [
    { path: '/discovery', ...onDemand(() => import('./discovery-screen'), 'DiscoveryScreen') },
    { path: '/discovery/$sweep', ...onDemand(() => import('./sweep-screen'), 'SweepScreen') },
  ],
  nav: [{ path: '/discovery', labelKey: 'discovery-title', place: 'assess' }],
};
