import { Select } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { type RecordRef, type SystemView, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { listInput } from './filters';
import css from './system.module.css';

/** Most systems offered at once; typing narrows them. */
const MOST = 30;

/** What a system is a part of, and its own parts. */
export function PartOf({
  view,
  mayWrite,
  onOpen,
}: {
  view: SystemView;
  mayWrite: boolean;
  onOpen: (id: string) => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const set = useAct('system.set_parent');
  const { id, parent } = view.item;
  const named = (record: RecordRef) => `${record.code ?? ''} ${record.title}`.trim();
  const [text, setText] = useState('');
  // The chosen one is what the field shows; it is nothing to search for.
  const sought = useDeferredValue(parent !== null && text === named(parent) ? '' : text.trim());
  const found = useRead('system.list', { ...listInput(sought, {}), limit: MOST }, { keep: true }).data;
  const options = (found?.items ?? [])
    .filter((item) => item.id !== id && item.id !== parent?.id)
    .map((item) => ({ value: item.id, label: `${item.code} ${item.name}` }));
  const shown = parent === null ? options : [{ value: parent.id, label: named(parent) }, ...options];
  const refused = set.error?.wire.fields.find((field) => field.path === 'parent')?.message;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Select
        label={say('system-field-parent')}
        description={say('system-part-help')}
        placeholder={say('not-set')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': say('field-clear') }}
        readOnly={!mayWrite}
        data={shown}
        filter={({ options: all }) => all}
        nothingFoundMessage={say('systems-none-found')}
        searchValue={text}
        onSearchChange={setText}
        value={parent?.id ?? null}
        error={fieldError(refused)}
        onChange={(chosen) =>
          set.mutate(
            { id, parent: chosen },
            { onSuccess: () => toast({ text: say('system-part-set'), undo }) },
          )
        }
      />
      {set.error && refused === undefined && <ErrorPanel error={set.error} />}
      {parent !== null && (
        <Button look="link" size="small" onClick={() => onOpen(parent.id)}>
          {say('system-part-open', { name: named(parent) })}
        </Button>
      )}
      {view.parts.length > 0 && (
        <div>
          <h4 className={css.label}>{say('system-parts')}</h4>
          <ul className={css.parts}>
            {view.parts.map((part) => (
              <li key={part.id}>
                <Button look="link" size="small" onClick={() => onOpen(part.id)}>
                  {named(part)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
