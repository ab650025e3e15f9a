import type { Feature } from '../../shared/feature';
import { OrganisationScreen } from './organisation-screen';

export const organisation: Feature = {
  screens: [{ path: '/organisation', component: OrganisationScreen }],
  nav: [{ path: '/organisation', labelKey: 'organisation-title', place: 'assess' }],
};
