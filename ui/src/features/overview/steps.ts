import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { NextStep } from '../../api';

/** Where a step is done: a screen, an action to edit, or the list of all actions. */
export type Way =
  | { kind: 'screen'; to: string; search: Record<string, string> }
  | { kind: 'action'; id: string }
  | { kind: 'actions' };

/** Screens by the noun the core names, and the word in the address that opens the target there. */
const SCREENS: Readonly<Record<string, { path: string; param?: string }>> = {
  system: { path: '/systems', param: 'open' },
  classification: { path: '/classification/$system' },
  discovery: { path: '/discovery' },
  gap: { path: '/gap', param: 'line' },
  soa: { path: '/soa', param: 'control' },
  organisation: { path: '/organisation' },
  approval: { path: '/approvals', param: 'open' },
};

/** Whether the window has a screen with this path. */
export function useHasScreen(): (path: string) => boolean {
  const router = useRouter();
  return useCallback((path) => path in router.routesByPath, [router]);
}

/** Finds the way to a step; none while no screen serves it. */
export function useWay(): (step: NextStep) => Way | null {
  const has = useHasScreen();
  return useCallback(
    ({ place, target }) => {
      if (place === 'action') return target === null ? { kind: 'actions' } : { kind: 'action', id: target };
      const screen = SCREENS[place];
      if (!screen || !has(screen.path)) return null;
      if (screen.param !== undefined) {
        return { kind: 'screen', to: screen.path, search: target === null ? {} : { [screen.param]: target } };
      }
      return { kind: 'screen', to: screen.path.replace('$system', target ?? ''), search: {} };
    },
    [has],
  );
}
