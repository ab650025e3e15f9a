import { type Feature, onDemand } from '../../shared/feature';

export const organisation: Feature = {
  screens: [
    { path: '/organisation', ...onDemand(() => import('./organisation-screen'), 'OrganisationScreen') },
  ],
  nav: [
    {
      path: '/organisation',
      labelKey: 'organisation-title',
      wordsKey: 'nav-words-organisation',
      place: 'assess',
    },
  ],
};
