import { type ImportChange, type ImportRowDetail, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Dialog, Segmented, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './import.module.css';
import type { ImportActs } from './use-import';

const STATES = { file: 'info', cairn: 'inherited', conflict: 'attention' } as const;

function Value({ text, mark }: { text: string | null; mark?: 'old' | 'new' | undefined }) {
  const { say } = useWords();
  if (text === null) return <em className="quiet">{say('import-empty-value')}</em>;
  return <span data-mark={mark}>{text}</span>;
}

/** One field: what is here, what the file says, and whose value stays. */
function ChangeRow({ change, row, acts }: { change: ImportChange; row: number; acts: ImportActs }) {
  const { say } = useWords();
  const file = change.side === 'file';
  return (
    <tr>
      <th scope="row">
        <span className={css.header}>{change.label}</span>
        <Status kind={STATES[change.state]}>{say(`import-state-${change.state}`)}</Status>
      </th>
      <td>
        <Value text={change.current} mark={file ? 'old' : undefined} />
        {change.state !== 'file' && (
          <span className="caption">
            {say('import-base', { text: change.base ?? say('import-empty-value') })}
          </span>
        )}
      </td>
      <td>
        <Value text={change.file} mark={file ? 'new' : 'old'} />
      </td>
      <td>
        <Segmented
          label={say('import-side-of', { field: change.label, row })}
          value={change.side}
          disabled={acts.busy}
          onChange={(side) => acts.decide({ type: 'keep', row, field: change.field, side })}
          options={[
            { value: 'cairn', label: say('import-side-keep') },
            { value: 'file', label: say('import-side-take') },
          ]}
        />
      </td>
    </tr>
  );
}

function Changes({ detail, acts }: { detail: ImportRowDetail; acts: ImportActs }) {
  const { say } = useWords();
  if (detail.changes.length === 0) return <p className="quiet">{say('import-no-changes')}</p>;
  if (detail.row.outcome === 'create') {
    return (
      <dl className={css.values}>
        {detail.changes.map((change) => (
          <div key={change.field}>
            <dt>{change.label}</dt>
            <dd>{change.file}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <table className={css.changes}>
      <thead>
        <tr>
          <th scope="col">{say('import-field')}</th>
          <th scope="col">{say('import-here')}</th>
          <th scope="col">{say('import-in-file')}</th>
          <th scope="col">{say('import-decide')}</th>
        </tr>
      </thead>
      <tbody>
        {detail.changes.map((change) => (
          <ChangeRow key={change.field} change={change} row={detail.row.row} acts={acts} />
        ))}
      </tbody>
    </table>
  );
}

/** What one row would do: old and new values, facts it brings along, its problems. */
export function RowLook({
  id,
  row,
  acts,
  onClose,
}: {
  id: string;
  row: number;
  acts: ImportActs;
  onClose: () => void;
}) {
  const { say } = useWords();
  const read = useRead('import.row', { id, row }, { keep: true });
  const detail = read.data;
  return (
    <Dialog
      title={say('import-row-title', { row, name: detail?.row.name ?? '' })}
      onClose={onClose}
      size={820}
    >
      {read.error && <ErrorPanel error={read.error} />}
      {!detail && !read.error && <Skeleton rows={5} />}
      {detail && (
        <div className={css.look}>
          <Status kind={detail.row.outcome === 'create' ? 'done' : 'info'}>
            {say(`import-outcome-${detail.row.outcome}`, { fields: detail.row.fields })}
            {detail.row.code !== null && ` · ${detail.row.code}`}
          </Status>
          {detail.problems.map((problem) => (
            <Status key={`${problem.code}${problem.where.column ?? ''}`} kind="attention">
              {problem.message}
            </Status>
          ))}
          <Changes detail={detail} acts={acts} />
          {detail.facts.length > 0 && (
            <details>
              <summary>{say('import-facts', { count: detail.facts.length })}</summary>
              <dl className={css.values}>
                {detail.facts.map((fact) => (
                  <div key={fact.header}>
                    <dt>{fact.header}</dt>
                    <dd>{fact.text}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </div>
      )}
    </Dialog>
  );
}
