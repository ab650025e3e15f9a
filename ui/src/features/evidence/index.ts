import { type Feature, onDemand } from '../../shared/feature';

/** Everything that shows something was done. */
export const evidence: Feature = {
  screens: [{ path: '/evidence', ...onDemand(() => import('./evidence-screen'), 'EvidenceScreen') }],
  nav: [
    {
      path: '/evidence',
      labelKey: 'evidence-screen-title',
      wordsKey: 'nav-words-evidence',
      place: 'implement',
    },
  ],
};
