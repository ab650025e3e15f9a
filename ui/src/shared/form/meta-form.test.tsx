import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { FieldDescription } from '../../api';
import { WordsProvider } from '../words';
import { MetaForm } from './meta-form';

const field = (key: string, section: string): FieldDescription => ({
  key,
  label: key,
  help: null,
  section,
  sectionLabel: section,
  input: 'text',
  options: [],
  limit: 400,
  required: false,
});
const FIELDS = [field('name', 'identity'), field('model', 'build'), field('platform', 'build')];

function Form({ errors = {} }: { errors?: Record<string, string> }) {
  const [open, setOpen] = useState<readonly string[]>(['identity']);
  return (
    <MantineProvider>
      <WordsProvider language="en">
        <MetaForm
          fields={FIELDS}
          values={{ name: 'Shift planner', model: 'Roster 2', platform: null }}
          errors={errors}
          unfolding={{ open, onOpen: setOpen }}
          within={{ build: <p>sets</p> }}
          onChange={() => undefined}
        />
      </WordsProvider>
    </MantineProvider>
  );
}

describe('MetaForm', () => {
  it('shows a section when it is unfolded, with what stands below its fields', async () => {
    render(<Form />);
    expect(await screen.findByLabelText('name')).toBeTruthy();
    expect(screen.queryByLabelText('model')).toBeNull();
    const head = screen.getByRole('button', { name: /build/ });
    expect(head.getAttribute('aria-expanded')).toBe('false');
    expect(head.textContent).toContain('1 of 2 filled');
    fireEvent.click(head);
    expect(screen.getByLabelText('model')).toBeTruthy();
    expect(screen.getByText('sets')).toBeTruthy();
    fireEvent.click(head);
    expect(screen.queryByLabelText('model')).toBeNull();
  });

  it('keeps a refused field in sight', async () => {
    render(<Form errors={{ platform: 'Too long.' }} />);
    expect(await screen.findByText('Too long.')).toBeTruthy();
  });
});
