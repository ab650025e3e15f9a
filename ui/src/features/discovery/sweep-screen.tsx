import { Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  call,
  type SweepAnswer,
  type SweepAnswerInput,
  type SweepDetail,
  type SweepQuestion,
  useAct,
  useRead,
} from '../../api';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { AutosaveState, fieldError, useAutosave } from '../../shared/form';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Due, Notice, Owner, Segmented, Status, type StatusKind } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { today, useWords } from '../../shared/words';
import { CandidateDialog } from './candidate-dialog';
import css from './discovery.module.css';
import { CANDIDATE_KINDS } from './kinds';

const ANSWERS: readonly SweepAnswer[] = ['found', 'nothing', 'not-applicable'];

const STANDING: Record<SweepQuestion['standing'], StatusKind> = {
  open: 'open',
  'needs-remark': 'attention',
  'needs-candidate': 'attention',
  settled: 'done',
};

/** What came of one source: who was asked, what they said, what was found. */
function Question({
  sweep,
  question,
  mayWrite,
}: {
  sweep: string;
  question: SweepQuestion;
  mayWrite: boolean;
}) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [noting, setNoting] = useState(false);
  const [row, setRow] = useState<SweepAnswerInput>({
    sweep,
    item: question.key,
    answer: question.answer,
    askedWhom: question.askedWhom,
    askedOn: question.askedOn,
    note: question.note,
  });
  const save = useAutosave<SweepAnswerInput>(async (changed) => {
    await call('discovery.answer', changed);
  });
  const error = save.status.state === 'failed' ? save.status.error : null;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  const change = (what: Partial<SweepAnswerInput>) => {
    const changed = { ...row, ...what };
    setRow(changed);
    save.change(changed);
  };
  const answer = (word: SweepAnswer | 'open') => {
    const said = word === 'open' ? null : word;
    change({ answer: said, ...(said !== null && row.askedOn === null ? { askedOn: today() } : {}) });
    save.flush();
  };
  return (
    <li className={`panel ${css.question}`}>
      <div className="spread">
        <h2 className="panel-title">{question.source}</h2>
        <Status kind={STANDING[question.standing]}>{say(`discovery-standing-${question.standing}`)}</Status>
      </div>
      <p className="quiet">{say('discovery-whom', { whom: question.whom })}</p>
      <ul className={css.lines}>
        {question.ask.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="caption">{say('discovery-hides', { what: question.hides })}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside saves */}
      <div className={css.answer} onBlur={save.flush}>
        <div className="spread">
          <Segmented<SweepAnswer | 'open'>
            label={say('discovery-answer-of', { source: question.source })}
            value={row.answer ?? 'open'}
            onChange={(word) => mayWrite && answer(word)}
            options={[
              { value: 'open', label: say('discovery-not-asked') },
              ...ANSWERS.map((word) => ({ value: word, label: say(`sweep-answer-${word}`) })),
            ]}
          />
          <AutosaveState status={save.status} />
        </div>
        {row.answer !== null && (
          <>
            <div className={css.pair}>
              <TextInput
                label={say('discovery-asked-whom')}
                readOnly={!mayWrite}
                maxLength={200}
                value={row.askedWhom ?? ''}
                error={fieldError(errorOf('askedWhom'))}
                onChange={(event) => change({ askedWhom: event.currentTarget.value })}
              />
              <DateInput
                label={say('discovery-asked-on')}
                placeholder={say('not-set')}
                maxDate={today()}
                readOnly={!mayWrite}
                value={row.askedOn}
                error={fieldError(errorOf('askedOn'))}
                onChange={(askedOn) => change({ askedOn })}
              />
            </div>
            <Textarea
              label={say('discovery-note')}
              autosize
              minRows={1}
              maxRows={8}
              readOnly={!mayWrite}
              maxLength={10_000}
              value={row.note ?? ''}
              error={fieldError(errorOf('note'))}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          </>
        )}
        {error && error.wire.fields.length === 0 && <ErrorPanel error={error} />}
      </div>
      {question.candidates.length > 0 && (
        <ul className={css.hits} aria-label={say('discovery-candidates')}>
          {question.candidates.map(({ record, state }) => (
            <li key={record.id} className="spread">
              <Button
                look="link"
                onClick={() =>
                  void navigate({ to: '/discovery', search: { look: 'candidates', open: record.id } })
                }
              >
                {say('discovery-candidate-line', { code: record.code ?? '', name: record.title })}
              </Button>
              <Status kind={CANDIDATE_KINDS[state]}>{say(`candidate-state-${state}`)}</Status>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div>
          <Button size="small" onClick={() => setNoting(true)}>
            {say('discovery-note-candidate')}
          </Button>
        </div>
      )}
      {noting && (
        <CandidateDialog found={{ sweep, foundBy: question.key }} onClose={() => setNoting(false)} />
      )}
    </li>
  );
}

function Facts({ found }: { found: SweepDetail }) {
  const { say } = useWords();
  const { sweep } = found;
  const open = sweep.state === 'open';
  const fact = (label: string, value: ReactNode) => (
    <div>
      <dt className="caption">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className={css.standing}>
      {fact(
        say('discovery-state'),
        <Status kind={open ? 'half' : 'done'}>{say(`sweep-state-${sweep.state}`)}</Status>,
      )}
      {fact(
        say('discovery-asked'),
        say('discovery-sources-settled', { settled: sweep.settled, items: sweep.items }),
      )}
      {fact(say('discovery-owner'), <Owner name={sweep.owner?.name ?? null} />)}
      {fact(say('discovery-due'), <Due date={sweep.due} settled={!open} />)}
    </dl>
  );
}

/** Sources that keep the sweep open, by what each of them lacks. */
function StillOpen({ questions }: { questions: readonly SweepQuestion[] }) {
  const { say } = useWords();
  const standings = [...new Set(questions.map((question) => question.standing))];
  return (
    <div className={css.stillOpen}>
      <Notice title={say('discovery-still-open', { count: questions.length })}>
        {standings.map((standing) => (
          <div key={standing}>
            {say('discovery-still-open-sources', {
              standing: say(`discovery-standing-${standing}`),
              sources: questions
                .filter((question) => question.standing === standing)
                .map((question) => question.source)
                .join(', '),
            })}
          </div>
        ))}
      </Notice>
    </div>
  );
}

/** One area: where to look, whom to ask what, and what came of it. */
export function SweepScreen() {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const { sweep = '' }: { sweep?: string } = useParams({ strict: false });
  const read = useRead('discovery.get_sweep', { id: sweep }, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const close = useAct('discovery.close');
  const reopen = useAct('discovery.reopen');
  const found = read.data;
  const open = found?.sweep.state === 'open';
  const left = found?.questions.filter((question) => question.standing !== 'settled') ?? [];
  const failed = close.error ?? reopen.error;
  const primary =
    !found || !mayWrite ? undefined : open ? (
      <Button
        look="primary"
        disabled={close.isPending || left.length > 0}
        aria-describedby={left.length > 0 ? 'sweep-open' : undefined}
        onClick={() =>
          close.mutate(
            { id: sweep },
            { onSuccess: () => toast({ text: say('discovery-closed', { name: found.sweep.title }), undo }) },
          )
        }
      >
        {say('discovery-close')}
      </Button>
    ) : (
      <Button disabled={reopen.isPending} onClick={() => reopen.mutate({ id: sweep })}>
        {say('discovery-reopen')}
      </Button>
    );
  return (
    <Screen
      crumbs={[
        { label: say('phase-assess') },
        { label: say('discovery-title'), to: '/discovery' },
        ...(found ? [{ label: found.sweep.title }] : []),
      ]}
      actions={
        mayWrite &&
        open &&
        left.length > 0 && (
          <span id="sweep-open" className="caption nowrap">
            {say('discovery-left', { count: left.length })}
          </span>
        )
      }
      primary={primary}
    >
      <Page scrolls>
        {read.error ? (
          <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
        ) : !found ? (
          <Skeleton />
        ) : (
          <>
            <PageHead title={found.sweep.title} aside={found.about} />
            <Facts found={found} />
            {failed && <ErrorPanel error={failed} />}
            {open && left.length > 0 && <StillOpen questions={left} />}
            <ul className={css.questions}>
              {found.questions.map((question) => (
                <Question
                  key={question.key}
                  sweep={sweep}
                  question={question}
                  mayWrite={mayWrite && open === true}
                />
              ))}
            </ul>
          </>
        )}
      </Page>
    </Screen>
  );
}
