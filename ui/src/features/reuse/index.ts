import type { Feature } from '../../shared/feature';
import { ReuseScreen } from './reuse-screen';

/** What exists under other frameworks, and what of it counts; reached from the gap analysis. */
export const reuse: Feature = {
  screens: [{ path: '/reuse', component: ReuseScreen }],
  nav: [],
};
