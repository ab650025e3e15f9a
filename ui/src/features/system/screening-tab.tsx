import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  type ScreeningLevel,
  type ScreeningThresholds,
  type ScreeningView,
  useAct,
  useRead,
} from '../../api';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { Button, Dialog, RefChip, Segmented, Status, type StatusKind } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './system.module.css';

const LEVELS: readonly ScreeningLevel[] = ['low', 'medium', 'high'];
const SHAPES: Readonly<Record<ScreeningLevel, StatusKind>> = {
  low: 'minimal',
  medium: 'half',
  high: 'attention',
};

/** A screening level; it is no legal tier and looks like none. */
export function Screening({ level }: { level: ScreeningLevel | null }) {
  const { say } = useWords();
  if (level === null) return <span className="quiet">{say('screening-none')}</span>;
  return <Status kind={SHAPES[level]}>{say(`screening-level-${level}`)}</Status>;
}

/** From how many sources on a level holds, for all systems. */
function CriteriaDialog({ now, onClose }: { now: ScreeningThresholds; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const set = useAct('screening.set_thresholds');
  const [high, setHigh] = useState<string | number>(now.high);
  const [medium, setMedium] = useState<string | number>(now.medium);
  const ready = typeof high === 'number' && typeof medium === 'number';
  return (
    <Dialog title={say('screening-criteria')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          set.mutate(
            { thresholds: { high, medium } },
            {
              onSuccess: (count) => {
                toast({ text: say('screening-criteria-set', { count }), undo });
                onClose();
              },
            },
          );
        }}
      >
        <p className="quiet">{say('screening-criteria-help')}</p>
        <NumberInput
          data-autofocus
          label={say('screening-criteria-high')}
          min={1}
          max={7}
          allowDecimal={false}
          value={high}
          onChange={setHigh}
        />
        <NumberInput
          label={say('screening-criteria-medium')}
          min={1}
          max={7}
          allowDecimal={false}
          value={medium}
          onChange={setMedium}
        />
        {set.error && <ErrorPanel error={set.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={!ready || set.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Judging({ id, view, mayWrite }: { id: string; view: ScreeningView; mayWrite: boolean }) {
  const { say, date } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const set = useAct('screening.set');
  const [answers, setAnswers] = useState(view.answers);
  const [note, setNote] = useState(view.note);
  const [criteria, setCriteria] = useState(false);
  const open = view.sources.filter((source) => answers[source.id] === undefined).length;
  const changed = note !== view.note || view.sources.some((one) => answers[one.id] !== view.answers[one.id]);
  return (
    <div className="stack">
      <div className="spread">
        <span>
          <Screening level={view.level} />{' '}
          {view.at !== null && (
            <span className="caption">
              {say('screening-by', { name: view.by?.name ?? '', date: date(view.at) })}
            </span>
          )}
        </span>
        {mayWrite && (
          <Button look="link" onClick={() => setCriteria(true)}>
            {say('screening-criteria-change')}
          </Button>
        )}
      </div>
      <p className="caption">{say('screening-criteria-short', { ...view.thresholds })}</p>
      <p className="caption">{say('screening-help')}</p>
      {view.outdated && (
        <Status kind="attention">
          {view.byNow === null
            ? say('screening-outdated')
            : say('screening-outdated-level', { level: say(`screening-level-${view.byNow}`) })}
        </Status>
      )}
      {view.sources.map((source) => {
        const level = answers[source.id];
        return (
          <section key={source.id} className={css.source}>
            <div className="spread">
              <h3 className="panel-title">{source.title}</h3>
              <span className="row">
                <RefChip>{source.iso42001}</RefChip>
              </span>
            </div>
            <p>{source.question}</p>
            <Segmented<ScreeningLevel>
              label={source.title}
              options={LEVELS.map((one) => ({ value: one, label: say(`screening-level-${one}`) }))}
              value={level ?? null}
              disabled={!mayWrite}
              onChange={(one) => setAnswers({ ...answers, [source.id]: one })}
            />
            <p className="caption">
              {level === undefined
                ? say('screening-choices', { low: source.low, medium: source.medium, high: source.high })
                : source[level]}
            </p>
          </section>
        );
      })}
      <Textarea
        label={say('screening-note')}
        autosize
        minRows={2}
        maxLength={10_000}
        readOnly={!mayWrite}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {set.error && <ErrorPanel error={set.error} />}
      {mayWrite && (
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {open > 0 && <span className="caption">{say('screening-open', { count: open })}</span>}
          <Button
            look="primary"
            disabled={open > 0 || !changed || set.isPending}
            onClick={() =>
              set.mutate(
                { system: id, answers, note },
                { onSuccess: () => toast({ text: say('screening-saved'), undo }) },
              )
            }
          >
            {say('save')}
          </Button>
        </div>
      )}
      {criteria && <CriteriaDialog now={view.thresholds} onClose={() => setCriteria(false)} />}
    </div>
  );
}

/** How deep and how soon the system is looked at, by the seven risk sources. */
export function ScreeningTab({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const view = useRead('screening.get', { system: id });
  if (view.error) return <ErrorPanel error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton rows={6} />;
  return <Judging key={view.data.at ?? ''} id={id} view={view.data} mayWrite={mayWrite} />;
}
