import { type Feature, onDemand } from '../../shared/feature';

/** Frameworks and the crosswalks between them. */
export const library: Feature = {
  screens: [
    { path: '/library', ...onDemand(() => import('./library-screen'), 'LibraryScreen') },
    { path: '/crosswalks', ...onDemand(() => import('./crosswalk-screen'), 'CrosswalkScreen') },
  ],
  nav: [
    { path: '/library', labelKey: 'library-title', place: 'library' },
    { path: '/crosswalks', labelKey: 'crosswalks-title', place: 'library' },
  ],
};
