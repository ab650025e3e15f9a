export { CreateWorkspace } from './create';
export { WorkspaceNotices } from './notices';
export { useChooseFile, useEnter, useOpenWorkspace } from './open-workspace';
export { Welcome } from './welcome';
