import { type Feature, onDemand } from '../../shared/feature';

/** The trail is reached through its status in the navigation, not through an entry of its own. */
export const trail: Feature = {
  screens: [{ path: '/trail', ...onDemand(() => import('./trail-screen'), 'TrailScreen') }],
  nav: [],
};
