import { type Feature, onDemand } from '../../shared/feature';

/** The one list of things to do, whatever they come from. */
export const actions: Feature = {
  screens: [{ path: '/actions', ...onDemand(() => import('./actions-screen'), 'ActionsScreen') }],
  nav: [{ path: '/actions', labelKey: 'actions-title', place: 'improve' }],
};
