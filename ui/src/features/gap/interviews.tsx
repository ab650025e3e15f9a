import { Select } from '@mantine/core';
import { useState } from 'react';
import {
  type GapItem,
  type GapView,
  type InterviewImport,
  type Place,
  type ReportFormat,
  useAct,
  useRead,
  useShortJob,
} from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { IconDownload, IconUpload } from '../../shared/icons';
import { Button, Dialog, Owner, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { type Branch, byOwner, type LineFilter, NOBODY, unowned } from './ways';

const ALL: LineFilter = new Set();

/** Writes somebody's sheet; none for everybody's. */
function useSheets() {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('report.export');
  const start = async (format: ReportFormat, person: Branch | null) => {
    const file = await platform().dialog({
      kind: 'save',
      title: say('interview-export'),
      suggested: `${say('interview-file', { name: person?.title ?? say('interview-everybody') })}.${format}`,
      files: [{ name: say(`report-format-${format}`), endings: [format] }],
    });
    if (file === null) return;
    write.mutate(
      { kind: 'interview', format, file: file.token, ...(person ? { owner: person.id } : {}) },
      { onSuccess: (written) => toast({ text: say('report-written', { name: written.file.name }) }) },
    );
  };
  return { start, busy: write.isPending, error: write.error };
}

/** Who has how much to answer, with their sheets. */
function People({ view }: { view: GapView }) {
  const { say } = useWords();
  const { start, busy, error } = useSheets();
  const people: (Branch | null)[] = byOwner(view, '', ALL).filter((branch) => branch.id !== NOBODY);
  const rows = people.length === 0 ? [] : [...people, null];
  return (
    <>
      {error && <ErrorPanel error={error} />}
      {rows.length > 0 && (
        <table className={css.people}>
          <thead>
            <tr>
              <th scope="col">{say('interview-person')}</th>
              <th scope="col" className={css.number}>
                {say('interview-lines')}
              </th>
              <th scope="col" className={css.number}>
                {say('interview-assessed')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{say('interview-export')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((person) => {
              const name = person?.title ?? say('interview-everybody');
              const sum = (key: 'assessed' | 'applicable') =>
                person ? person[key] : view.clauses[key] + view.controls[key];
              return (
                <tr key={person?.id ?? ''}>
                  <td>{person ? <Owner name={name} /> : name}</td>
                  <td className={css.number}>{sum('applicable')}</td>
                  <td className={css.number}>{sum('assessed')}</td>
                  <td>
                    <span className="row" style={{ justifyContent: 'flex-end' }}>
                      {(['pdf', 'xlsx'] as const).map((format) => (
                        <Button
                          key={format}
                          size="small"
                          disabled={busy}
                          aria-label={say('interview-export-one', {
                            name,
                            format: say(`report-format-${format}`),
                          })}
                          icon={<IconDownload size={14} aria-hidden="true" />}
                          onClick={() => void start(format, person)}
                        >
                          {say(`report-format-${format}`)}
                        </Button>
                      ))}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Gives the lines of nobody to people, by the role that usually owns them. */
function Giving({ view }: { view: GapView }) {
  const { say } = useWords();
  const toast = useToast();
  const members = (useRead('member.list', {}).data ?? []).filter((member) => member.active);
  const assign = useAct('gap.assign');
  const roles = unowned(view);
  const give = (lines: readonly GapItem[], owner: string, name: string) =>
    assign.mutate(
      { owner, requirements: lines.map((line) => line.requirement) },
      { onSuccess: (count) => toast({ text: say('interview-given', { count, name }) }) },
    );
  if (roles.length === 0) return null;
  return (
    <section className={css.giving}>
      <h3 className="panel-title">{say('interview-unowned')}</h3>
      <p className="caption">{say('interview-unowned-help')}</p>
      {assign.error && <ErrorPanel error={assign.error} />}
      <ul className={css.roles}>
        {roles.map(({ role, lines }) => {
          const name = role ?? say('interview-no-role');
          return (
            <li key={name}>
              <span>{say('interview-unowned-role', { role: name, count: lines.length })}</span>
              <Select
                aria-label={say('interview-give-role', { role: name })}
                placeholder={say('interview-give')}
                searchable
                disabled={assign.isPending}
                data={members.map((member) => ({ value: member.id, label: member.name }))}
                value={null}
                onChange={(owner, option) => owner !== null && give(lines, owner, option?.label ?? '')}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a sheet would change, before anything is written. */
function Rehearsal({ file, found, onClose }: { file: Place; found: InterviewImport; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const write = useShortJob('interview.import');
  return (
    <div className="stack">
      <p>
        {say('interview-found', {
          rows: found.rows,
          updated: found.updated,
          unchanged: found.unchanged,
          skipped: found.skipped,
        })}
      </p>
      {found.problems.length > 0 && (
        <section>
          <h3 className="panel-title">{say('interview-problems', { count: found.problems.length })}</h3>
          <ul className={css.changes}>
            {found.problems.map((problem) => (
              <li key={`${problem.where.row} ${problem.where.column} ${problem.code}`}>
                <Status kind={problem.level === 'note' ? 'info' : 'attention'}>
                  {problem.where.row === undefined
                    ? problem.message
                    : say('interview-problem', { row: problem.where.row, message: problem.message })}
                </Status>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.changes.length > 0 && (
        <section>
          <h3 className="panel-title">{say('interview-changes', { count: found.changes.length })}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard */}
          <section className={css.changes} tabIndex={0} aria-label={say('interview-changes-list')}>
            <table className={css.people}>
              <thead>
                <tr>
                  <th scope="col">{say('interview-id')}</th>
                  <th scope="col">{say('interview-field')}</th>
                  <th scope="col">{say('interview-before')}</th>
                  <th scope="col">{say('interview-after')}</th>
                </tr>
              </thead>
              <tbody>
                {found.changes.map((change) => (
                  <tr key={`${change.row} ${change.field}`}>
                    <td>{change.id}</td>
                    <td>{change.field}</td>
                    <td>{change.before}</td>
                    <td>{change.after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      )}
      {write.error && <ErrorPanel error={write.error} />}
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button
          look="primary"
          disabled={found.updated === 0 || write.isPending}
          onClick={() =>
            write.mutate(
              { file: file.token, dryRun: false },
              {
                onSuccess: (done) => {
                  toast({ text: say('interview-taken', { count: done.updated }) });
                  onClose();
                },
              },
            )
          }
        >
          {say('interview-take')}
        </Button>
      </div>
    </div>
  );
}

/** Who has to answer what: sheets out to people, answers back in. */
export function InterviewsDialog({
  view,
  mayWrite,
  onClose,
}: {
  view: GapView;
  mayWrite: boolean;
  onClose: () => void;
}) {
  const { say } = useWords();
  const rehearse = useShortJob('interview.import');
  const [file, setFile] = useState<Place | null>(null);
  const open = view.assessment?.state !== 'frozen';
  const choose = async () => {
    const chosen = await platform().dialog({
      kind: 'open',
      title: say('interview-import'),
      files: [{ name: say('report-format-xlsx'), endings: ['xlsx'] }],
    });
    if (chosen === null) return;
    setFile(chosen);
    rehearse.mutate({ file: chosen.token, dryRun: true });
  };
  return (
    <Dialog
      title={file === null ? say('interview-title') : say('interview-import-of', { name: file.name })}
      size={720}
      onClose={onClose}
    >
      {rehearse.data && file ? (
        <Rehearsal file={file} found={rehearse.data} onClose={onClose} />
      ) : (
        <div className="stack">
          <p>{say('interview-help')}</p>
          {mayWrite && open && (
            <div className="row">
              <Button
                icon={<IconUpload size={15} aria-hidden="true" />}
                disabled={rehearse.isPending}
                onClick={() => void choose()}
              >
                {say('interview-import')}
              </Button>
            </div>
          )}
          {rehearse.error && <ErrorPanel error={rehearse.error} />}
          <People view={view} />
          {mayWrite && open && <Giving view={view} />}
        </div>
      )}
    </Dialog>
  );
}
