import { TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useAct, useRead } from '../../api';
import { ErrorPanel } from '../../shared/feedback';
import { useMissing } from '../../shared/form';
import { Button, Dialog, Notice } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './system.module.css';

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
  const need = useMissing({ name: name.trim() !== '' });
  const [supplier, setSupplier] = useState('');
  const [model, setModel] = useState('');
  const typed = useDeferredValue({ name: name.trim(), supplier: supplier.trim(), model: model.trim() });
  const alike = useRead('system.like', typed, { keep: true }).data ?? [];
  const refused = create.error?.wire.fields.find((field) => field.path === 'name');
  const close = () => {
    setName('');
    create.reset();
    onClose();
  };
  return (
    <Dialog title={say('system-add')} onClose={close}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (create.isPending || !need.complete(event.currentTarget)) return;
          create.mutate(
            { name: name.trim(), values: { supplier: supplier.trim(), model: model.trim() } },
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
          required
          description={say('system-add-help')}
          maxLength={400}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={need.errorOf('name', refused?.message)}
        />
        <TextInput
          label={say('system-field-supplier')}
          maxLength={400}
          value={supplier}
          onChange={(event) => setSupplier(event.currentTarget.value)}
        />
        <TextInput
          label={say('system-field-model')}
          maxLength={400}
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
        />
        {name.trim() !== '' && alike.length > 0 && (
          <Notice tone="amber" title={say('system-like')} live="polite">
            <ul className={css.like}>
              {alike.map((like) => (
                <li key={like.system.id}>
                  <Button
                    look="link"
                    onClick={() => {
                      close();
                      onCreated(like.system.id);
                    }}
                  >
                    {say('system-like-item', { code: like.system.code ?? '', name: like.system.title })}
                  </Button>{' '}
                  <span className="caption">{like.why}</span>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {create.error && !refused && <ErrorPanel error={create.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={create.isPending}>
            {say('system-add-do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
