import { actions } from '../features/action';
import { approvals } from '../features/approval';
import { classification } from '../features/classification';
import { discovery } from '../features/discovery';
import { evidence } from '../features/evidence';
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
  reuse,
  roadmap,
  soa,
  evidence,
  actions,
  library,
  importing,
  settings,
  trail,
];

/** Entries of the navigation. */
export const NAV: readonly NavEntry[] = FEATURES.flatMap((feature) => feature.nav);

/** Whether a screen serves this path. */
export function hasScreen(path: string): boolean {
  const parts = path.split('/');
  const serves = (screen: string) => {
    const own = screen.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith('$') || part === parts[at]);
  };
  return FEATURES.some((feature) => feature.screens.some((screen) => serves(screen.path)));
}

/** The first screen of an open workspace. */
export const HOME: string = NAV[0]?.path ?? '/';
