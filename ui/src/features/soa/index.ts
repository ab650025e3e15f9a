import { type Feature, onDemand } from '../../shared/feature';

/** The Statement of Applicability. */
export const soa: Feature = {
  screens: [{ path: '/soa', ...onDemand(() => import('./soa-screen'), 'SoaScreen') }],
  nav: [{ path: '/soa', labelKey: 'soa-title', wordsKey: 'nav-words-soa', place: 'plan' }],
};
