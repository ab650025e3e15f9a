import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ReuseCandidate,
  type ReuseHop,
  type ReuseLine,
  type ReuseState,
  type ReuseView,
  useAct,
} from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Kbd, RefChip, Segmented, Status, type StatusKind } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import css from './reuse.module.css';

type Show = 'open' | 'all';

const STATES: Record<ReuseState, StatusKind> = { accepted: 'done', declined: 'excluded' };

/** What a line comes to: something counts, all was declined, or a person has to look. */
function standing(line: ReuseLine): { kind: StatusKind; key: string } {
  if (line.candidates.some((each) => each.state === 'accepted')) {
    return { kind: 'done', key: 'reuse-state-accepted' };
  }
  if (line.candidates.every((each) => each.state === 'declined')) {
    return { kind: 'excluded', key: 'reuse-state-declined' };
  }
  return { kind: 'open', key: 'reuse-state-open' };
}

/** An entry as people name it: the framework in two or three words, and the id. */
function useEntryName() {
  const { say, has } = useWords();
  return (entry: string) => {
    const at = entry.indexOf(':');
    const framework = entry.slice(0, at);
    return has(`reuse-framework-${framework}`)
      ? say(`reuse-framework-${framework}`, { id: entry.slice(at + 1) })
      : entry;
  };
}

function Ways({ candidate }: { candidate: ReuseCandidate }) {
  const { say } = useWords();
  const name = useEntryName();
  const strength = (hop: ReuseHop) =>
    hop.origin === 'judgement'
      ? say('reuse-strength-own', { strength: Number(hop.strength) })
      : say('reuse-strength', { strength: hop.strength ?? '' });
  return (
    <ol className={css.hops}>
      {candidate.hops.map((hop) => (
        <li key={`${hop.from} ${hop.to}`}>
          <RefChip>{name(hop.from)}</RefChip> {say(`relation-${hop.relation}`)}{' '}
          <RefChip>{name(hop.to)}</RefChip>
          <div className={`caption ${css.stated}`}>
            {[
              // The source of our own judgement says that it is one.
              hop.origin === 'judgement' ? null : say(`origin-${hop.origin}`),
              hop.source,
              hop.confidence === null
                ? null
                : say('reuse-confidence', { word: say(`confidence-${hop.confidence}`) }),
              hop.strength === null ? null : strength(hop),
            ]
              .filter(Boolean)
              .join(', ')}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Candidate({
  line,
  candidate,
  first,
  mayWrite,
}: {
  line: ReuseLine;
  candidate: ReuseCandidate;
  /** The one the keys act on. */
  first: boolean;
  mayWrite: boolean;
}) {
  const { say, date } = useWords();
  const name = useEntryName();
  const decide = useAct('reuse.decide');
  const [note, setNote] = useState(candidate.note ?? '');
  const put = (state: ReuseState | null) =>
    decide.mutate({ line: line.id, framework: candidate.framework, source: candidate.source, state, note });
  useShortcuts(
    [
      { keys: 'a', label: say('reuse-accept'), run: () => put('accepted') },
      { keys: 'd', label: say('reuse-decline'), run: () => put('declined') },
    ],
    first && mayWrite,
  );
  return (
    <li className={`panel ${css.candidate}`}>
      <div className="spread">
        <strong>
          {name(`${candidate.framework}:${candidate.source}`)} {candidate.title}
        </strong>
        {candidate.state !== null && (
          <Status kind={STATES[candidate.state]}>{say(`reuse-state-${candidate.state}`)}</Status>
        )}
      </div>
      <p className="quiet">
        {say('reuse-candidate', {
          conformity: say(`conformity-${candidate.conformity}`),
          relation: say(`relation-${candidate.relation}`),
          hops: candidate.hops.length,
        })}
      </p>
      <Ways candidate={candidate} />
      {candidate.decidedBy !== null && candidate.decidedAt !== null && (
        <p className="caption">
          {say('reuse-decided', { name: candidate.decidedBy.name, date: date(candidate.decidedAt) })}
        </p>
      )}
      {decide.error && <ErrorPanel error={decide.error} />}
      {mayWrite && (
        <>
          <Textarea
            label={say('reuse-note')}
            autosize
            minRows={1}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={css.buttons}>
            <Button size="small" disabled={decide.isPending} onClick={() => put('accepted')}>
              {say('reuse-accept')} {first && <Kbd>A</Kbd>}
            </Button>
            <Button size="small" disabled={decide.isPending} onClick={() => put('declined')}>
              {say('reuse-decline')} {first && <Kbd>D</Kbd>}
            </Button>
            {candidate.state !== null && (
              <Button size="small" look="quiet" disabled={decide.isPending} onClick={() => put(null)}>
                {say('reuse-reopen')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

/** Lines on the left, what could count for one of them on the right. */
export function Counting({ view, mayWrite }: { view: ReuseView; mayWrite: boolean }) {
  const { say, number } = useWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = useSearchParam('line');
  const [show, setShow] = useState<Show>('open');
  const open = view.lines.filter((line) => standing(line).kind === 'open');
  const shown = show === 'open' && open.length > 0 ? open : view.lines;
  const line = view.lines.find((each) => each.id === chosen) ?? shown[0];
  const step = (by: number) => {
    const at = shown.findIndex((each) => each.id === line?.id);
    const next = shown[at + by];
    if (next) setChosen(next.id);
  };
  useShortcuts([
    { keys: 'alt+ArrowDown', label: say('reuse-next'), run: () => step(1), whileTyping: true },
    { keys: 'alt+ArrowUp', label: say('reuse-previous'), run: () => step(-1), whileTyping: true },
  ]);
  if (!line) return null;
  const firstOpen = line.candidates.find((each) => each.state === null) ?? line.candidates[0];
  return (
    <div className={css.split}>
      <nav className={`panel ${css.sources}`} aria-label={say('reuse-lines')}>
        <div className={css.show}>
          <Segmented<Show>
            label={say('reuse-lines')}
            value={show}
            onChange={setShow}
            options={[
              { value: 'open', label: `${say('reuse-show-open')} ${number(open.length)}` },
              { value: 'all', label: `${say('reuse-show-all')} ${number(view.lines.length)}` },
            ]}
          />
        </div>
        {shown.map((each) => {
          const { kind, key } = standing(each);
          return (
            <button
              key={each.id}
              type="button"
              className={css.source}
              aria-current={each.id === line.id || undefined}
              onClick={() => setChosen(each.id)}
            >
              <strong>
                {each.id} {each.title}
              </strong>
              <span className="spread">
                <span className="caption">{say('reuse-candidates', { count: each.candidates.length })}</span>
                <Status kind={kind}>{say(key)}</Status>
              </span>
            </button>
          );
        })}
      </nav>
      <section className={css.column} aria-label={`${line.id} ${line.title}`}>
        <div className="spread">
          <h2 className="section-title">
            {line.id} {line.title}
          </h2>
          <Button size="small" onClick={() => void navigate({ to: '/gap', search: { line: line.id } })}>
            {say('reuse-open-line')}
          </Button>
        </div>
        <p className="quiet">{say('reuse-counts-about')}</p>
        <ul className={css.candidates}>
          {line.candidates.map((candidate) => (
            <Candidate
              key={`${line.id} ${candidate.framework} ${candidate.source}`}
              line={line}
              candidate={candidate}
              first={candidate === firstOpen}
              mayWrite={mayWrite}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}
