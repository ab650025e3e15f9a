import { NativeSelect } from '@mantine/core';
import type { ImportColumn, ImportMapInput, ImportTarget, ImportView } from '../../api';
import { useWords } from '../../shared/words';
import css from './import.module.css';

const FACT = ':fact';
const IGNORE = ':ignore';

function wordOf(target: ImportTarget): string {
  if (target.type === 'field') return target.field;
  return target.type === 'fact' ? FACT : IGNORE;
}

function targetOf(word: string): ImportTarget {
  if (word === FACT) return { type: 'fact' };
  return word === IGNORE ? { type: 'ignore' } : { type: 'field', field: word };
}

/** One column of the file and what it goes to. */
function Row({
  column,
  view,
  busy,
  onTarget,
}: {
  column: ImportColumn;
  view: ImportView;
  busy: boolean;
  onTarget: (target: ImportTarget) => void;
}) {
  const { say } = useWords();
  const header = column.header === '' ? say('import-column', { letters: column.letters }) : column.header;
  return (
    <tr>
      <td>
        <span className={css.header} title={column.header}>
          {header}
        </span>
        <span className="caption" title={column.examples.join('\n')}>
          {column.examples[0] ?? say('import-column-empty')}
        </span>
      </td>
      <td>
        <NativeSelect
          aria-label={say('import-target-of', { header })}
          value={wordOf(column.target)}
          disabled={busy}
          onChange={(event) => onTarget(targetOf(event.currentTarget.value))}
          data={[
            { value: FACT, label: say('import-target-fact') },
            { value: IGNORE, label: say('import-target-ignore') },
            ...view.fields.map((field) => ({ value: field.word, label: field.label })),
          ]}
        />
        <span className="caption">{say(`import-reason-${column.reason}`)}</span>
      </td>
    </tr>
  );
}

/** What each column means; sheet and header row can be changed. */
export function Columns({
  view,
  busy,
  onChange,
}: {
  view: ImportView;
  busy: boolean;
  onChange: (change: Omit<Partial<ImportMapInput>, 'id'>) => void;
}) {
  const { say } = useWords();
  const mapped = view.columns.filter((column) => column.target.type === 'field').length;
  return (
    <section className="panel" aria-label={say('import-columns')}>
      <div className={css.head}>
        <strong>{say('import-columns')}</strong>
        <span className="caption">{say('import-mapped', { mapped, of: view.columns.length })}</span>
      </div>
      <div className={css.choices}>
        {view.sheets.length > 1 && (
          <NativeSelect
            label={say('import-sheet')}
            value={String(view.sheet)}
            disabled={busy}
            onChange={(event) => onChange({ sheet: Number(event.currentTarget.value) })}
            data={view.sheets.map((name, at) => ({ value: String(at), label: name }))}
          />
        )}
        <NativeSelect
          label={say('import-header-row')}
          value={String(view.headerRow ?? 0)}
          disabled={busy}
          onChange={(event) => onChange({ sheet: view.sheet, headerRow: Number(event.currentTarget.value) })}
          data={[
            { value: '0', label: say('import-header-none') },
            ...Array.from({ length: Math.max(10, view.headerRow ?? 0) }, (_, at) => ({
              value: String(at + 1),
              label: String(at + 1),
            })),
          ]}
        />
      </div>
      {view.saved !== null && <p className="caption">{say('import-saved', { name: view.saved })}</p>}
      <table className={css.columns}>
        <thead>
          <tr>
            <th scope="col">{say('import-in-file')}</th>
            <th scope="col">{say('import-in-cairn')}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns.map((column) => (
            <Row
              key={column.column}
              column={column}
              view={view}
              busy={busy}
              onTarget={(target) => onChange({ columns: [{ column: column.column, target }] })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
