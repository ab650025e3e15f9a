import type { Feature } from '../../shared/feature';
import { CaseScreen } from './case-screen';
import { ClassificationScreen } from './classification-screen';
import { ObligationsScreen } from './obligations-screen';

export const classification: Feature = {
  screens: [
    { path: '/classification', component: ClassificationScreen },
    { path: '/classification/$system', component: CaseScreen },
    { path: '/obligations', component: ObligationsScreen },
  ],
  nav: [{ path: '/classification', labelKey: 'classification-title', place: 'assess' }],
};
