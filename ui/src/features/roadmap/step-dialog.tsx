import { NativeSelect, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type StepView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog, Notice } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { today, useWords } from '../../shared/words';
import css from './roadmap.module.css';

/** Days, owner and remark of a step. Without days of its own it stands where the audits put it. */
export function StepDialog({ step, onClose }: { step: StepView; onClose: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const toast = useToast();
  const undo = useUndo();
  const move = useAct('roadmap.move-step');
  const members = useRead('member.list', {});
  const { planned } = step;
  const audit = planned.step === 'stage-1' || planned.step === 'stage-2';
  const [draft, setDraft] = useState({
    startsOn: planned.moved ? planned.startsOn : null,
    endsOn: planned.moved ? planned.endsOn : null,
    owner: step.owner?.id ?? null,
    note: step.note ?? '',
    doneOn: planned.doneOn,
  });
  const change = (patch: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...patch }));
  const errorOf = (path: string) => move.error?.wire.fields.find((field) => field.path === path)?.message;
  const save = (values: typeof draft) =>
    move.mutate(
      { step: planned.step, ...values },
      {
        onSuccess: () => {
          toast({ text: say('roadmap-moved', { step: step.label }), undo });
          onClose();
        },
      },
    );
  const day = (field: 'startsOn' | 'endsOn' | 'doneOn', label: string, placeholder?: string) => (
    <DateInput
      label={label}
      placeholder={placeholder}
      maxDate={field === 'doneOn' ? today() : undefined}
      clearable
      clearButtonProps={{ 'aria-label': say('field-clear') }}
      value={draft[field]}
      error={fieldError(errorOf(field))}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <Dialog title={step.label} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save(draft);
        }}
      >
        {step.after.length > 0 && (
          <p className="quiet">{say('roadmap-builds-on', { steps: step.after.join(', ') })}</p>
        )}
        {step.clashes.length > 0 && (
          <Notice tone="amber">
            {say('roadmap-clash', { step: step.label, before: step.clashes.join(', ') })}
          </Notice>
        )}
        {audit ? (
          <Notice
            actions={
              <Button size="small" onClick={() => void navigate({ to: '/organisation' })}>
                {say('roadmap-choose-days')}
              </Button>
            }
          >
            {say('roadmap-audit-day')}
          </Notice>
        ) : (
          <div className={css.pair}>
            {day('startsOn', say('roadmap-report-from'), say('roadmap-by-plan'))}
            {day('endsOn', say('roadmap-report-to'), say('roadmap-by-plan'))}
          </div>
        )}
        {planned.step === 'operation' && !planned.done && (
          <p className="quiet">{say('roadmap-operation-hint')}</p>
        )}
        {planned.saidDone && (
          <>
            <p className="quiet">{say('roadmap-done-hint')}</p>
            {day('doneOn', say(audit ? 'roadmap-held-on' : 'roadmap-done-on'))}
          </>
        )}
        <NativeSelect
          label={say('roadmap-report-owner')}
          value={draft.owner ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value || null })}
          data={[
            { value: '', label: say('not-set') },
            ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
          ]}
        />
        <Textarea
          label={say('roadmap-note')}
          autosize
          minRows={2}
          value={draft.note}
          error={fieldError(errorOf('note'))}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {move.error && move.error.wire.fields.length === 0 && <ErrorPanel error={move.error} />}
        <div className={css.end}>
          {planned.moved && (
            <Button onClick={() => save({ ...draft, startsOn: null, endsOn: null })}>
              {say('roadmap-back-to-plan')}
            </Button>
          )}
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={move.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
