import { Select, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { type LinkRelation, useAct, useRead } from '../../api';
import { ErrorPanel } from '../feedback';
import { useMissing } from '../form';
import { IconPlus } from '../icons';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';

function LinkDialog({
  record,
  offers,
  onClose,
}: {
  record: string;
  offers: readonly LinkRelation[];
  onClose: () => void;
}) {
  const { say } = useWords();
  const create = useAct('link.create');
  const [relation, setRelation] = useState<LinkRelation>('depends-on');
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const need = useMissing({ to: to !== null });
  const text = useDeferredValue(typed).trim();
  const found = useRead('search.find', { text, kinds: [] }, { enabled: text !== '', keep: true }).data ?? [];
  const options = found
    .filter((one) => one.record.id !== record)
    .map((one) => ({
      value: one.record.id,
      label: one.record.code === null ? one.record.title : `${one.record.code} ${one.record.title}`,
    }));
  return (
    <Dialog title={say('link-add')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget) || to === null) return;
          create.mutate(
            { from: record, to, relation, note: note.trim() === '' ? null : note.trim() },
            { onSuccess: onClose },
          );
        }}
      >
        <Select
          label={say('link-relation')}
          allowDeselect={false}
          data={offers.map((word) => ({ value: word, label: say(`link-relation-${word}-out`) }))}
          value={relation}
          onChange={(word) => word && setRelation(word)}
        />
        <Select
          data-autofocus
          // Opened by typing or a click: by itself it would lie over the other fields.
          openOnFocus={false}
          label={say('link-record')}
          withAsterisk
          error={need.errorOf('to')}
          placeholder={say('palette-placeholder')}
          nothingFoundMessage={text === '' ? undefined : say('palette-none')}
          searchable
          // The core has searched: everything it found is shown.
          filter={({ options: all }) => all}
          data={options}
          searchValue={typed}
          onSearchChange={setTyped}
          value={to}
          onChange={setTo}
        />
        <TextInput
          label={say('evidence-note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {create.error && <ErrorPanel error={create.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending}>
            {say('link-add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Links this record to another one, by one of the relations that its kind has. */
export function AddLink({ record, offers }: { record: string; offers: readonly LinkRelation[] }) {
  const { say } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button look="link" icon={<IconPlus size={15} aria-hidden="true" />} onClick={() => setAdding(true)}>
        {say('link-add')}
      </Button>
      {adding && <LinkDialog record={record} offers={offers} onClose={() => setAdding(false)} />}
    </>
  );
}
