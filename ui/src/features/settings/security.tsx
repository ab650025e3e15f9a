import { useState } from 'react';
import type { WorkspaceSummary } from '../../api';
import { Button, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { PassphraseDialog, type PassphraseStep } from './passphrase-dialog';
import { Section, Setting } from './section';
import css from './settings.module.css';
import { Warning } from './warning';

const KEYS = { protected: 'done', open: 'attention', missing: 'excluded' } as const;

/** Where the file lies, who else has it open, its passphrase, and how the signing key of this computer is kept. */
export function Security({ summary }: { summary: WorkspaceSummary }) {
  const { say } = useWords();
  const [step, setStep] = useState<PassphraseStep | null>(null);
  const { encrypted, key, file, others } = summary;
  const mayManage = summary.me.permissions.includes('administer');
  const steps: PassphraseStep[] = encrypted ? ['change', 'remove'] : ['set'];
  return (
    <Section id="security">
      <Setting name={say('settings-file')} help={say('settings-file-help')}>
        <div className={css.place}>
          <div className={css.name}>{file.name}</div>
          <div className="caption">{file.folder}</div>
        </div>
      </Setting>
      {others.length > 0 && (
        <Setting name={say('settings-others')} help={say('settings-others-help')}>
          <div className={css.place}>{others.join(', ')}</div>
        </Setting>
      )}
      {file.shared && <Warning title={say('notice-shared')}>{say('notice-shared-help')}</Warning>}
      <Setting
        name={say('settings-encryption')}
        help={say(encrypted ? 'settings-encrypted-help' : 'settings-not-encrypted-help')}
      >
        <Status kind={encrypted ? 'done' : 'attention'}>
          {say(encrypted ? 'file-encrypted' : 'file-open')}
        </Status>
      </Setting>
      <Setting
        name={say('settings-passphrase')}
        help={say(mayManage ? 'settings-passphrase-help' : 'settings-passphrase-reader')}
      >
        <div className="row">
          {mayManage &&
            steps.map((one) => (
              <Button key={one} size="small" onClick={() => setStep(one)}>
                {say(`passphrase-${one}`)}
              </Button>
            ))}
        </div>
      </Setting>
      <Setting name={say('settings-key')} help={say(`settings-key-${key}-help`)}>
        <Status kind={KEYS[key]}>{say(`settings-key-${key}`)}</Status>
      </Setting>
      {key === 'open' && (
        <Warning title={say('settings-key-notice')}>{say('settings-key-notice-help')}</Warning>
      )}
      {step !== null && <PassphraseDialog step={step} onClose={() => setStep(null)} />}
    </Section>
  );
}
