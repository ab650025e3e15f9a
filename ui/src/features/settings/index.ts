import type { Feature } from '../../shared/feature';
import { IconSettings } from '../../shared/icons';
import { SettingsScreen } from './settings-screen';

export const settings: Feature = {
  screens: [{ path: '/settings', component: SettingsScreen }],
  nav: [{ path: '/settings', labelKey: 'settings-title', place: 'bottom', icon: IconSettings }],
};
