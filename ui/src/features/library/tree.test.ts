import { describe, expect, it } from 'vitest';
import { above, type Entry, treeRows } from './tree';

const ENTRIES: Entry[] = [
  { id: 'A.6', title: 'Life cycle', parent: null },
  { id: 'A.6.2', title: 'Development', parent: 'A.6' },
  { id: 'A.6.2.4', title: 'Verification', parent: 'A.6.2' },
  { id: 'A.6.2.10', title: 'Later', parent: 'A.6.2' },
  { id: 'A.7', title: 'Data', parent: null },
];
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe('the tree', () => {
  it('shows what is open, in the order of the framework', () => {
    expect(ids(treeRows(ENTRIES, new Set(), null))).toEqual(['A.6', 'A.7']);
    const rows = treeRows(ENTRIES, new Set(['A.6', 'A.6.2']), null);
    expect(ids(rows)).toEqual(['A.6', 'A.6.2', 'A.6.2.4', 'A.6.2.10', 'A.7']);
    expect(rows.map((row) => row.level)).toEqual([1, 2, 3, 3, 1]);
  });

  it('shows hits with what they stand under', () => {
    expect(ids(treeRows(ENTRIES, new Set(), new Set(['A.6.2.10'])))).toEqual(['A.6', 'A.6.2', 'A.6.2.10']);
    expect(treeRows(ENTRIES, new Set(), new Set())).toEqual([]);
  });

  it('knows what stands above an entry', () => {
    expect(above(ENTRIES, 'A.6.2.4')).toEqual(['A.6.2', 'A.6']);
    expect(above(ENTRIES, 'A.9')).toEqual([]);
  });
});
