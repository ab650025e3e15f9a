import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportColumn, ImportTarget, ImportView } from '../../api';
import { Notice, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './import.module.css';
import type { ImportActs } from './use-import';

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

/** The header of a column, or its letters when it has none. */
export function useHeader(): (column: ImportColumn) => string {
  const { say } = useWords();
  return (column) =>
    column.header === '' ? say('import-column', { letters: column.letters }) : column.header;
}

function Target({ column, view, acts }: { column: ImportColumn; view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const header = useHeader()(column);
  return (
    <NativeSelect
      aria-label={say('import-target-of', { header })}
      value={wordOf(column.target)}
      disabled={acts.busy}
      onChange={(event) =>
        acts.change({ columns: [{ column: column.column, target: targetOf(event.currentTarget.value) }] })
      }
      data={[
        { value: FACT, label: say('import-target-fact') },
        { value: IGNORE, label: say('import-target-ignore') },
        ...view.fields.map((field) => ({ value: field.word, label: field.label })),
      ]}
    />
  );
}

function Sure({ column }: { column: ImportColumn }) {
  const { say } = useWords();
  const field = column.target.type === 'field';
  const kind = !field ? 'minimal' : column.confidence >= 80 ? 'done' : 'attention';
  return (
    <Status kind={kind}>
      {field
        ? say('import-sure', { percent: column.confidence, reason: say(`import-reason-${column.reason}`) })
        : say(`import-reason-${column.reason}`)}
    </Status>
  );
}

/** Which saved columns are used, and the name these are saved under. */
function Saved({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const [name, setName] = useState(view.name);
  useEffect(() => setName(view.name), [view.name]);
  const used = view.mappings.find((mapping) => mapping.name === view.saved)?.id ?? '';
  return (
    <div className={`panel ${css.choices}`}>
      <NativeSelect
        label={say('import-mapping')}
        value={used}
        disabled={acts.busy || view.mappings.length === 0}
        onChange={(event) => acts.change({ mapping: event.currentTarget.value })}
        data={[
          { value: '', label: say('import-mapping-proposed') },
          ...view.mappings.map((mapping) => ({ value: mapping.id, label: mapping.name })),
        ]}
      />
      <TextInput
        label={say('import-mapping-name')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          if (name.trim() !== view.name) acts.change({ name });
        }}
      />
      <p className="caption">{say('import-mapping-help')}</p>
    </div>
  );
}

/** What each column means: proposal, how sure it is, first values. */
export function ColumnsStep({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const header = useHeader();
  const mapped = view.columns.filter((column) => column.target.type === 'field').length;
  return (
    <>
      {view.blocked !== null && (
        <Notice tone="amber" title={view.blocked}>
          {view.groups.map((group) => (
            <div key={`${group.code}/${group.column ?? ''}`}>
              {group.header === null
                ? group.title
                : say('import-blocked-group', { what: group.title, header: group.header })}
            </div>
          ))}
        </Notice>
      )}
      <Saved view={view} acts={acts} />
      <section className={`panel ${css.table}`} aria-label={say('import-columns')}>
        <div className={css.head}>
          <h2 className="panel-title">{say('import-columns')}</h2>
          <span className="caption">{say('import-mapped', { mapped, of: view.columns.length })}</span>
        </div>
        <table className={css.columns}>
          <thead>
            <tr>
              <th scope="col">{say('import-in-file')}</th>
              <th scope="col">{say('import-in-cairn')}</th>
              <th scope="col">{say('import-proposal')}</th>
              <th scope="col">{say('import-values')}</th>
            </tr>
          </thead>
          <tbody>
            {view.columns.map((column) => (
              <tr key={column.column}>
                <td>
                  <span className={css.header} title={column.header}>
                    {header(column)}
                  </span>
                  <span className="caption">
                    {say('import-filled', { letters: column.letters, count: column.filled })}
                  </span>
                </td>
                <td>
                  <Target column={column} view={view} acts={acts} />
                </td>
                <td>
                  <Sure column={column} />
                </td>
                <td>
                  <ul className={css.examples}>
                    {column.examples.map((example) => (
                      <li key={example} title={example}>
                        {example}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The columns beside the check, so that one can be moved at once. */
export function ColumnsPanel({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const header = useHeader();
  return (
    <section className={`panel ${css.side}`} aria-label={say('import-columns')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('import-columns')}</h2>
        {view.saved !== null && <span className="caption">{say('import-saved', { name: view.saved })}</span>}
      </div>
      <table className={css.columns}>
        <thead>
          <tr>
            <th scope="col">{say('import-in-file')}</th>
            <th scope="col">{say('import-in-cairn')}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns.map((column) => (
            <tr key={column.column}>
              <td>
                <span className={css.header} title={column.header}>
                  {header(column)}
                </span>
              </td>
              <td>
                <Target column={column} view={view} acts={acts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
