import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallError, type ImportDone, type ImportView, useJob } from '../../api';
import { ErrorPanel, JobProgress } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconArrowRight } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { StepBar, type WizardStep } from '../../shared/wizard';
import { useWords } from '../../shared/words';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns';
import { DoneStep } from './done-step';
import { ChooseFile, FileStep } from './file-step';
import { useImportActs } from './use-import';

const STEPS = ['file', 'columns', 'check', 'done'] as const;
type Step = (typeof STEPS)[number];

/** The four steps with what was answered in each. */
function useSteps(step: Step, view: ImportView | null, running: boolean): WizardStep[] {
  const { say } = useWords();
  const at = running ? STEPS.length - 1 : STEPS.indexOf(step);
  const answers: Record<Step, string | undefined> = {
    file: view?.file,
    columns: view
      ? say('import-mapped', {
          mapped: view.columns.filter((column) => column.target.type === 'field').length,
          of: view.columns.length,
        })
      : undefined,
    check: view?.ready ? say('import-step-problems', { count: view.counts.problems }) : undefined,
    done: say(
      step === 'done' ? 'import-step-written' : running ? 'import-step-writing' : 'import-step-nothing',
    ),
  };
  return STEPS.map((id, index) => {
    const answer = answers[id];
    return {
      id,
      name: say(`import-step-${id}`),
      state: index < at || step === 'done' ? 'done' : index === at ? 'current' : 'open',
      ...(answer === undefined ? {} : { answer }),
    };
  });
}

/** A file becomes systems in four steps; nothing is written before the last one. */
export function ImportScreen() {
  const { say } = useWords();
  const [view, setView] = useState<ImportView | null>(null);
  const [step, setStep] = useState<Step>('file');
  const [done, setDone] = useState<ImportDone | null>(null);
  const acts = useImportActs(view, setView);
  const open = useJob('import.open', (opened) => {
    setView(opened);
    setStep('file');
  });
  const run = useJob('import.run', (output) => {
    setDone(output);
    setStep('done');
  });
  const start = useRef(open.start);
  start.current = open.start;
  const onFile = useCallback((file: string) => start.current({ file }), []);
  const again = () => {
    setView(null);
    setDone(null);
    setStep('file');
    open.reset();
    run.reset();
  };
  // A refused import says why; what changed meanwhile is shown by a check run anew.
  const failed = run.job.state === 'failed';
  const recheck = useRef(acts.change);
  recheck.current = acts.change;
  useEffect(() => {
    if (failed) recheck.current({});
  }, [failed]);
  const running = run.job.state === 'running';
  const steps = useSteps(step, view, running);
  const busy = running || acts.busy;
  const writes = view ? view.counts.created + view.counts.updated : 0;
  const error: CallError | null =
    open.job.state === 'failed' ? open.job.error : run.job.state === 'failed' ? run.job.error : acts.error;
  const next = step === 'file' ? 'columns' : 'check';
  const primary =
    view && step === 'check' ? (
      <Button
        look="primary"
        disabled={busy || writes === 0 || view.stopped}
        after={<IconArrowRight size={15} aria-hidden="true" />}
        onClick={() => run.start({ id: view.id })}
      >
        {say('import-run', { count: writes })}
      </Button>
    ) : (
      view &&
      step !== 'done' && (
        <Button
          look="primary"
          disabled={busy || (step === 'columns' && !view.ready)}
          after={<IconArrowRight size={15} aria-hidden="true" />}
          onClick={() => setStep(next)}
        >
          {say(`import-to-${next}`)}
        </Button>
      )
    );
  return (
    <Screen
      crumbs={[
        { label: say('nav-library') },
        { label: say('import-title') },
        ...(view ? [{ label: view.file }] : []),
      ]}
      actions={
        view &&
        step !== 'done' && (
          <Button disabled={running} onClick={again}>
            {say('import-other')}
          </Button>
        )
      }
      primary={primary}
    >
      <Page scrolls>
        <PageHead
          title={say('import-title')}
          aside={step === 'done' || running ? undefined : say('import-promise')}
        />
        <StepBar
          name={say('import-title')}
          steps={steps}
          onStep={done || running ? undefined : (id) => setStep(id as Step)}
        />
        {error && <ErrorPanel error={error} />}
        {open.job.state === 'running' && <JobProgress job={open.job} onCancel={open.cancel} />}
        {running && <JobProgress job={run.job} onCancel={run.cancel} />}
        {!view && open.job.state !== 'running' && <ChooseFile onFile={onFile} />}
        {view && step === 'file' && <FileStep view={view} acts={acts} />}
        {view && step === 'columns' && <ColumnsStep view={view} acts={acts} />}
        {view && step === 'check' && !running && (
          <CheckStep view={view} acts={acts} onHeader={() => setStep('file')} />
        )}
        {done && step === 'done' && <DoneStep done={done} left={view?.groups ?? []} onAgain={again} />}
      </Page>
    </Screen>
  );
}
