import { IconCheck } from '../icons';
import type { WizardStep } from './index';
import css from './wizard.module.css';

/** Steps of a wizard whose screens need the whole width, in one line above them. */
export function StepBar({
  name,
  steps,
  onStep,
}: {
  name: string;
  steps: readonly WizardStep[];
  /** Goes to a step that was done. */
  onStep?: (id: string) => void;
}) {
  return (
    <nav aria-label={name}>
      <ol className={css.bar}>
        {steps.map((step, index) => {
          const inside = (
            <>
              <span className={css.mark} aria-hidden="true">
                {step.state === 'done' ? <IconCheck size={12} stroke={3} /> : index + 1}
              </span>
              <span className={css.barText}>
                <span className={css.stepName}>{step.name}</span>
                {step.answer !== undefined && (
                  <span className={css.stepAnswer} title={step.answer}>
                    {step.answer}
                  </span>
                )}
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
                <button type="button" className={css.barStep} onClick={() => onStep(step.id)}>
                  {inside}
                </button>
              ) : (
                <div className={css.barStep}>{inside}</div>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
