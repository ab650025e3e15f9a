import { type Feature, onDemand } from '../../shared/feature';

/** Steps to certification and actions in order; it is reached from the gap analysis, whose result it is. */
export const roadmap: Feature = {
  screens: [{ path: '/roadmap', ...onDemand(() => import('./roadmap-screen'), 'RoadmapScreen') }],
  nav: [],
};
