import type { Feature } from '../../shared/feature';
import { CaseScreen } from './case-screen';
import { ClassificationScreen } from './classification-screen';

export const classification: Feature = {
  screens: [
    { path: '/classification', component: ClassificationScreen },
    { path: '/classification/$system', component: CaseScreen },
  ],
  nav: [{ path: '/classification', labelKey: 'classification-title', place: 'assess' }],
};
