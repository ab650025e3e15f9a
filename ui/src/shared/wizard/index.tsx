import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { IconArrowLeft, IconCheck, IconCornerDownLeft, IconHelpCircle } from '../icons';
import { isTextField, useShortcuts } from '../keyboard';
import { Button, RefChip } from '../parts';
import { useNarrow } from '../size';
import { useWords } from '../words';
import css from './wizard.module.css';

export { StepBar } from './step-bar';

/** One step of a wizard; the answer is repeated under its name. */
export interface WizardStep {
  id: string;
  name: string;
  answer?: string;
  state: 'done' | 'current' | 'open';
}

export interface WizardLayoutProps {
  /** Name of the wizard above the steps. */
  name: string;
  steps: readonly WizardStep[];
  /** Goes to a step that was done. */
  onStep?: (id: string) => void;
  /** Above the question: refs and a caption. */
  lead?: ReactNode;
  question: string;
  help?: ReactNode;
  children: ReactNode;
  onBack?: (() => void) | undefined;
  onContinue?: (() => void) | undefined;
  continueLabel?: string;
  /** Why the step cannot go on yet, shown beside the button. */
  missing?: string | undefined;
  busy?: boolean;
  /** Right column: outcome and `WhyWeAsk`. */
  side?: ReactNode;
}

function Steps({
  name,
  steps,
  onStep,
  narrow,
}: {
  name: string;
  steps: readonly WizardStep[];
  onStep?: ((id: string) => void) | undefined;
  narrow: boolean;
}) {
  const { say } = useWords();
  const at = steps.findIndex((step) => step.state === 'current');
  return (
    <nav className={css.steps} aria-label={name}>
      {!narrow && (
        <div className={css.stepsTitle}>
          <div className="panel-title">{name}</div>
          <div className="caption">{say('wizard-step', { at: at + 1, of: steps.length })}</div>
        </div>
      )}
      <ol className={css.stepList}>
        {steps.map((step, index) => {
          const inside = (
            <>
              <span className={css.mark} aria-hidden="true">
                {step.state === 'done' ? <IconCheck size={12} stroke={3} /> : index + 1}
              </span>
              <span className={narrow ? 'visually-hidden' : undefined}>
                <span className={css.stepName}>{step.name}</span>
                {step.answer !== undefined && <span className={css.stepAnswer}>{step.answer}</span>}
              </span>
            </>
          );
          return (
            <li
              key={step.id}
              data-state={step.state}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              {onStep && step.state === 'done' ? (
                <button type="button" className={css.step} onClick={() => onStep(step.id)} title={step.name}>
                  {inside}
                </button>
              ) : (
                <div className={css.step} title={narrow ? step.name : undefined}>
                  {inside}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Explains the question; what is longer than a few lines folds away, so that the answers are in sight. */
function Help({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = text.current;
    if (own !== null) setLong(own.scrollHeight > own.clientHeight + 1);
  }, []);
  return (
    <div>
      <div ref={text} className={`reading ${css.help}`} data-open={open || undefined}>
        {children}
      </div>
      {long && (
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'wizard-help-less' : 'wizard-help-more')}
        </Button>
      )}
    </div>
  );
}

/** Steps on the left, one question in the middle, outcome and reasons on the right. */
export function WizardLayout(props: WizardLayoutProps) {
  const { steps, question, onBack, onContinue, missing, busy, side } = props;
  const { say } = useWords();
  const narrow = useNarrow(1180);
  const heading = useRef<HTMLHeadingElement>(null);
  const current = steps.find((step) => step.state === 'current')?.id;
  const content = useRef<HTMLDivElement>(null);
  // A step that begins with a text field is ready for typing; any other begins with its question, so that digits choose.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    const first = content.current?.querySelector<HTMLElement>('button, input, textarea, select');
    (first && isTextField(first) ? first : heading.current)?.focus({ preventScroll: true });
  }, [current]);
  const ready = onContinue !== undefined && missing === undefined && !busy;
  useShortcuts([
    {
      keys: 'Enter',
      label: say('wizard-continue'),
      run: (event) => {
        const target = event.target instanceof HTMLElement ? event.target : null;
        const own = target?.closest('button:not([role]), a, textarea');
        if (own) {
          if (own instanceof HTMLButtonElement) own.click();
        } else if (ready) onContinue();
      },
    },
    { keys: 'alt+ArrowLeft', label: say('wizard-back'), run: () => onBack?.(), whileTyping: true },
  ]);
  return (
    <div
      className={css.layout}
      data-narrow={narrow || undefined}
      data-plain={side === undefined || undefined}
    >
      <Steps name={props.name} steps={steps} onStep={props.onStep} narrow={narrow} />
      <div className={css.centre}>
        <form
          className={css.question}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) onContinue();
          }}
        >
          {props.lead && <div className="row">{props.lead}</div>}
          <h1 ref={heading} tabIndex={-1} className={css.title}>
            {question}
          </h1>
          {props.help && <Help key={question}>{props.help}</Help>}
          <div ref={content} className={css.content}>
            {props.children}
          </div>
          {/* Enter in a field sends the form. */}
          <input type="submit" hidden />
        </form>
        <div className={css.foot}>
          {onBack && (
            <Button size="large" icon={<IconArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
              {say('wizard-back')}
            </Button>
          )}
          <span className={css.hint}>{missing ?? (onBack ? say('wizard-back-keys') : '')}</span>
          {onContinue && (
            <Button
              look="primary"
              size="large"
              after={<IconCornerDownLeft size={16} aria-hidden="true" />}
              disabled={!ready}
              onClick={onContinue}
            >
              {props.continueLabel ?? say('wizard-continue')}
            </Button>
          )}
        </div>
      </div>
      {side !== undefined && <div className={css.side}>{side}</div>}
    </div>
  );
}

/** Why a question is asked: own words, good evidence, refs. */
export function WhyWeAsk({
  children,
  evidence,
  refs,
}: {
  children: ReactNode;
  evidence?: readonly string[];
  refs?: readonly string[];
}) {
  const { say } = useWords();
  return (
    <section className={css.why}>
      <h2 className={`panel-title ${css.whyTitle}`}>
        <IconHelpCircle size={16} style={{ color: 'var(--accent)' }} aria-hidden="true" />
        {say('wizard-why')}
      </h2>
      <div style={{ color: 'var(--ink2)' }}>{children}</div>
      {evidence && evidence.length > 0 && (
        <>
          <h3 className="panel-title">{say('wizard-evidence')}</h3>
          <ul className={css.evidence}>
            {evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {refs && refs.length > 0 && (
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {refs.map((ref) => (
            <RefChip key={ref}>{ref}</RefChip>
          ))}
        </div>
      )}
    </section>
  );
}
