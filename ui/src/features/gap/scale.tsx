import type { Answer, Basis, Conformity, Grade, Maturity } from '../../api';
import { Status, type StatusKind } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** The scales in their order; the place is the number people see and press. */
export const CONFORMITIES: readonly Conformity[] = [
  'not-addressed',
  'partly',
  'on-paper',
  'shown-by-records',
];
export const MATURITIES: readonly Maturity[] = [
  'non-existent',
  'initial',
  'managed',
  'defined',
  'quantitatively-managed',
  'optimizing',
];
export const ANSWERS: readonly Answer[] = ['yes', 'in-part', 'no', 'not-sure'];
export const GRADES: readonly Grade[] = ['blocks-certification', 'weakens', 'polish'];
/** What stands above in the list of must-items. */
export const BASES: readonly Basis[] = ['requirement', 'law', 'good-practice'];

const CONFORMITY_SHAPE: Readonly<Record<Conformity, StatusKind>> = {
  'shown-by-records': 'done',
  'on-paper': 'on-paper',
  partly: 'attention',
  'not-addressed': 'blocked',
};
const ANSWER_SHAPE: Readonly<Record<Answer, StatusKind>> = {
  yes: 'done',
  'in-part': 'half',
  no: 'blocked',
  'not-sure': 'waiting',
};
const GRADE_SHAPE: Readonly<Record<Grade, StatusKind>> = {
  'blocks-certification': 'blocked',
  weakens: 'attention',
  polish: 'info',
};

/** Icon shape of a conformity; none is the dashed circle, a control that the SoA excludes the circle with a minus. */
export function conformityShape(conformity: Conformity | null, excluded = false): StatusKind {
  if (excluded) return 'excluded';
  return conformity === null ? 'open' : CONFORMITY_SHAPE[conformity];
}

/** A conformity in words with its shape. */
export function ConformityMark({ conformity }: { conformity: Conformity | null }) {
  const { say } = useWords();
  return (
    <Status kind={conformityShape(conformity)}>{say(`conformity-${conformity ?? 'not-assessed'}`)}</Status>
  );
}

/** Icon shape of a grade. */
export function gradeShape(grade: Grade): StatusKind {
  return GRADE_SHAPE[grade];
}

/** The answer to a must-item, or that it waits for one. */
export function AnswerState({ answer }: { answer: Answer | null }) {
  const { say } = useWords();
  if (answer === null) return <Status kind="open">{say('gap-item-open')}</Status>;
  return <Status kind={ANSWER_SHAPE[answer]}>{say(`must-answer-${answer}`)}</Status>;
}

/** How much a gap matters. */
export function GradeState({ grade }: { grade: Grade }) {
  const { say } = useWords();
  return <Status kind={GRADE_SHAPE[grade]}>{say(`gap-grade-${grade}`)}</Status>;
}
