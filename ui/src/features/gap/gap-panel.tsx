import { Select, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { type Confidence, type GapDetail, type Grade, useRead } from '../../api';
import { fieldError } from '../../shared/form';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Segmented } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import type { LineForm } from './line-form';
import { GRADES, GradeState } from './scale';

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

interface PanelProps {
  detail: GapDetail;
  form: LineForm;
  readOnly: boolean;
}

/** How much the gap matters: our forecast, or what a person says instead. */
function GradeField({ detail, form, readOnly }: PanelProps) {
  const { say } = useWords();
  const { grade } = form.values;
  // The core forecasts a grade wherever there is a gap.
  const gap = detail.forecast !== null;
  return (
    <div className={css.scale}>
      <span className={css.label} aria-hidden="true">
        {say('gap-grade')}
      </span>
      <Segmented<Grade>
        label={say('gap-grade')}
        options={GRADES.map((word) => ({ value: word, label: say(`gap-grade-${word}`) }))}
        value={gap ? grade : null}
        onChange={(word) => form.change({ grade: word }, true)}
        disabled={readOnly || !gap}
      />
      <div className={css.below}>
        <span className="caption">{say('gap-forecast')}</span>
        {detail.forecast === null ? (
          <span className="caption">{say('gap-forecast-none')}</span>
        ) : (
          <GradeState grade={detail.forecast} />
        )}
        {gap && grade !== null && !readOnly && (
          <Button look="link" onClick={() => form.change({ grade: null }, true)}>
            {say('gap-forecast-take')}
          </Button>
        )}
      </div>
      {/* The reason is asked for in the note, which stands in another panel. */}
      {gap && grade !== null && form.errors.note && (
        <p className={css.fault} role="alert">
          {form.errors.note}
        </p>
      )}
      <p className="caption">{say('gap-forecast-note')}</p>
    </div>
  );
}

/** The gap itself: grade, words, owner, confidence. */
export function GapPanel({ detail, form, readOnly }: PanelProps) {
  const { say, date } = useWords();
  const members = useRead('member.list', {}).data ?? [];
  const { statement, owner, confidence } = form.values;
  const statementField = useRef<HTMLTextAreaElement>(null);
  useShortcuts(
    [{ keys: 's', label: say('gap-statement'), run: () => statementField.current?.focus() }],
    !readOnly,
  );
  return (
    <section className={`panel ${css.card}`}>
      <h2 className="panel-title">
        {detail.code === null ? say('gap-panel') : say('gap-panel-code', { code: detail.code })}
      </h2>
      <GradeField detail={detail} form={form} readOnly={readOnly} />
      <Textarea
        ref={statementField}
        label={say('gap-statement')}
        description={say('gap-statement-help')}
        error={fieldError(form.errors.statement)}
        autosize
        minRows={2}
        maxRows={10}
        readOnly={readOnly}
        value={statement}
        onChange={(event) => form.change({ statement: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <div className={css.pair}>
        <Select
          label={say('gap-owner')}
          placeholder={say('not-set')}
          clearable={!readOnly}
          searchable={!readOnly}
          readOnly={readOnly}
          data={members.map((member) => ({ value: member.id, label: member.name }))}
          value={owner}
          onChange={(id) => form.change({ owner: id }, true)}
        />
        <Select
          label={say('gap-confidence')}
          placeholder={say('not-set')}
          clearable={!readOnly}
          readOnly={readOnly}
          data={CONFIDENCES.map((word) => ({ value: word, label: say(`confidence-${word}`) }))}
          value={confidence}
          onChange={(word) => form.change({ confidence: word as Confidence | null }, true)}
        />
      </div>
      {detail.assessor !== null && (
        <p className="caption">
          {detail.assessedOn === null
            ? say('gap-assessor', { name: detail.assessor.name })
            : say('gap-assessor-on', {
                name: detail.assessor.name,
                date: date(detail.assessedOn),
                pass: detail.item.pass ?? 'deep',
              })}
        </p>
      )}
    </section>
  );
}

/** What was said in the interview and, for controls, a fact that may make it needless. */
export function NotesPanel({ detail, form, readOnly }: PanelProps) {
  const { say } = useWords();
  return (
    <section className={`panel ${css.card}`}>
      <Textarea
        label={say('gap-note')}
        description={say('gap-note-help')}
        error={fieldError(form.errors.note)}
        autosize
        minRows={3}
        maxRows={12}
        readOnly={readOnly}
        value={form.values.note}
        onChange={(event) => form.change({ note: event.currentTarget.value })}
        onBlur={form.flush}
      />
      {detail.item.control && (
        <Textarea
          label={say('gap-not-needed')}
          description={say('gap-not-needed-help')}
          error={fieldError(form.errors.notNeededFact)}
          autosize
          minRows={2}
          maxRows={8}
          readOnly={readOnly}
          value={form.values.notNeededFact}
          onChange={(event) => form.change({ notNeededFact: event.currentTarget.value })}
          onBlur={form.flush}
        />
      )}
    </section>
  );
}
