import { describe, expect, it } from 'vitest';
import { type ListPlace, stepList } from './list-keys';
import { advance, isPlain, isTextField, strokeOf } from './stroke';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('strokes', () => {
  it('spells combinations one way', () => {
    expect(strokeOf(key('k', { ctrlKey: true }), false)).toBe('mod+k');
    expect(strokeOf(key('k', { metaKey: true }), true)).toBe('mod+k');
    expect(strokeOf(key('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z');
    expect(strokeOf(key('?', { shiftKey: true }), false)).toBe('?');
    expect(strokeOf(key('ArrowUp', { shiftKey: true }), false)).toBe('shift+ArrowUp');
    expect(strokeOf(key(' '), false)).toBe('Space');
  });

  it('knows plain signs and text fields', () => {
    expect([isPlain('j'), isPlain('?'), isPlain('mod+k'), isPlain('ArrowDown')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect([isTextField(document.createElement('textarea')), isTextField(box), isTextField(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('follows sequences and starts over when one breaks off', () => {
    const commands = [{ keys: 'g o' }, { keys: 'g t' }, { keys: 'j' }];
    expect(advance(null, 'g', commands)).toEqual({ pending: 'g' });
    expect(advance('g', 'o', commands)).toEqual({ found: { keys: 'g o' } });
    expect(advance('g', 'j', commands)).toEqual({ found: { keys: 'j' } });
    expect(advance('g', 'x', commands)).toBeNull();
  });

  it('lets the innermost command win', () => {
    const commands = [
      { keys: 'e', from: 'frame' },
      { keys: 'e', from: 'screen' },
    ];
    expect(advance(null, 'e', commands)).toEqual({ found: { keys: 'e', from: 'screen' } });
  });
});

describe('list keys', () => {
  const start: ListPlace = { at: -1, anchor: -1, selected: new Set() };
  const press = (strokes: string[], from = start, count = 5) =>
    strokes.reduce<ListPlace>((place, stroke) => stepList(place, stroke, count, true)?.place ?? place, from);

  it('moves within the list', () => {
    expect(press(['j', 'j', 'k']).at).toBe(0);
    expect(press(['End', 'ArrowDown']).at).toBe(4);
    expect(press(['PageDown', 'PageUp', 'ArrowUp']).at).toBe(0);
  });

  it('opens the row it stands on, and nothing before it stands anywhere', () => {
    expect(stepList(start, 'Enter', 5, true)).toBeNull();
    expect(stepList({ ...start, at: 2 }, 'Enter', 5, true)?.open).toBe(2);
  });

  it('selects, extends from the anchor and takes all', () => {
    expect([...press(['j', 'Space', 'j', 'j', 'Space']).selected]).toEqual([0, 2]);
    expect([...press(['j', 'j', 'shift+ArrowDown', 'shift+ArrowDown']).selected]).toEqual([1, 2, 3]);
    expect([...press(['j', 'j', 'j', 'shift+ArrowUp']).selected]).toEqual([1, 2]);
    expect(press(['mod+a']).selected.size).toBe(5);
    expect(press(['mod+a', 'mod+a']).selected.size).toBe(0);
  });

  it('does not select in a list without selection, and survives an empty one', () => {
    expect(stepList({ ...start, at: 1 }, 'Space', 5, false)).toBeNull();
    expect(stepList(start, 'j', 0, true)).toBeNull();
  });
});
