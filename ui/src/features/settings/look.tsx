import { Select, Switch } from '@mantine/core';
import { type Density, type Preferences, type Theme, useRead } from '../../api';
import { Segmented } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Section, Setting } from './section';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const DENSITIES: readonly Density[] = ['comfortable', 'dense'];

/** Colours, density, language and keys of this person on this computer. */
export function Look({
  preferences,
  change,
}: {
  preferences: Preferences;
  change: (patch: Partial<Preferences>) => void;
}) {
  const { say } = useWords();
  const languages = useRead('language.list', {}).data ?? [preferences.language];
  const names = new Intl.DisplayNames([preferences.language], { type: 'language' });
  return (
    <>
      <Section id="look">
        <Setting name={say('settings-theme')}>
          <Segmented
            label={say('settings-theme')}
            options={THEMES.map((theme) => ({ value: theme, label: say(`theme-${theme}`) }))}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
          />
        </Setting>
        <Setting name={say('settings-density')} help={say('settings-density-help')}>
          <Segmented
            label={say('settings-density')}
            options={DENSITIES.map((density) => ({ value: density, label: say(`density-${density}`) }))}
            value={preferences.density}
            onChange={(density) => change({ density })}
          />
        </Setting>
        <Setting name={say('settings-language')} help={say('settings-language-help')}>
          <Select
            aria-label={say('settings-language')}
            allowDeselect={false}
            data={languages.map((language) => ({ value: language, label: names.of(language) ?? language }))}
            value={preferences.language}
            onChange={(language) => language && change({ language })}
          />
        </Setting>
      </Section>
      <Section id="keys">
        <Setting name={say('settings-letters')} help={say('settings-letters-help')}>
          <Switch
            aria-label={say('settings-letters')}
            checked={preferences.letterKeys}
            onChange={(event) => change({ letterKeys: event.currentTarget.checked })}
          />
        </Setting>
      </Section>
    </>
  );
}
