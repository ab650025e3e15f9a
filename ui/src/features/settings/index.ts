import { type Feature, onDemand } from '../../shared/feature';
import { IconSettings } from '../../shared/icons';

export const settings: Feature = {
  screens: [{ path: '/settings', ...onDemand(() => import('./settings-screen'), 'SettingsScreen') }],
  nav: [
    {
      path: '/settings',
      labelKey: 'settings-title',
      wordsKey: 'nav-words-settings',
      place: 'bottom',
      icon: IconSettings,
    },
  ],
};
