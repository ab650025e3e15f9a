import { useAct, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { useWords } from '../../shared/words';
import { Backups } from './backups';
import { Devices } from './devices';
import { Look } from './look';
import { Members } from './members';
import { SECTIONS } from './section';
import { Security } from './security';
import css from './settings.module.css';

/** Look, keys, members, devices, security and backups, in one column with a list of sections. */
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
            {summary && <Members me={summary.me} />}
            {summary && <Devices me={summary.me} />}
            {summary && <Security summary={summary} />}
            {summary && <Backups />}
          </div>
        </div>
      </Page>
    </Screen>
  );
}
