export { CreateWorkspace } from './create';
export { useChooseFile, useEnter, useOpenWorkspace } from './open-workspace';
export { Welcome } from './welcome';
