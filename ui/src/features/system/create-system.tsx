import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Asks for a name; everything else can follow in the drawer. */
export function CreateSystem({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const { say } = useWords();
  const create = useAct('system.create');
  const [name, setName] = useState('');
  const refused = create.error?.wire.fields.find((field) => field.path === 'name');
  const close = () => {
    setName('');
    create.reset();
    onClose();
  };
  return (
    <Dialog title={say('system-add')} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '' || create.isPending) return;
          create.mutate(
            { name: name.trim(), values: {} },
            {
              onSuccess: (made) => {
                close();
                onCreated(made.id);
              },
            },
          );
        }}
      >
        <TextInput
          data-autofocus
          label={say('system-add-name')}
          description={say('system-add-help')}
          maxLength={400}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(refused?.message)}
        />
        {create.error && !refused && <ErrorPanel error={create.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || create.isPending}>
            {say('system-add-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
