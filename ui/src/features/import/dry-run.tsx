import type { ImportPolicy, ImportRow, ImportView } from '../../api';
import { Notice, Segmented, Status, type StatusKind } from '../../shared/parts';
import { type Column, DataTable, Name } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './import.module.css';

const POLICIES: readonly ImportPolicy[] = ['stop', 'skip', 'update'];

const KINDS: Record<ImportRow['outcome'], StatusKind> = {
  create: 'done',
  update: 'info',
  unchanged: 'excluded',
  skip: 'excluded',
  stop: 'blocked',
};

function useRowColumns(): Column<ImportRow>[] {
  const { say } = useWords();
  return [
    { id: 'row', header: say('import-row'), cell: (row) => row.row, width: 70, align: 'end' },
    { id: 'name', header: say('system-field-name'), cell: (row) => <Name>{row.name}</Name>, keep: true },
    {
      id: 'outcome',
      header: say('import-result'),
      cell: (row) => (
        <Status kind={row.problems > 0 ? 'attention' : KINDS[row.outcome]}>
          {say(`import-outcome-${row.outcome}`, { fields: row.fields })}
        </Status>
      ),
      width: 210,
    },
  ];
}

/** What the import would do: counts, problems first, then rows. */
export function DryRun({
  view,
  busy,
  onPolicy,
}: {
  view: ImportView;
  busy: boolean;
  onPolicy: (policy: ImportPolicy) => void;
}) {
  const { say } = useWords();
  const columns = useRowColumns();
  const { counts } = view;
  return (
    <section className={css.run} aria-label={say('import-dry-run')}>
      <div className={`panel ${css.counts}`}>
        {(['rows', 'created', 'updated', 'skipped', 'problems'] as const).map((name) => (
          <span key={name}>
            <strong className="numbers">{say('import-number', { count: counts[name] })}</strong>{' '}
            {say(`import-count-${name}`)}
          </span>
        ))}
      </div>
      <div className={css.head}>
        <span className="caption">{say('import-policy')}</span>
        <Segmented
          label={say('import-policy')}
          value={view.policy}
          disabled={busy}
          onChange={onPolicy}
          options={POLICIES.map((policy) => ({ value: policy, label: say(`import-policy-${policy}`) }))}
        />
      </div>
      {view.stopped && <Notice tone="amber" title={say('import-stopped')} />}
      {view.problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={`panel ${css.problems}`} tabIndex={0} aria-label={say('import-count-problems')}>
          <ul>
            {view.problems.map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole and never reordered
              <li key={at}>
                <span className="caption numbers">
                  {say('import-place', { row: problem.where.row ?? 0, column: problem.where.column ?? '' })}
                </span>
                <span>{problem.message}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DataTable
        label={say('import-dry-run')}
        rows={view.rows}
        columns={columns}
        rowId={(row) => String(row.row)}
        rowName={(row) => row.name}
      />
    </section>
  );
}
