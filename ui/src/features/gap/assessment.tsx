import { Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type AssessmentKind, type AssessmentView, type GapView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { IconInfoSquareRounded, IconLock } from '../../shared/icons';
import { Button, Notice } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Stands for beginning with nothing in the list of earlier assessments. */
const EMPTY = 'empty';
const KINDS: readonly AssessmentKind[] = ['reassessment', 'mock', 'baseline'];

/** Asks before an assessment is frozen: it is an act of a person, recorded for good, and not a step to undo. */
export function FreezeDialog({
  assessment,
  view,
  onClose,
}: {
  assessment: AssessmentView;
  view: GapView;
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const freeze = useAct('gap.freeze');
  const { clauses, controls } = view;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('gap-freeze-title', { name: assessment.name })}
      size={480}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className="stack">
        <p>{say('gap-freeze-what')}</p>
        <p>
          {say('gap-freeze-figures', {
            clauses: clauses.assessed,
            clausesOf: clauses.applicable,
            controls: controls.assessed,
            controlsOf: controls.applicable,
          })}
        </p>
        <Notice
          tone="amber"
          icon={<IconLock size={16} style={{ color: 'var(--amber)', marginTop: 2 }} aria-hidden="true" />}
        >
          {say('gap-freeze-act')}
        </Notice>
        {freeze.error && <ErrorPanel error={freeze.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            data-autofocus
            disabled={freeze.isPending}
            onClick={() =>
              freeze.mutate(
                {},
                {
                  onSuccess: () => {
                    toast({ text: say('gap-frozen-done', { name: assessment.name }) });
                    onClose();
                  },
                },
              )
            }
          >
            {say('gap-freeze-do')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Starts another assessment beside the frozen one. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const all = useRead('gap.assessments', {}).data ?? [];
  const [from, setFrom] = useState<string | null>(null);
  const begin = from ?? all[0]?.id ?? '';
  const { say } = useWords();
  const toast = useToast();
  const start = useAct('gap.start');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AssessmentKind>('reassessment');
  const ready = name.trim() !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('gap-start')}
      size={480}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          start.mutate(
            { name, kind, ...(begin === '' || begin === EMPTY ? {} : { from: begin }) },
            {
              onSuccess: () => {
                toast({ text: say('gap-started', { name }) });
                onClose();
              },
            },
          );
        }}
      >
        <p>{say('gap-start-what')}</p>
        <TextInput
          data-autofocus
          label={say('gap-start-name')}
          description={say('gap-start-name-help')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={say('gap-start-kind')}
          allowDeselect={false}
          data={KINDS.map((word) => ({ value: word, label: say(`assessment-kind-${word}`) }))}
          value={kind}
          onChange={(word) => word && setKind(word as AssessmentKind)}
        />
        <Select
          label={say('gap-start-from')}
          description={say('gap-start-from-help')}
          allowDeselect={false}
          data={[
            ...all.map((one) => ({ value: one.id, label: one.name })),
            { value: EMPTY, label: say('gap-start-empty') },
          ]}
          value={begin}
          onChange={setFrom}
        />
        {start.error && <ErrorPanel error={start.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={!ready || start.isPending}>
            {say('gap-start-do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Says that the assessment is frozen and what one can do now. */
export function FrozenNotice({ assessment, onStart }: { assessment: AssessmentView; onStart?: () => void }) {
  const { say } = useWords();
  return (
    <Notice
      tone="slate"
      icon={
        <IconInfoSquareRounded size={17} style={{ color: 'var(--slate)', marginTop: 2 }} aria-hidden="true" />
      }
      title={say('gap-frozen', { name: assessment.name })}
      actions={onStart && <Button onClick={onStart}>{say('gap-start')}</Button>}
    >
      <p>{say('gap-frozen-help')}</p>
    </Notice>
  );
}
