import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { type SystemStatus, type SystemVersionView, useAct, useRead } from '../../api';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { FormDialog, fieldError, refusedField } from '../../shared/form';
import { IconPlus } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { today, useWords } from '../../shared/words';
import { RowButtons } from './row-buttons';
import css from './system.module.css';

const STATUSES: readonly SystemStatus[] = [
  'idea',
  'design-and-development',
  'verification-and-validation',
  'pilot',
  'in-use',
  'suspended',
  'retired',
];

/** Notes that the system came into another stage on a day. */
function StepDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const step = useAct('system.transition');
  const [status, setStatus] = useState<SystemStatus>('in-use');
  const [on, setOn] = useState<string | null>(today());
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={say('system-life-add')}
      error={step.error}
      busy={step.isPending}
      onSave={() =>
        step.mutate(
          { id, status, on: on ?? '', note },
          {
            onSuccess: () => {
              toast({ text: say('system-life-added'), undo });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <NativeSelect
        data-autofocus
        label={say('system-column-status')}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value as SystemStatus)}
        data={STATUSES.map((word) => ({ value: word, label: say(`system-status-${word}`) }))}
      />
      <DateInput
        label={say('system-life-on')}
        placeholder={say('not-set')}
        withAsterisk
        value={on}
        error={fieldError(refusedField(step.error, 'on'))}
        onChange={setOn}
      />
      <Textarea
        label={say('system-life-note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A version of the system: what changed, and what that means. */
function VersionDialog({
  id,
  version,
  onClose,
}: {
  id: string;
  version: SystemVersionView | null;
  onClose: () => void;
}) {
  const { say } = useWords();
  const put = useAct('system.version');
  const [draft, setDraft] = useState({
    version: version?.version ?? '',
    since: version?.since ?? null,
    change: version?.change ?? '',
    effects: version?.effects ?? '',
  });
  const change = (patch: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...patch }));
  const errorOf = (path: string) => refusedField(put.error, path);
  return (
    <FormDialog
      title={say('system-version-add')}
      error={put.error}
      busy={put.isPending}
      onSave={() => put.mutate({ id, row: version?.id ?? null, ...draft }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={say('system-field-version')}
        withAsterisk
        value={draft.version}
        error={fieldError(errorOf('version'))}
        onChange={(event) => change({ version: event.currentTarget.value })}
      />
      <DateInput
        label={say('system-version-since')}
        placeholder={say('not-set')}
        clearable
        clearButtonProps={{ 'aria-label': say('field-clear') }}
        value={draft.since}
        error={fieldError(errorOf('since'))}
        onChange={(since) => change({ since })}
      />
      <Textarea
        label={say('system-version-change')}
        autosize
        minRows={2}
        value={draft.change}
        onChange={(event) => change({ change: event.currentTarget.value })}
      />
      <Textarea
        label={say('system-version-effects')}
        description={say('system-version-effects-help')}
        autosize
        minRows={2}
        value={draft.effects}
        onChange={(event) => change({ effects: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

/** Dated steps from stage to stage, and versions. */
export function LifeTab({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { say, date } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const life = useRead('system.life', { id });
  const dropStep = useAct('system.drop_transition');
  const dropVersion = useAct('system.drop_version');
  const [open, setOpen] = useState<'step' | 'version' | SystemVersionView | null>(null);
  if (life.error) return <ErrorPanel error={life.error} onRetry={() => void life.refetch()} />;
  if (!life.data) return <Skeleton rows={4} />;
  const plus = <IconPlus size={15} aria-hidden="true" />;
  const gone = { onSuccess: () => toast({ text: say('system-life-dropped'), undo }) };
  const { transitions, versions } = life.data;
  return (
    <div className={css.life}>
      <section className="stack">
        <div className="spread">
          <h3 className="panel-title">{say('system-life-steps')}</h3>
          {mayWrite && (
            <Button size="small" icon={plus} onClick={() => setOpen('step')}>
              {say('system-life-add')}
            </Button>
          )}
        </div>
        {transitions.length === 0 && <p className="quiet">{say('system-life-none')}</p>}
        <ol className={css.steps}>
          {transitions.map((step) => (
            <li key={step.id}>
              <span className={css.when}>{date(step.on)}</span>
              <span>
                <strong>{say(`system-status-${step.status}`)}</strong>
                {step.note !== null && <span className="caption"> {step.note}</span>}
              </span>
              {mayWrite && (
                <RowButtons
                  drop={say('system-life-drop', { step: say(`system-status-${step.status}`) })}
                  onDrop={() => dropStep.mutate({ id: step.id }, gone)}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
      <section className="stack">
        <div className="spread">
          <h3 className="panel-title">{say('system-versions')}</h3>
          {mayWrite && (
            <Button size="small" icon={plus} onClick={() => setOpen('version')}>
              {say('system-version-add')}
            </Button>
          )}
        </div>
        {versions.length === 0 && <p className="quiet">{say('system-versions-none')}</p>}
        <ol className={css.steps}>
          {versions.map((version) => (
            <li key={version.id}>
              <span className={css.when}>
                {version.since === null ? say('not-set') : date(version.since)}
              </span>
              <span>
                <strong>{version.version}</strong>
                {version.change !== null && <div>{version.change}</div>}
                {version.effects !== null && <div className="caption">{version.effects}</div>}
              </span>
              {mayWrite && (
                <RowButtons
                  edit={say('system-version-edit', { version: version.version })}
                  onEdit={() => setOpen(version)}
                  drop={say('system-version-drop', { version: version.version })}
                  onDrop={() => dropVersion.mutate({ id: version.id }, gone)}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
      {(dropStep.error ?? dropVersion.error) && (
        <ErrorPanel error={(dropStep.error ?? dropVersion.error) as NonNullable<typeof dropStep.error>} />
      )}
      {open === 'step' && <StepDialog id={id} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'step' && (
        <VersionDialog id={id} version={open === 'version' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
