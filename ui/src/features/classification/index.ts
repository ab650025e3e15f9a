import { type Feature, onDemand } from '../../shared/feature';

export const classification: Feature = {
  screens: [
    { path: '/classification', ...onDemand(() => import('./classification-screen'), 'ClassificationScreen') },
    { path: '/classification/changes', ...onDemand(() => import('./changes-screen'), 'ChangesScreen') },
    { path: '/classification/$system', ...onDemand(() => import('./case-screen'), 'CaseScreen') },
    { path: '/obligations', ...onDemand(() => import('./obligations-screen'), 'ObligationsScreen') },
  ],
  nav: [
    { path: '/classification', labelKey: 'classification-title', place: 'assess' },
    { path: '/obligations', labelKey: 'obligation-title', place: 'assess' },
  ],
};
