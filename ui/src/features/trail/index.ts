import type { Feature } from '../../shared/feature';
import { TrailScreen } from './trail-screen';

/** The trail is reached through its status in the navigation, not through an entry of its own. */
export const trail: Feature = { screens: [{ path: '/trail', component: TrailScreen }], nav: [] };
