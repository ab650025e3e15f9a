import { MantineProvider, TextInput } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { WordsProvider } from '../words';
import { useMissing } from './missing';

function Form({ onSave }: { onSave: () => void }) {
  const [name, setName] = useState('');
  const need = useMissing({ name: name !== '' });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (need.complete(event.currentTarget)) onSave();
      }}
    >
      <TextInput
        label="Name"
        value={name}
        error={need.errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit">Save</button>
    </form>
  );
}

test('what is missing is said once somebody saves, gets the focus, and holds nothing back when it is there', async () => {
  const onSave = vi.fn();
  render(
    <MantineProvider>
      <WordsProvider language="en">
        <Form onSave={onSave} />
      </WordsProvider>
    </MantineProvider>,
  );
  expect(screen.queryByText('This is needed.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('This is needed.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
  expect(onSave).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Name'), 'Quay');
  expect(screen.queryByText('This is needed.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSave).toHaveBeenCalledOnce();
});
