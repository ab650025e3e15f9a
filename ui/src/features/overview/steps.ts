import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { NextStep } from '../../api';

/** Where a step is done. */
export interface Way {
  to: string;
  search: Record<string, string>;
}

/** Screens by the noun the core names, the word in the address that opens the target, and what else it says. */
const SCREENS: Readonly<Record<string, { path: string; param?: string; search?: Record<string, string> }>> = {
  system: { path: '/systems', param: 'open' },
  classification: { path: '/classification/$system' },
  discovery: { path: '/discovery' },
  candidate: { path: '/discovery', search: { look: 'candidates' } },
  gap: { path: '/gap', param: 'line' },
  soa: { path: '/soa', param: 'control' },
  organisation: { path: '/organisation' },
  approval: { path: '/approvals', param: 'open' },
  action: { path: '/actions', param: 'open' },
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
      const screen = SCREENS[place];
      if (!screen || !has(screen.path)) return null;
      const { path, param, search = {} } = screen;
      const opened = param === undefined || target === null ? {} : { [param]: target };
      return { to: path.replace('$system', target ?? ''), search: { ...search, ...opened } };
    },
    [has],
  );
}
