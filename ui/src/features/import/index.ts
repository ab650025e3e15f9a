import { type Feature, onDemand } from '../../shared/feature';

/** Bringing spreadsheets into the register. */
export const importing: Feature = {
  screens: [{ path: '/import', ...onDemand(() => import('./import-screen'), 'ImportScreen') }],
  nav: [{ path: '/import', labelKey: 'import-title', place: 'library' }],
};
