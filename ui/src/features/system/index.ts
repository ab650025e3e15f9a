import { type Feature, onDemand } from '../../shared/feature';

export const systems: Feature = {
  screens: [{ path: '/systems', ...onDemand(() => import('./systems-screen'), 'SystemsScreen') }],
  nav: [{ path: '/systems', labelKey: 'systems-title', place: 'assess' }],
};
