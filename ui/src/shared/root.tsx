import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import './style/tokens.css';
import './style/base.css';
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import type { Preferences } from '../api';
import { LiveProvider } from './feedback';
import { KeyboardProvider } from './keyboard';
import { theme, variables } from './style/theme';
import { WordsProvider } from './words';

/** Look, words, keys and live region around everything, as the person prefers. */
export function UiRoot({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = preferences.theme === 'system' ? system : preferences.theme;
  useEffect(() => {
    document.documentElement.dataset.density = preferences.density;
  }, [preferences.density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={scheme}>
      <WordsProvider language={preferences.language}>
        <KeyboardProvider letters={preferences.letterKeys}>
          <LiveProvider>{children}</LiveProvider>
        </KeyboardProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
