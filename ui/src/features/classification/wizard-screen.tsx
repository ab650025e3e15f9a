import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ClassificationView, RulePackView, RuleQuestion } from '../../api';
import { EmptyState, ErrorPanel } from '../../shared/feedback';
import { ChoiceCards } from '../../shared/form';
import { Screen } from '../../shared/frame';
import { IconAlertTriangleFilled } from '../../shared/icons';
import { Button, Notice, RefChip } from '../../shared/parts';
import { WhyWeAsk, WizardLayout } from '../../shared/wizard';
import { useWords } from '../../shared/words';
import { AnswerEvidence } from './answer-evidence';
import { AskSomebody } from './ask';
import css from './classification.module.css';
import { Confirm } from './confirm';
import { OutcomeSoFar } from './outcome';
import { usePack } from './pack';
import { QueueBar } from './queue-bar';
import { SimilarAnswers } from './similar';
import { REVIEW, stepsOf, UNKNOWN } from './steps';
import { questionAfter, questionBefore, questionOf, useAnswers } from './wizard-state';

interface Props {
  view: ClassificationView;
  rules: RulePackView;
  question: string;
  readOnly: boolean;
  onQuestion: (question: string | null) => void;
}

/** Answers of this question that do not fit others. */
function Conflicts({ view, question }: { view: ClassificationView; question: string }) {
  const { say } = useWords();
  const mine = view.result.contradictions.filter((conflict) => conflict.questions.includes(question));
  return mine.map((conflict) => (
    <Notice
      key={conflict.id}
      tone="amber"
      live="polite"
      icon={
        <IconAlertTriangleFilled
          size={16}
          style={{ color: 'var(--amber)', marginTop: 2 }}
          aria-hidden="true"
        />
      }
      title={say(`classification-conflict-${conflict.weight}`)}
    >
      {conflict.label}
    </Notice>
  ));
}

