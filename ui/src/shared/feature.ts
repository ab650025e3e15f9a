import type { ComponentType } from 'react';
import type { NavEntry } from './frame';

/** A screen inside the workspace frame. */
export interface FeatureScreen {
  path: string;
  component: ComponentType;
}

/** What a feature brings: its screens and their place in the navigation. It exists for people once it is registered. */
export interface Feature {
  screens: readonly FeatureScreen[];
  nav: readonly NavEntry[];
}
