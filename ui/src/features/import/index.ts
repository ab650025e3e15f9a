import type { Feature } from '../../shared/feature';
import { ImportScreen } from './import-screen';

/** Bringing spreadsheets into the register. */
export const importing: Feature = {
  screens: [{ path: '/import', component: ImportScreen }],
  nav: [{ path: '/import', labelKey: 'import-title', place: 'library' }],
};