/** Why the answer holds: the reasons the law asks for by name, else one field. */
function Reasons({
  view,
  question,
  answers,
  readOnly,
}: {
  view: ClassificationView;
  question: string;
  answers: ReturnType<typeof useAnswers>;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const wanted = view.result.requiredNotes.filter((note) => note.question === question);
  const fields =
    wanted.length > 0
      ? wanted.map((note) => ({ id: note.id, label: note.label, help: note.explain }))
      : [{ id: question, label: say('classification-reason'), help: undefined }];
  return fields.map((field) => (
    <Textarea
      key={field.id}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={10_000}
      label={field.label}
      description={field.help}
      readOnly={readOnly}
      value={answers.note(field.id)}
      onChange={(event) => answers.write(field.id, event.currentTarget.value)}
      onBlur={answers.flush}
    />
  ));
}

function Lead({ rules, question }: { rules: RulePackView; question: RuleQuestion }) {
  const { say } = useWords();
  const step = rules.steps.find((one) => one.id === question.step);
  return (
    <>
      {question.refs.slice(0, 2).map((ref) => (
        <RefChip key={ref}>{ref}</RefChip>
      ))}
      <span className="quiet">{step?.label}</span>
      {question.optional && <span className="caption">{say('classification-optional')}</span>}
      {question.confirm && <Confirm />}
    </>
  );
}

/** One question of the case, with what the answers come to beside it. */
export function WizardScreen(props: Props) {
  const { say } = useWords();
  const { search } = usePack();
  const question = questionOf(props.rules, props.question);
  if (question && props.view.result.visible.includes(question.id)) {
    return <Question key={question.id} {...props} asked={question} />;
  }
  // The address names a question that other answers made needless.
  return (
    <Screen crumbs={[{ label: say('classification-title'), to: '/classification', search }]} rail>
      <EmptyState
        action={
          <Button look="primary" onClick={() => props.onQuestion(null)}>
            {say('classification-go-on')}
          </Button>
        }
      >
        {say('classification-needless')}
      </EmptyState>
    </Screen>
  );
}

function Question({ view, rules, asked, readOnly, onQuestion }: Props & { asked: RuleQuestion }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const { pack, search } = usePack();
  const answers = useAnswers(view, asked.id);
  const { chosen, status } = answers;
  const { title, code } = view.system;
  const steps = stepsOf(view, rules, asked.id, say);
  const previous = questionBefore(view, asked.id);
  const missing = asked.optional || chosen.length > 0 || readOnly ? undefined : say('classification-choose');
  const close = () => answers.leave(() => void navigate({ to: '/classification', search }));
  const goTo = (step: string) => {
    const first = rules.steps.find((one) => one.id === step)?.questions;
    answers.flush();
    onQuestion(first?.find((id) => view.result.visible.includes(id)) ?? REVIEW);
  };
  const failure = status.state === 'failed' ? status.error : null;
  return (
    <Screen
      crumbs={[
        { label: say('phase-assess') },
        { label: say('classification-title'), to: '/classification', search },
        { label: code === null ? title : say('classification-crumb', { name: title, code }) },
      ]}
      rail
      save={status}
      actions={<Button onClick={close}>{say('classification-close')}</Button>}
    >
      <QueueBar system={view.system.id} pack={pack} leave={answers.leave} />
      <WizardLayout
        name={rules.text.title}
        steps={steps}
        onStep={goTo}
        lead={<Lead rules={rules} question={asked} />}
        question={asked.text}
        help={
          <>
            {asked.help} <span className="quiet">{say('classification-about', { name: title })}</span>
          </>
        }
        onBack={() => {
          answers.flush();
          if (previous === null) void navigate({ to: '/classification', search });
          else onQuestion(previous);
        }}
        onContinue={() => answers.leave((fresh) => onQuestion(questionAfter(fresh, asked.id) ?? REVIEW))}
        missing={missing}
        side={
          <div className={css.side}>
            <OutcomeSoFar view={view} effect={answers.effect} />
            {chosen.length === 0 && !readOnly && (
              <SimilarAnswers view={view} question={asked.id} onTake={answers.choose} />
            )}
            <WhyWeAsk evidence={asked.evidence} refs={asked.refs}>
              {asked.why}
            </WhyWeAsk>
            <p className={`caption ${css.ask}`}>{say('classification-ask', { who: asked.ask })}</p>
          </div>
        }
      >
        <div className="stack" style={{ gap: 20 }}>
          <ChoiceCards
            label={asked.text}
            several={asked.multiple}
            value={chosen}
            onChange={(keys) => {
              if (!readOnly) answers.choose(keys);
            }}
            options={asked.answers.map((answer) => ({
              value: answer.key,
              name: answer.label,
              help: answer.explain,
              exclusive: answer.exclusive || answer.key === UNKNOWN,
              refs: answer.refs.slice(0, 1).map((ref) => <RefChip key={ref}>{shortest(ref, asked)}</RefChip>),
            }))}
          />
          <Conflicts view={view} question={asked.id} />
          {chosen.includes(UNKNOWN) && <AskSomebody view={view} question={asked} readOnly={readOnly} />}
          {chosen.length > 0 && (
            <Reasons view={view} question={asked.id} answers={answers} readOnly={readOnly} />
          )}
          {chosen.length > 0 && <AnswerEvidence view={view} question={asked.id} readOnly={readOnly} />}
          {failure && <ErrorPanel error={failure} />}
        </div>
      </WizardLayout>
    </Screen>
  );
}

/** The part of a provision that the question's own chips do not show: `4(a)` under `Annex III, point 4`. */
function shortest(ref: string, question: RuleQuestion): string {
  const above = question.refs.find((one) => ref.startsWith(`${one}(`));
  const point = above?.match(/ point (\d+)$/)?.[1];
  return above && point ? `${point}${ref.slice(above.length)}` : ref;
}
