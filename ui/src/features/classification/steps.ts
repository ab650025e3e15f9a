import type { ClassificationView, RulePackView } from '../../api';
import type { WizardStep } from '../../shared/wizard';
import type { Words } from '../../shared/words';
import { chosenFor, labelsOf, questionOf } from './wizard-state';

/** The word in the address, and the step, for what comes after the last question. */
export const REVIEW = 'review';
/** The key every question takes besides its own. */
export const UNKNOWN = 'unknown';
/** More answers than this are told by their number. */
const SHORT = 2;

type Say = Words['say'];

/** What stands under the name of a step: its answers, or how many points were looked at. */
function summary(view: ClassificationView, rules: RulePackView, questions: readonly string[], say: Say) {
  const answered = questions.filter((id) => chosenFor(view, id).length > 0);
  const unsure = answered.filter((id) => chosenFor(view, id).includes(UNKNOWN));
  if (unsure.length > 0) return say('classification-step-unsure', { count: unsure.length });
  if (answered.length > SHORT) return say('classification-step-checked', { count: answered.length });
  const labels = answered.flatMap((id) => {
    const question = questionOf(rules, id);
    return question ? labelsOf(question, chosenFor(view, id)) : [];
  });
  return labels.join(', ');
}

/** The steps of the pack and the review at the end. */
export function stepsOf(
  view: ClassificationView,
  rules: RulePackView,
  current: string,
  say: Say,
): WizardStep[] {
  const { visible, possible } = view.result;
  const steps = rules.steps.map((step): WizardStep => {
    const asked = step.questions.filter((id) => visible.includes(id));
    if (asked.includes(current)) {
      const at = asked.indexOf(current) + 1;
      const answer = asked.length > 1 ? say('classification-step-at', { at, of: asked.length }) : undefined;
      return { id: step.id, name: step.label, answer, state: 'current' };
    }
    if (asked.length === 0) {
      const never = !step.questions.some((id) => possible.includes(id));
      return {
        id: step.id,
        name: step.label,
        answer: never ? say('classification-step-never') : undefined,
        state: 'open',
      };
    }
    const optional = (id: string) => questionOf(rules, id)?.optional ?? false;
    const done = asked.every((id) => optional(id) || chosenFor(view, id).length > 0);
    const answer = summary(view, rules, asked, say);
    return {
      id: step.id,
      name: step.label,
      answer: answer === '' ? undefined : answer,
      state: done ? 'done' : 'open',
    };
  });
  return [...steps, { id: REVIEW, name: say('classification-step-review'), state: 'open' }];
}
