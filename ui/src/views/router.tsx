import type { QueryClient } from '@tanstack/react-query';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Navigate,
  Outlet,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Suspense } from 'react';
import { asCallError, type Place, readOptions } from '../api';
import { CreateWorkspace } from '../features/workspace';
import { ErrorPanel } from '../shared/feedback';
import { FEATURES, HOME } from './registry';
import { StartPage } from './start-page';
import { WorkspaceFrame } from './workspace-frame';

/** What the address of the wizard may say. */
interface CreateSearch {
  next?: string;
  file?: Place;
}

/** The wizard for a new workspace; `next` names the screen to go on with. */
function CreatePage() {
  const { next, file }: CreateSearch = newRoute.useSearch();
  return (
    <Suspense fallback={null}>
      <CreateWorkspace after={next ?? HOME} file={file ?? null} />
    </Suspense>
  );
}

const rootRoute = createRootRoute({ component: Outlet });
const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new',
  validateSearch: (search: Record<string, unknown>): CreateSearch => ({
    ...(typeof search.next === 'string' ? { next: search.next } : {}),
    // A place is a token: one that the host did not hand out leads nowhere.
    ...(typeof search.file === 'object' && search.file !== null ? { file: search.file as Place } : {}),
  }),
  component: CreatePage,
});

/** Routes of the window: the start page, the wizard for a new workspace, and one for each screen of a feature. */
export function makeRouter(client: QueryClient) {
  const openWorkspace = () => client.ensureQueryData(readOptions('workspace.get', {}));
  const start = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: async () => {
      if ((await openWorkspace()) !== null && HOME !== '/') throw redirect({ to: HOME });
    },
    component: StartPage,
  });
  const frame = createRoute({
    getParentRoute: () => rootRoute,
    id: 'workspace',
    beforeLoad: async () => {
      if ((await openWorkspace()) === null) throw redirect({ to: '/' });
    },
    component: WorkspaceFrame,
  });
  const screens = FEATURES.flatMap((feature) => feature.screens).map((screen) =>
    createRoute({
      getParentRoute: () => frame,
      path: screen.path,
      component: screen.component as RouteComponent,
    }),
  );
  const routeTree = rootRoute.addChildren([start, newRoute, frame.addChildren(screens)]);
  return createRouter({
    routeTree,
    // The address is after the hash: no host needs to know the screens.
    history: createHashHistory(),
    defaultNotFoundComponent: Lost,
    defaultErrorComponent: Broken,
  });
}

/** A screen that failed: the fault to copy, and a way on. */
function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <div style={{ padding: 24 }}>
      <ErrorPanel error={asCallError(error)} onRetry={reset} />
    </div>
  );
}

/** An address that leads nowhere goes back to the start. */
function Lost() {
  return <Navigate to="/" replace />;
}
