import { Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type Density,
  type Preferences,
  type Theme,
  useAct,
  useRead,
  type WorkspaceSummary,
} from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Segmented, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './settings.module.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const DENSITIES: readonly Density[] = ['comfortable', 'dense'];
const SECTIONS = ['look', 'keys', 'security'] as const;

function Setting({ name, help, children }: { name: string; help?: string; children: ReactNode }) {
  return (
    <div className={css.setting}>
      <div>
        <div className={css.name}>{name}</div>
        {help !== undefined && <div className="caption">{help}</div>}
      </div>
      {children}
    </div>
  );
}

function Section({ id, children }: { id: (typeof SECTIONS)[number]; children: ReactNode }) {
  const { say } = useWords();
  return (
    <section id={`settings-${id}`} className={css.section} aria-label={say(`settings-${id}`)}>
      <h2 className="section-title">{say(`settings-${id}`)}</h2>
      {children}
    </section>
  );
}

function Look({
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

function Security({ summary }: { summary: WorkspaceSummary }) {
  const { say } = useWords();
  const state = (good: boolean, words: string) => <Status kind={good ? 'done' : 'attention'}>{words}</Status>;
  return (
    <Section id="security">
      <Setting name={say('settings-file')} help={`${summary.file.folder} · ${summary.file.name}`}>
        {state(summary.encrypted, say(summary.encrypted ? 'file-encrypted' : 'file-open'))}
      </Setting>
      <Setting name={say('settings-key')} help={say('settings-key-help')}>
        {state(
          summary.keyProtected,
          say(summary.keyProtected ? 'settings-key-protected' : 'settings-key-open'),
        )}
      </Setting>
      {summary.sharedFolder && (
        <Setting name={say('settings-shared')} help={say('settings-shared-help')}>
          {state(false, say('settings-shared-state'))}
        </Setting>
      )}
    </Section>
  );
}

/** Look, keys and security, in one column with a list of sections. */
export function SettingsScreen() {
  const { say } = useWords();
  const read = useRead('preferences.get', {});
  const update = useAct('preferences.update');
  const summary = useRead('workspace.get', {}).data;
  const jump = (section: string) =>
    document.getElementById(`settings-${section}`)?.scrollIntoView({ block: 'start' });
  return (
    <Screen crumbs={[{ label: summary?.organisation ?? '' }, { label: say('settings-title') }]}>
      <Page scrolls>
        <PageHead title={say('settings-title')} />
        <div className={css.layout}>
          <nav className={css.sections} aria-label={say('settings-sections')}>
            {SECTIONS.map((section) => (
              <button key={section} type="button" onClick={() => jump(section)}>
                {say(`settings-${section}`)}
              </button>
            ))}
          </nav>
          <div>
            {update.error && <ErrorPanel error={update.error} />}
            {read.data ? (
              <Look
                preferences={read.data}
                change={(patch) => read.data && update.mutate({ preferences: { ...read.data, ...patch } })}
              />
            ) : (
              <Skeleton />
            )}
            {summary && <Security summary={summary} />}
          </div>
        </div>
      </Page>
    </Screen>
  );
}
