import { useState } from 'react';
import type { ImportGroup, ImportPolicy, ImportView } from '../../api';
import { IconChevronDown, IconChevronRight, IconX } from '../../shared/icons';
import { IconButton, Notice, Segmented, Status, type StatusKind } from '../../shared/parts';
import { useNarrow } from '../../shared/size';
import { useWords } from '../../shared/words';
import { ColumnsPanel } from './columns';
import css from './import.module.css';
import { ProblemGroup } from './problem-group';
import { RowList } from './row-list';
import type { ImportActs } from './use-import';

const POLICIES: readonly ImportPolicy[] = ['stop', 'skip', 'update'];
export const LEVELS: Record<ImportGroup['level'], StatusKind> = {
  error: 'blocked',
  warning: 'attention',
  note: 'info',
};
const COUNTS = [
  ['created', 'done'],
  ['updated', 'info'],
  ['unchanged', 'excluded'],
  ['left', 'excluded'],
  ['problems', 'attention'],
] as const;

function Counts({ view }: { view: ImportView }) {
  const { say } = useWords();
  const { counts } = view;
  const left = counts.skipped - counts.unchanged;
  const of = { ...counts, left };
  return (
    <div className={`panel ${css.counts}`}>
      <span>
        <strong className="numbers">{say('import-number', { count: counts.rows })}</strong>{' '}
        {say('import-count-rows')}
      </span>
      {COUNTS.map(([name, kind]) => (
        <span key={name}>
          <strong className="numbers">{say('import-number', { count: of[name] })}</strong>{' '}
          <Status kind={name === 'problems' && of.problems === 0 ? 'done' : kind}>
            {say(`import-count-${name}`)}
          </Status>
        </span>
      ))}
      <span className={`caption ${css.end}`}>{say('import-old-values')}</span>
    </div>
  );
}

/** What was decided, each to be taken back. */
function Decisions({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  if (view.decisions.length === 0) return null;
  return (
    <section className="panel" aria-label={say('import-decisions')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('import-decisions')}</h2>
        <span className="caption">{say('import-decisions-help')}</span>
      </div>
      <ul className={css.decisions}>
        {view.decisions.map((decision, at) => (
          <li key={JSON.stringify(decision.fix)}>
            <span title={decision.text}>{decision.text}</span>
            <IconButton
              size="small"
              label={say('import-take-back', { what: decision.text })}
              disabled={acts.busy}
              onClick={() => acts.takeBack(at)}
            >
              <IconX size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (group: ImportGroup) => `${group.code}/${group.column ?? ''}`;

/** Problems by kind and column; one kind is open at a time. */
function Problems({ view, acts, onHeader }: { view: ImportView; acts: ImportActs; onHeader: () => void }) {
  const { say } = useWords();
  const [open, setOpen] = useState<string | null>(() => (view.groups[0] ? keyOf(view.groups[0]) : null));
  if (view.groups.length === 0) return null;
  return (
    <section className="panel" aria-label={say('import-count-problems')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('import-problems')}</h2>
        <span className="caption">{say('import-problems-help')}</span>
      </div>
      <ul className={css.groups}>
        {view.groups.map((group) => {
          const key = keyOf(group);
          const shown = open === key;
          return (
            <li key={key}>
              <button
                type="button"
                className={css.groupHead}
                aria-expanded={shown}
                onClick={() => setOpen(shown ? null : key)}
              >
                {shown ? (
                  <IconChevronDown size={15} aria-hidden="true" />
                ) : (
                  <IconChevronRight size={15} aria-hidden="true" />
                )}
                <Status kind={LEVELS[group.level]}>{group.title}</Status>
                <span className={css.groupPlace}>
                  {group.header === null
                    ? ''
                    : say('import-group-column', { header: group.header, letters: group.letters ?? '' })}
                </span>
                <span className="numbers">{say('import-number', { count: group.count })}</span>
              </button>
              {shown && <ProblemGroup group={group} view={view} acts={acts} onHeader={onHeader} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the import would do: counts, problems with their remedies, then rows. */
export function CheckStep({
  view,
  acts,
  onHeader,
}: {
  view: ImportView;
  acts: ImportActs;
  onHeader: () => void;
}) {
  const { say } = useWords();
  const narrow = useNarrow(1180);
  return (
    <div className={css.split} data-narrow={narrow || undefined}>
      {!narrow && <ColumnsPanel view={view} acts={acts} />}
      <div className={css.run}>
        <Counts view={view} />
        <div className={css.policy}>
          <span className="caption">{say('import-policy')}</span>
          <Segmented
            label={say('import-policy')}
            value={view.policy}
            disabled={acts.busy}
            onChange={(policy) => acts.change({ policy })}
            options={POLICIES.map((policy) => ({ value: policy, label: say(`import-policy-${policy}`) }))}
          />
        </div>
        {view.stopped && <Notice tone="amber" title={say('import-stopped')} />}
        <Decisions view={view} acts={acts} />
        <Problems view={view} acts={acts} onHeader={onHeader} />
        <RowList view={view} acts={acts} />
        <p className="caption">{say('import-one-step')}</p>
      </div>
    </div>
  );
}
