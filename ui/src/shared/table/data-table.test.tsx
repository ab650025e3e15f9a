import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { KeyboardProvider } from '../keyboard';
import { WordsProvider } from '../words';
import { type Column, compareValues, fitting } from './columns';
import { DataTable } from './data-table';

interface Row {
  id: string;
  code: string;
  name: string;
  due: string | null;
}

const ROWS: Row[] = [
  { id: 'a', code: 'AI-010', name: 'Churn', due: '2027-01-12' },
  { id: 'b', code: 'AI-002', name: 'Shortlist', due: null },
  { id: 'c', code: 'AI-001', name: 'Planner', due: '2026-12-18' },
];
const COLUMNS: Column<Row>[] = [
  { id: 'code', header: 'Id', sort: (row) => row.code, cell: (row) => row.code, keep: true },
  { id: 'name', header: 'Name', cell: (row) => row.name, keep: true },
  { id: 'due', header: 'Due', sort: (row) => row.due, cell: (row) => row.due ?? 'Not set' },
];

function Sample({ compact }: { compact?: boolean }) {
  const [open, setOpen] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <MantineProvider>
      <WordsProvider language="en">
        <KeyboardProvider letters>
          <DataTable
            label="Systems"
            rows={ROWS}
            columns={COLUMNS}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            openId={open}
            onOpen={(row) => setOpen(row.id)}
            selected={selected}
            onSelect={setSelected}
            compact={compact}
            bulk={<button type="button">Export</button>}
          />
          <output>{`${open ?? '-'} ${[...selected].sort().join(',')}`}</output>
        </KeyboardProvider>
      </WordsProvider>
    </MantineProvider>
  );
}

const codes = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[1]?.textContent);

describe('DataTable', () => {
  it('sorts ids the natural way and leaves nothing at the end in both directions', async () => {
    render(<Sample />);
    await userEvent.click(screen.getByRole('button', { name: 'Id' }));
    expect(codes()).toEqual(['AI-001', 'AI-002', 'AI-010']);
    await userEvent.click(screen.getByRole('button', { name: 'Due' }));
    expect(codes()).toEqual(['AI-001', 'AI-010', 'AI-002']);
    await userEvent.click(screen.getByRole('button', { name: 'Due' }));
    expect(codes()).toEqual(['AI-010', 'AI-001', 'AI-002']);
    expect(screen.getByRole('columnheader', { name: 'Due' }).getAttribute('aria-sort')).toBe('descending');
    expect(compareValues('4.10', '4.9')).toBeGreaterThan(0);
  });

  it('is worked by keyboard: move, open, select, extend', () => {
    render(<Sample />);
    const rows = () => screen.getAllByRole('row').slice(1);
    const first = rows()[0] as HTMLElement;
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    fireEvent.keyDown(first, { key: ' ' });
    fireEvent.keyDown(first, { key: 'ArrowDown', shiftKey: true });
    expect(screen.getByRole('status').textContent).toBe('- b,c');
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(screen.getByRole('status').textContent).toBe('c b,c');
    expect(rows()[2]?.getAttribute('aria-current')).toBe('true');
  });

  it('steps through open records with J and K from anywhere but text fields', async () => {
    render(<Sample />);
    await userEvent.click(screen.getByText('Churn'));
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(screen.getByRole('status').textContent).toBe('b ');
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(screen.getByRole('status').textContent).toBe('a ');
  });

  it('moves a row instead of making it anew, so that a click begun on it still meets it', async () => {
    render(<Sample />);
    const row = () => screen.getAllByRole('row').find((one) => one.dataset.row === 'a');
    const before = row();
    const place = codes();
    await userEvent.click(screen.getByRole('button', { name: /Due/ }));
    expect(codes()).not.toEqual(place);
    expect(row()).toBe(before);
  });

  it('shows the bulk bar only when rows are selected, and a box does not open its row', async () => {
    render(<Sample />);
    expect(screen.queryByText('Export')).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Churn' }));
    expect(screen.getByText('1 selected')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('- a');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(screen.getByText('3 selected')).toBeDefined();
  });

  it('drops what need not stay, the last one first, before names are cut', () => {
    const wide: Column<Row>[] = [
      { id: 'name', header: 'Name', cell: (row) => row.name, keep: true },
      { id: 'role', header: 'Role', cell: () => '', width: 100 },
      { id: 'stage', header: 'Stage', cell: () => '', width: 100 },
      { id: 'due', header: 'Due', cell: () => '', width: 100, keep: true },
    ];
    const ids = (room: number) => fitting(wide, false, room).map((column) => column.id);
    expect(ids(520)).toEqual(['name', 'role', 'stage', 'due']);
    expect(ids(519)).toEqual(['name', 'role', 'due']);
    expect(ids(50)).toEqual(['name', 'due']);
    expect(ids(0)).toEqual(['name', 'role', 'stage', 'due']);
  });

  it('drops columns beside a drawer', () => {
    render(<Sample compact />);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['', 'Id', 'Name']);
  });
});
