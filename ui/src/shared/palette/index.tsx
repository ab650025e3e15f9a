import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { IconSearch } from '../icons';
import { MAC, useAllShortcuts } from '../keyboard';
import { Dialog, Kbd } from '../parts';
import { useWords } from '../words';
import { rank } from './match';
import css from './palette.module.css';

/** Something the palette can do or open. */
export interface PaletteItem {
  id: string;
  label: string;
  /** Beside the label: a code, a key. */
  hint?: string;
  /** Other words people look for it by. */
  words?: string;
  /** Heading it stands under. */
  group: string;
  run: () => void;
}

function Results({
  items,
  at,
  list,
  onHover,
  onRun,
}: {
  items: readonly PaletteItem[];
  at: number;
  list: string;
  onHover: (index: number) => void;
  onRun: (item: PaletteItem) => void;
}) {
  return items.map((item, index) => (
    <div key={item.id}>
      {items[index - 1]?.group !== item.group && (
        <div className={`caption ${css.group}`} role="presentation">
          {item.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the input above keeps the focus */}
      <div
        id={`${list}-${index}`}
        role="option"
        aria-selected={index === at}
        className={css.item}
        onMouseMove={() => onHover(index)}
        onClick={() => onRun(item)}
      >
        <span>{item.label}</span>
        {item.hint !== undefined && <span className={css.hint}>{item.hint}</span>}
      </div>
    </div>
  ));
}

/** The dialog's own trap focuses a moment later, and what was typed until then would be lost. */
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

/** Search and commands in one place; mounted while it is wanted. `find` brings records from the core; `items` are always on offer. */
export function CommandPalette({
  onClose,
  items,
  find,
}: {
  onClose: () => void;
  items: readonly PaletteItem[];
  find?: (typed: string) => Promise<readonly PaletteItem[]>;
}) {
  const { say } = useWords();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<readonly PaletteItem[]>([]);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    setAt(0);
    if (!find || typed.trim() === '') {
      setFound([]);
      return;
    }
    let late = false;
    const timer = window.setTimeout(() => {
      find(typed).then(
        (records) => !late && setFound(records),
        () => !late && setFound([]),
      );
    }, 120);
    return () => {
      late = true;
      window.clearTimeout(timer);
    };
  }, [typed, find]);

  const shown = useMemo(() => {
    const groups = [...new Set(items.map((item) => item.group))];
    const ranked = rank(typed, items);
    // What is always there stays where it is while records come in below.
    return [...groups.flatMap((group) => ranked.filter((item) => item.group === group)), ...found];
  }, [typed, items, found]);

  const run = (item: PaletteItem) => {
    onClose();
    item.run();
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = (at + by + shown.length) % shown.length;
      setAt(next);
      body.current
        ?.querySelector(`[id="${CSS.escape(`${list}-${next}`)}"]`)
        ?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = shown[at];
      if (item) run(item);
    }
  };

  return (
    <Modal.Root opened onClose={onClose} size={600} yOffset="12vh">
      <Modal.Overlay color="var(--scrim)" backgroundOpacity={1} />
      <Modal.Content aria-label={say('palette-label')}>
        <Modal.Body p={0}>
          <div className={css.input}>
            <IconSearch size={18} aria-hidden="true" />
            <input
              ref={focusAtOnce}
              data-autofocus
              role="combobox"
              aria-expanded
              aria-controls={list}
              aria-activedescendant={shown.length > 0 ? `${list}-${at}` : undefined}
              aria-label={say('palette-label')}
              placeholder={say('palette-placeholder')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={press}
            />
            <Kbd>{say('key-escape')}</Kbd>
          </div>
          <div ref={body} id={list} role="listbox" aria-label={say('palette-label')} className={css.list}>
            {shown.length === 0 ? (
              <div className={css.none}>{say('palette-none')}</div>
            ) : (
              <Results items={shown} at={at} list={list} onHover={setAt} onRun={run} />
            )}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Caps of one command, as they are written on a keyboard. */
export function useKeyCaps(): (keys: string) => string[] {
  const { say } = useWords();
  const words: Readonly<Record<string, string>> = {
    mod: MAC ? '⌘' : say('key-control'),
    alt: MAC ? '⌥' : say('key-alt'),
    shift: say('key-shift'),
    Escape: say('key-escape'),
    Enter: say('key-enter'),
    Space: say('key-space'),
  };
  const cap = (part: string) => words[part] ?? NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  return (keys) => keys.split(' ').map((stroke) => stroke.split('+').map(cap).join(' '));
}

/** Every key that works on this screen; mounted while it is wanted. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const caps = useKeyCaps();
  const all = useAllShortcuts();
  const unique = new Map(all.filter((one) => one.label).map((one) => [one.keys, one]));
  return (
    <Dialog title={say('keys-title')} size={640} onClose={onClose}>
      <dl className={css.keys}>
        {[...unique.values()].map((one) => (
          <div key={one.keys}>
            <dt>{one.label}</dt>
            <dd className="row" style={{ gap: 4 }}>
              {caps(one.keys).map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="caption" style={{ marginTop: 16 }}>
        {say('keys-lists')}
      </p>
    </Dialog>
  );
}
