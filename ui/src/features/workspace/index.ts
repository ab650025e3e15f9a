import { lazy } from 'react';

/** The wizard for a new workspace, loaded on demand. */
export const CreateWorkspace = lazy(() =>
  import('./create').then((module) => ({ default: module.CreateWorkspace })),
);
export { WorkspaceNotices } from './notices';
export { useChooseFile, useOpenWorkspace } from './open-workspace';
export { Welcome } from './welcome';
