import { approvals } from '../features/approval';
import { classification } from '../features/classification';
import { discovery } from '../features/discovery';
import { gap } from '../features/gap';
import { importing } from '../features/import';
import { library } from '../features/library';
import { organisation } from '../features/organisation';
import { overview } from '../features/overview';
import { request } from '../features/request';
import { reuse } from '../features/reuse';
import { roadmap } from '../features/roadmap';
import { settings } from '../features/settings';
import { soa } from '../features/soa';
import { systems } from '../features/system';
import { trail } from '../features/trail';
import type { Feature } from '../shared/feature';
import type { NavEntry } from '../shared/frame';

/** Every feature of the workspace, in the order of the navigation. What is not here does not exist for people. */
export const FEATURES: readonly Feature[] = [
  overview,
  approvals,
  organisation,
  discovery,
  systems,
  classification,
  gap,
  request,
  roadmap,
  reuse,
  soa,
  library,
  importing,
  settings,
  trail,
];

/** Entries of the navigation. */
export const NAV: readonly NavEntry[] = FEATURES.flatMap((feature) => feature.nav);

/** Whether a screen with this path exists. */
export function hasScreen(path: string): boolean {
  return FEATURES.some((feature) => feature.screens.some((screen) => screen.path === path));
}

/** The first screen of an open workspace. */
export const HOME: string = NAV[0]?.path ?? '/';
