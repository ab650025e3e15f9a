import type { WorkspaceSummary } from '../../api';
import { IconAlertTriangleFilled } from '../../shared/icons';
import { Notice, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Section, Setting } from './section';
import css from './settings.module.css';

function Warning({ title, children }: { title: string; children: string }) {
  return (
    <Notice
      tone="amber"
      icon={
        <IconAlertTriangleFilled
          size={16}
          style={{ color: 'var(--amber)', marginTop: 2 }}
          aria-hidden="true"
        />
      }
      title={title}
    >
      <p>{children}</p>
    </Notice>
  );
}

/** Where the file lies, whether it is encrypted, and how its signing key is kept. */
export function Security({ summary }: { summary: WorkspaceSummary }) {
  const { say } = useWords();
  const { encrypted, file } = summary;
  const keyProtected = summary.key === 'protected';
  const sharedFolder = file.shared;
  return (
    <Section id="security">
      <Setting
        name={say('settings-encryption')}
        help={say(encrypted ? 'settings-encrypted-help' : 'settings-not-encrypted-help')}
      >
        <Status kind={encrypted ? 'done' : 'attention'}>
          {say(encrypted ? 'file-encrypted' : 'file-open')}
        </Status>
      </Setting>
      <Setting name={say('settings-file')} help={say('settings-file-help')}>
        <div className={css.place}>
          <div className={css.name}>{file.name}</div>
          <div className="caption">{file.folder}</div>
        </div>
      </Setting>
      {sharedFolder && <Warning title={say('settings-shared-state')}>{say('settings-shared-help')}</Warning>}
      <Setting name={say('settings-key')} help={say('settings-key-help')}>
        <Status kind={keyProtected ? 'done' : 'attention'}>
          {say(keyProtected ? 'settings-key-protected' : 'settings-key-open')}
        </Status>
      </Setting>
      {!keyProtected && (
        <Warning title={say('settings-key-notice')}>{say('settings-key-notice-help')}</Warning>
      )}
    </Section>
  );
}
