import { type ComponentType, lazy } from 'react';
import type { NavEntry } from './frame';

/** A screen inside the workspace frame. */
export interface FeatureScreen {
  path: string;
  component: ComponentType;
  /** Fetches the code of a screen that is loaded on demand. */
  load?: () => Promise<unknown>;
}

/** What a feature brings: its screens and their place in the navigation. It exists for people once it is registered. */
export interface Feature {
  screens: readonly FeatureScreen[];
  nav: readonly NavEntry[];
}

/** A screen whose code is fetched when somebody first goes there, or earlier by `load`. */
export function onDemand<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): Pick<FeatureScreen, 'component' | 'load'> {
  return {
    component: lazy(() => load().then((module) => ({ default: module[name] as ComponentType }))),
    load,
  };
}
