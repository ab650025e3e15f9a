import { type Feature, onDemand } from '../../shared/feature';

/** Steps to certification and actions in order: the result of the gap analysis. */
export const roadmap: Feature = {
  screens: [{ path: '/roadmap', ...onDemand(() => import('./roadmap-screen'), 'RoadmapScreen') }],
  nav: [{ path: '/roadmap', labelKey: 'roadmap-open', wordsKey: 'nav-words-roadmap', place: 'assess' }],
};
