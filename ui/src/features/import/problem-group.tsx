import { NativeSelect, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { ImportGroup, ImportRemedy, ImportText, ImportView } from '../../api';
import { Button, Segmented } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { useHeader } from './columns';
import css from './import.module.css';
import { ProblemList } from './problem-list';
import type { ImportActs } from './use-import';

const FIRST_TEXTS = 8;

interface GroupProps {
  group: ImportGroup;
  view: ImportView;
  acts: ImportActs;
}

/** A value for every cell with one text: chosen from the list, a date, or typed. */
function TakeAs({ group, text, acts }: { group: ImportGroup; text: string; acts: ImportActs }) {
  const { say } = useWords();
  const [value, setValue] = useState('');
  if (group.column === null) return null;
  const column = group.column;
  const take = (given: string) => {
    if (given !== '') acts.decide({ type: 'take', column, text, value: given });
  };
  const label = say('import-take-of', { text });
  if (group.options.length > 0) {
    return (
      <NativeSelect
        aria-label={label}
        value=""
        disabled={acts.busy}
        onChange={(event) => take(event.currentTarget.value)}
        data={[
          { value: '', label: say('import-take') },
          ...group.options.map((option) => ({ value: option.word, label: option.label })),
        ]}
      />
    );
  }
  return (
    <form
      className={css.take}
      onSubmit={(event) => {
        event.preventDefault();
        take(value);
      }}
    >
      {group.input === 'date' ? (
        <DateInput
          aria-label={label}
          placeholder={say('import-take')}
          value={value === '' ? null : value}
          disabled={acts.busy}
          onChange={(day) => setValue(day ?? '')}
        />
      ) : (
        <TextInput
          aria-label={label}
          placeholder={say('import-take')}
          value={value}
          disabled={acts.busy}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="small" disabled={acts.busy || value === ''}>
        {say('import-take-do')}
      </Button>
    </form>
  );
}

/** One text that has the problem in several cells. */
function TextRow({ group, text, acts }: { group: ImportGroup; text: ImportText; acts: ImportActs }) {
  const { say } = useWords();
  const can = (remedy: ImportRemedy) => group.remedies.includes(remedy);
  return (
    <tr>
      <td className={css.text} title={text.text}>
        {say('import-quoted', { text: text.text })}
      </td>
      <td className="numbers">{say('import-cells', { count: text.count })}</td>
      <td>
        <div className={css.buttons}>
          {can('take') && <TakeAs group={group} text={text.text} acts={acts} />}
          {can('blank') && (
            <Button
              size="small"
              disabled={acts.busy}
              onClick={() =>
                acts.decide({ type: 'blank', code: group.code, column: group.column, text: text.text })
              }
            >
              {group.code === 'unknown-id' ? say('import-as-new') : say('import-blank')}
            </Button>
          )}
          {can('skip') && (
            <Button
              size="small"
              disabled={acts.busy}
              onClick={() =>
                acts.decide({
                  type: 'skip',
                  code: group.code,
                  column: group.column,
                  text: text.text,
                  row: null,
                })
              }
            >
              {say('import-skip')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** What can be done about all problems of the group at once. */
function ForAll({ group, view, acts, onHeader }: GroupProps & { onHeader: () => void }) {
  const { say } = useWords();
  const header = useHeader();
  const can = (remedy: ImportRemedy) => group.remedies.includes(remedy);
  const { code, column, field } = group;
  const button = (label: string, act: () => void) => (
    <Button key={label} size="small" disabled={acts.busy} onClick={act}>
      {label}
    </Button>
  );
  return (
    <div className={css.forAll}>
      {can('fit') &&
        column !== null &&
        button(say(`import-fit-${code}`), () => acts.decide({ type: 'fit', code, column }))}
      {can('accept') && button(say('import-accept'), () => acts.decide({ type: 'accept', code, row: null }))}
      {can('keep') && (
        <>
          {button(say('import-keep-cairn-all'), () =>
            acts.decide({ type: 'keep', row: null, field, side: 'cairn' }),
          )}
          {button(say('import-keep-file-all'), () =>
            acts.decide({ type: 'keep', row: null, field, side: 'file' }),
          )}
        </>
      )}
      {can('duplicate') &&
        (['create', 'skip', 'update'] as const).map((take) =>
          button(say(`import-twin-${take}-all`), () => acts.decide({ type: 'duplicate', row: null, take })),
        )}
      {can('blank') &&
        button(code === 'unknown-id' ? say('import-as-new-all') : say('import-blank-all'), () =>
          acts.decide({ type: 'blank', code, column, text: null }),
        )}
      {can('skip') &&
        button(say('import-skip-all'), () =>
          acts.decide({ type: 'skip', code, column, text: null, row: null }),
        )}
      {can('date-order') && (
        <Segmented
          label={say('import-date-order')}
          value={null}
          disabled={acts.busy}
          onChange={(order) => acts.decide({ type: 'date-order', order })}
          options={(['day-month', 'month-day'] as const).map((order) => ({
            value: order,
            label: say(`import-date-order-${order}`),
          }))}
        />
      )}
      {can('header-row') && button(say('import-choose-header'), onHeader)}
      {can('column') && field !== null && (
        <NativeSelect
          aria-label={say('import-other-column', { field: group.label ?? field })}
          value=""
          disabled={acts.busy}
          onChange={(event) => {
            if (event.currentTarget.value !== '') {
              acts.decide({ type: 'column', field, column: Number(event.currentTarget.value) });
            }
          }}
          data={[
            { value: '', label: say('import-other-column', { field: group.label ?? field }) },
            ...view.columns
              .filter((other) => other.column !== column)
              .map((other) => ({ value: String(other.column), label: header(other) })),
          ]}
        />
      )}
    </div>
  );
}

/** Problems of one kind in one column: what to do about all, about equal texts, about single rows. */
export function ProblemGroup({ group, view, acts, onHeader }: GroupProps & { onHeader: () => void }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const [list, setList] = useState(group.texts.length === 0);
  const byText =
    group.texts.length > 0 && (['take', 'skip'] as const).some((r) => group.remedies.includes(r));
  const texts = all ? group.texts : group.texts.slice(0, FIRST_TEXTS);
  return (
    <div className={css.group}>
      {group.remedies.length === 0 && <p className="caption">{say('import-nothing-to-do')}</p>}
      <ForAll group={group} view={view} acts={acts} onHeader={onHeader} />
      {byText && (
        <table className={css.texts} aria-label={say('import-texts', { what: group.title })}>
          <tbody>
            {texts.map((text) => (
              <TextRow key={text.text} group={group} text={text} acts={acts} />
            ))}
          </tbody>
        </table>
      )}
      <div className={css.buttons}>
        {byText && group.texts.length > texts.length && (
          <Button look="link" onClick={() => setAll(true)}>
            {say('import-texts-all', { count: group.texts.length })}
          </Button>
        )}
        <Button look="link" aria-expanded={list} onClick={() => setList(!list)}>
          {list ? say('import-list-hide') : say('import-list-show')}
        </Button>
      </div>
      {list && <ProblemList id={view.id} group={group} acts={acts} />}
    </div>
  );
}
