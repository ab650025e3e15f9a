import { Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Affiliation, Place } from '../../api';
import { platform } from '../../platform';
import { Logo } from '../../shared/art';
import { useOpening } from '../../shared/enter';
import { ErrorPanel } from '../../shared/feedback';
import { ChoiceCards, fieldError, NewPassphrase, SHORTEST } from '../../shared/form';
import formCss from '../../shared/form/form.module.css';
import { IconAlertTriangleFilled, IconFileText } from '../../shared/icons';
import { Button, Notice } from '../../shared/parts';
import { WhyWeAsk, WizardLayout, type WizardStep } from '../../shared/wizard';
import { useWords } from '../../shared/words';
import { fileNameFor } from './file-name';
import css from './welcome.module.css';

const STEPS = ['organisation', 'file', 'passphrase', 'person'] as const;
type Step = (typeof STEPS)[number];

interface Draft {
  organisation: string;
  file: Place | null;
  encrypted: boolean;
  passphrase: string;
  repeat: string;
  name: string;
  jobTitle: string;
  affiliation: Affiliation;
  approver: boolean;
}

const EMPTY: Draft = {
  organisation: '',
  file: null,
  encrypted: true,
  passphrase: '',
  repeat: '',
  name: '',
  jobTitle: '',
  affiliation: 'staff',
  approver: false,
};

/** Message key of what a step still lacks. */
function missingIn(step: Step, draft: Draft): string | undefined {
  switch (step) {
    case 'organisation':
      return draft.organisation.trim() === '' ? 'organisation' : undefined;
    case 'file':
      return draft.file === null ? 'file' : undefined;
    case 'passphrase':
      if (!draft.encrypted) return undefined;
      if ([...draft.passphrase].length < SHORTEST) return 'passphrase';
      return draft.passphrase === draft.repeat ? undefined : 'repeat';
    case 'person':
      return draft.name.trim() === '' ? 'name' : undefined;
  }
}

interface StepProps {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
}

function Caution() {
  return (
    <IconAlertTriangleFilled size={16} style={{ color: 'var(--amber)', marginTop: 2 }} aria-hidden="true" />
  );
}

function OrganisationStep({ draft, change }: StepProps) {
  const { say } = useWords();
  return (
    <TextInput
      className={formCss.large}
      label={say('create-organisation-label')}
      description={say('create-organisation-help')}
      maxLength={400}
      value={draft.organisation}
      onChange={(event) => change({ organisation: event.currentTarget.value })}
    />
  );
}

