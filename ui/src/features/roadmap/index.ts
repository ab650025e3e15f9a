import type { Feature } from '../../shared/feature';
import { RoadmapScreen } from './roadmap-screen';

/** Steps to certification and actions in order; it is reached from the gap analysis, whose result it is. */
export const roadmap: Feature = {
  screens: [{ path: '/roadmap', component: RoadmapScreen }],
  nav: [],
};
