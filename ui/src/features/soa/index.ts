import type { Feature } from '../../shared/feature';
import { SoaScreen } from './soa-screen';

/** The Statement of Applicability. */
export const soa: Feature = {
  screens: [{ path: '/soa', component: SoaScreen }],
  nav: [{ path: '/soa', labelKey: 'soa-title', place: 'plan' }],
};