function FileStep({ draft, change }: StepProps) {
  const { say } = useWords();
  const choose = () => {
    const request = {
      kind: 'save' as const,
      title: say('create-file-title'),
      files: [{ name: say('workspace-files'), endings: ['cairn'] }],
      suggested: fileNameFor(draft.organisation),
    };
    void platform()
      .dialog(request)
      .then((file) => {
        if (file === null) return;
        change({ file });
        // Enter goes on now instead of asking again.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
  };
  return (
    <div className="stack" style={{ gap: 16 }}>
      <div className={`panel ${css.place}`}>
        <IconFileText size={20} stroke={1.6} style={{ color: 'var(--accent)' }} aria-hidden="true" />
        <div>
          {draft.file === null ? (
            <span className="quiet">{say('create-file-none')}</span>
          ) : (
            <>
              <div style={{ fontWeight: 550 }}>{draft.file.name}</div>
              <div className={css.path}>{draft.file.folder}</div>
            </>
          )}
        </div>
        <Button onClick={choose}>
          {say(draft.file === null ? 'create-file-choose' : 'create-file-change')}
        </Button>
      </div>
      {draft.file?.shared && (
        <Notice tone="amber" live="polite" icon={<Caution />} title={say('notice-shared')}>
          {say('create-shared-help')}
        </Notice>
      )}
    </div>
  );
}

function PassphraseStep({ draft, change }: StepProps) {
  const { say } = useWords();
  const differs = draft.repeat !== '' && !draft.passphrase.startsWith(draft.repeat);
  return (
    <div className="stack" style={{ gap: 20 }}>
      <ChoiceCards
        label={say('create-passphrase-question')}
        options={[
          { value: 'yes', name: say('create-passphrase-yes'), help: say('create-passphrase-yes-help') },
          { value: 'no', name: say('create-passphrase-no'), help: say('create-passphrase-no-help') },
        ]}
        value={[draft.encrypted ? 'yes' : 'no']}
        onChange={([choice]) => change({ encrypted: choice === 'yes' })}
      />
      {draft.encrypted && (
        <>
          <NewPassphrase value={draft.passphrase} onChange={(passphrase) => change({ passphrase })} />
          <TextInput
            className={formCss.large}
            type="password"
            autoComplete="new-password"
            label={say('create-repeat-label')}
            value={draft.repeat}
            onChange={(event) => change({ repeat: event.currentTarget.value })}
            error={fieldError(differs ? say('create-repeat-differs') : undefined)}
          />
          <Notice tone="amber" icon={<Caution />} title={say('create-lost-title')}>
            {say('create-lost')}
          </Notice>
        </>
      )}
    </div>
  );
}

function PersonStep({ draft, change }: StepProps) {
  const { say } = useWords();
  return (
    <div className="stack" style={{ gap: 16 }}>
      <TextInput
        className={formCss.large}
        label={say('create-name-label')}
        autoComplete="name"
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        className={formCss.large}
        label={say('create-title-label')}
        description={say('create-title-help')}
        value={draft.jobTitle}
        onChange={(event) => change({ jobTitle: event.currentTarget.value })}
      />
      <ChoiceCards
        label={say('create-affiliation-label')}
        options={[
          { value: 'staff', name: say('create-staff'), help: say('create-staff-help') },
          { value: 'consultant', name: say('create-consultant'), help: say('create-consultant-help') },
        ]}
        value={[draft.affiliation]}
        onChange={([choice]) =>
          choice && change({ affiliation: choice, approver: draft.approver && choice === 'staff' })
        }
      />
      {draft.affiliation === 'staff' && (
        <Checkbox
          label={say('create-approver')}
          description={say('create-approver-help')}
          checked={draft.approver}
          onChange={(event) => change({ approver: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

const CONTENT: Readonly<Record<Step, (props: StepProps) => ReactNode>> = {
  organisation: OrganisationStep,
  file: FileStep,
  passphrase: PassphraseStep,
  person: PersonStep,
};

/** Four questions; the place may be known already. Then the workspace is there. Nothing is written before the last one. */
export function CreateWorkspace({ after, file = null }: { after?: string; file?: Place | null }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const create = useOpening('workspace.create');
  const [draft, setDraft] = useState({ ...EMPTY, file });
  const [step, setStep] = useState<Step>('organisation');
  const at = STEPS.indexOf(step);
  const change = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }));
  const go = (to: Step | undefined) => {
    create.reset();
    if (to) setStep(to);
  };

  const answers: Readonly<Record<Step, string>> = {
    organisation: draft.organisation,
    file: draft.file?.name ?? '',
    passphrase: say(draft.encrypted ? 'file-encrypted' : 'file-open'),
    person: draft.name,
  };
  const steps: WizardStep[] = STEPS.map((id, index) => ({
    id,
    name: say(`create-step-${id}`),
    answer: index < at ? answers[id] : undefined,
    state: index < at ? 'done' : index === at ? 'current' : 'open',
  }));
  const missing = missingIn(step, draft);
  const finish = () => {
    if (draft.file === null) return;
    create.start(
      {
        organisation: draft.organisation.trim(),
        file: draft.file.token,
        passphrase: draft.encrypted ? draft.passphrase : null,
        name: draft.name.trim(),
        jobTitle: draft.jobTitle.trim() === '' ? null : draft.jobTitle.trim(),
        affiliation: draft.affiliation,
        approver: draft.approver,
      },
      after,
    );
  };
  const Content = CONTENT[step];
  const last = at === STEPS.length - 1;
  return (
    <div className={css.create}>
      <header className={css.createBar}>
        <Logo size={26} />
        {say('create-title')}
        <Button onClick={() => void navigate({ to: '/' })}>{say('cancel')}</Button>
      </header>
      <main className={css.createMain}>
        <WizardLayout
          name={say('create-title')}
          steps={steps}
          onStep={(id) => go(STEPS.find((one) => one === id))}
          question={say(`create-question-${step}`)}
          help={say(`create-help-${step}`)}
          onBack={at > 0 ? () => go(STEPS[at - 1]) : undefined}
          onContinue={last ? finish : () => go(STEPS[at + 1])}
          continueLabel={last ? say('create-finish') : undefined}
          missing={missing === undefined ? undefined : say(`create-missing-${missing}`)}
          busy={create.isPending}
          side={<WhyWeAsk>{say(`create-why-${step}`)}</WhyWeAsk>}
        >
          <Content draft={draft} change={change} />
          {create.error && (
            <div style={{ marginTop: 20 }}>
              <ErrorPanel error={create.error} onRetry={finish} />
            </div>
          )}
        </WizardLayout>
      </main>
    </div>
  );
}
