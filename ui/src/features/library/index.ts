import type { Feature } from '../../shared/feature';
import { CrosswalkScreen } from './crosswalk-screen';
import { LibraryScreen } from './library-screen';

/** Frameworks and the crosswalks between them. */
export const library: Feature = {
  screens: [
    { path: '/library', component: LibraryScreen },
    { path: '/crosswalks', component: CrosswalkScreen },
  ],
  nav: [
    { path: '/library', labelKey: 'library-title', place: 'library' },
    { path: '/crosswalks', labelKey: 'crosswalks-title', place: 'library' },
  ],
};
