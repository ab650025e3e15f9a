import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Known, type SystemDataSet, useAct } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { FormDialog, fieldError, refusedField } from '../../shared/form';
import { IconPlus } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { RowButtons } from './row-buttons';
import css from './system.module.css';

const KNOWN: readonly Known[] = ['yes', 'no', 'unknown'];

function SetDialog({ id, set, onClose }: { id: string; set: SystemDataSet | null; onClose: () => void }) {
  const { say } = useWords();
  const put = useAct('system.data_set');
  const [draft, setDraft] = useState({
    name: set?.name ?? '',
    provenance: set?.provenance ?? '',
    personalData: set?.personalData ?? null,
    specialCategories: set?.specialCategories ?? null,
    note: set?.note ?? '',
  });
  const change = (patch: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...patch }));
  const errorOf = (path: string) => refusedField(put.error, path);
  const known = [
    { value: '', label: say('not-set') },
    ...KNOWN.map((word) => ({ value: word, label: say(`known-${word}`) })),
  ];
  return (
    <FormDialog
      title={say(set === null ? 'system-data-add' : 'system-data-change')}
      error={put.error}
      busy={put.isPending}
      onSave={() => put.mutate({ id, row: set?.id ?? null, ...draft }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={say('system-data-name')}
        withAsterisk
        value={draft.name}
        error={fieldError(errorOf('name'))}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={say('system-data-provenance')}
        description={say('system-data-provenance-help')}
        autosize
        minRows={2}
        value={draft.provenance}
        error={fieldError(errorOf('provenance'))}
        onChange={(event) => change({ provenance: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('system-field-personal_data')}
        value={draft.personalData ?? ''}
        onChange={(event) => change({ personalData: (event.currentTarget.value || null) as Known | null })}
        data={known}
      />
      <NativeSelect
        label={say('system-field-special_categories')}
        value={draft.specialCategories ?? ''}
        onChange={(event) =>
          change({ specialCategories: (event.currentTarget.value || null) as Known | null })
        }
        data={known}
      />
      <Textarea
        label={say('system-data-note')}
        autosize
        minRows={1}
        value={draft.note}
        error={fieldError(errorOf('note'))}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

/** Sets of data a system was trained, validated or tested with. */
export function DataSets({
  id,
  sets,
  mayWrite,
}: {
  id: string;
  sets: readonly SystemDataSet[];
  mayWrite: boolean;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const drop = useAct('system.drop_data_set');
  const [open, setOpen] = useState<'new' | SystemDataSet | null>(null);
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="spread">
        <h4 className={css.label}>{say('system-data-sets')}</h4>
        {mayWrite && (
          <Button
            size="small"
            icon={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => setOpen('new')}
          >
            {say('system-data-add')}
          </Button>
        )}
      </div>
      {sets.length === 0 && <p className="quiet">{say('system-data-none')}</p>}
      <ul className={css.parts}>
        {sets.map((set) => (
          <li key={set.id} className="spread">
            <span>
              <strong>{set.name}</strong>
              {set.provenance !== null && <div>{set.provenance}</div>}
              <div className="caption">
                {say('system-data-facts', {
                  personal: say(`known-${set.personalData ?? 'unknown'}`),
                  special: say(`known-${set.specialCategories ?? 'unknown'}`),
                })}
                {set.note !== null && ` ${set.note}`}
              </div>
            </span>
            {mayWrite && (
              <RowButtons
                edit={say('system-data-edit', { name: set.name })}
                onEdit={() => setOpen(set)}
                drop={say('system-data-drop', { name: set.name })}
                onDrop={() =>
                  drop.mutate(
                    { id: set.id },
                    { onSuccess: () => toast({ text: say('system-life-dropped'), undo }) },
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {drop.error && <ErrorPanel error={drop.error} />}
      {open !== null && (
        <SetDialog id={id} set={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
