import { expect, it } from 'vitest';
import { fileNameFor } from './file-name';

it('makes a name every file system takes', () => {
  expect(fileNameFor('Harbour Analytics')).toBe('harbour-analytics.cairn');
  expect(fileNameFor('Müller & Söhne / Zürich: 2026?')).toBe('muller-sohne-zurich-2026.cairn');
  expect(fileNameFor('...')).toBe('workspace.cairn');
});
