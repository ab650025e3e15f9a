import { useNavigate } from '@tanstack/react-router';
import { type Theme, useAct, useRead, type WorkspaceSummary } from '../api';
import { useAllShortcuts } from '../shared/keyboard';
import { type PaletteItem, useKeyCaps } from '../shared/palette';
import { useWords } from '../shared/words';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
/** What can be begun from anywhere: its screen takes the word from the address. */
const BEGIN = [
  { id: 'add-system', labelKey: 'system-add', to: '/systems' },
  { id: 'add-action', labelKey: 'action-add', to: '/actions' },
] as const;
/** Keys that the palette itself answers to, or that it lists under another name. */
const OWN_KEYS: ReadonlySet<string> = new Set(['mod+k', '?', 'g o', 'g t', 'mod+y']);

/** Commands of the palette: what the keys of this screen do, what can be begun anywhere, and the colours. */
export function useCommands(summary: WorkspaceSummary): PaletteItem[] {
  const { say } = useWords();
  const navigate = useNavigate();
  const caps = useKeyCaps();
  const preferences = useRead('preferences.get', {}).data;
  const update = useAct('preferences.update');
  const group = say('palette-commands');
  const keyed = useAllShortcuts().flatMap(({ keys, label, run }) =>
    label === undefined || OWN_KEYS.has(keys)
      ? []
      : [
          {
            id: `key ${keys}`,
            label,
            hint: caps(keys).join(' '),
            group,
            run: () => run(new KeyboardEvent('keydown')),
          },
        ],
  );
  const begun = summary.me.permissions.includes('write')
    ? BEGIN.map(({ id, labelKey, to }) => ({
        id,
        label: say(labelKey),
        group,
        run: () => void navigate({ to, search: { add: 'new' } }),
      }))
    : [];
  const colours = THEMES.filter((theme) => preferences && preferences.theme !== theme).map((theme) => ({
    id: `theme ${theme}`,
    label: say('palette-colours', { colours: say(`theme-${theme}`) }),
    group,
    run: () => preferences && update.mutate({ preferences: { ...preferences, theme } }),
  }));
  const named = new Set(begun.map((item) => item.label));
  return [...begun, ...keyed.filter((item) => !named.has(item.label)), ...colours];
}
