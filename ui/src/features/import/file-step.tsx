import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import type { ImportView } from '../../api';
import { platform } from '../../platform';
import { EmptyState } from '../../shared/feedback';
import { Button, Notice } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './import.module.css';
import type { ImportActs } from './use-import';

/** Choosing a file: by dialog, or by dropping it on the window. */
export function ChooseFile({ onFile }: { onFile: (token: string) => void }) {
  const { say } = useWords();
  useEffect(
    () =>
      platform().on('dropped', (files) => {
        if (files[0]) onFile(files[0].token);
      }),
    [onFile],
  );
  const choose = async () => {
    const file = await platform().dialog({
      kind: 'open',
      title: say('import-choose'),
      files: [{ name: say('import-files'), endings: ['xlsx', 'csv'] }],
    });
    if (file) onFile(file.token);
  };
  return (
    <div className="panel">
      <EmptyState
        action={
          <Button look="primary" onClick={() => void choose()}>
            {say('import-choose')}
          </Button>
        }
      >
        {say('import-empty')}
      </EmptyState>
    </div>
  );
}

/** The first rows of the sheet, the header row marked. */
function Preview({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const columns = view.columns.slice(0, 60);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`panel ${css.scrolling}`} tabIndex={0} aria-label={say('import-preview')}>
      <table className={css.preview}>
        <thead>
          <tr>
            <th scope="col">{say('import-row')}</th>
            {columns.map((column) => (
              <th key={column.column} scope="col">
                {column.letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.preview.map((row) => (
            <tr key={row.row} data-header={row.row === view.headerRow || undefined}>
              <th scope="row" className="numbers">
                <Button
                  look="link"
                  aria-label={say('import-header-is', { row: row.row })}
                  aria-pressed={row.row === view.headerRow}
                  disabled={acts.busy}
                  onClick={() => acts.change({ sheet: view.sheet, headerRow: row.row })}
                >
                  {row.row}
                </Button>
              </th>
              {row.cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of their columns
                <td key={at} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which sheet and which header row: found, shown, changeable. */
export function FileStep({ view, acts }: { view: ImportView; acts: ImportActs }) {
  const { say } = useWords();
  const rows = [...new Set([...view.preview.map((row) => row.row), view.headerRow ?? 0])].sort(
    (a, b) => a - b,
  );
  return (
    <>
      {view.own && <Notice tone="slate" title={say('import-own')} />}
      <div className={`panel ${css.choices}`}>
        <NativeSelect
          label={say('import-sheet')}
          value={String(view.sheet)}
          disabled={acts.busy || view.sheets.length < 2}
          onChange={(event) => acts.change({ sheet: Number(event.currentTarget.value) })}
          data={view.sheets.map((sheet, at) => ({
            value: String(at),
            label: say('import-sheet-of', { name: sheet.name, rows: sheet.rows }),
          }))}
        />
        <NativeSelect
          label={say('import-header-row')}
          value={String(view.headerRow ?? 0)}
          disabled={acts.busy}
          onChange={(event) =>
            acts.change({ sheet: view.sheet, headerRow: Number(event.currentTarget.value) })
          }
          data={[
            { value: '0', label: say('import-header-none') },
            ...rows.filter((row) => row > 0).map((row) => ({ value: String(row), label: String(row) })),
          ]}
        />
        <p className="caption">{say('import-header-help')}</p>
      </div>
      <Preview view={view} acts={acts} />
    </>
  );
}
