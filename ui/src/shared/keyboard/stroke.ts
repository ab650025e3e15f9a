/** One pressed combination in a fixed spelling: `mod+shift+z`, `alt+ArrowUp`, `j`, `?`. `mod` is Ctrl, on macOS Cmd. */
export function strokeOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  mac: boolean,
): string {
  const parts: string[] = [];
  if (mac ? event.metaKey : event.ctrlKey) parts.push('mod');
  if (mac && event.ctrlKey) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  const letter = event.key.length === 1;
  const key = letter ? event.key.toLowerCase() : event.key;
  // A sign such as `?` already says that Shift was held; a letter or a named key does not.
  const cased = !letter || key !== key.toUpperCase();
  if (event.shiftKey && cased) parts.push('shift');
  parts.push(key === ' ' ? 'Space' : key);
  return parts.join('+');
}

/** Whether single letters would be text here. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const silent = ['checkbox', 'radio', 'button', 'submit', 'range'];
  return target instanceof HTMLInputElement && !silent.includes(target.type);
}

/** Whether a stroke is a plain sign that people type. */
export function isPlain(stroke: string): boolean {
  const last = stroke.split('+').at(-1) ?? '';
  return (
    !stroke.startsWith('mod') && !stroke.startsWith('alt') && !stroke.startsWith('ctrl') && last.length <= 1
  );
}

/** What a stroke leads to, given the strokes pressed just before. */
export type Step<T> = { found: T } | { pending: string } | null;

/** Finds the command for a stroke; commands may be sequences such as `g o`. Later commands win over earlier ones. */
export function advance<T extends { keys: string }>(
  pending: string | null,
  stroke: string,
  commands: readonly T[],
): Step<T> {
  const typed = pending === null ? stroke : `${pending} ${stroke}`;
  const found = commands.findLast((command) => command.keys === typed);
  if (found) return { found };
  if (commands.some((command) => command.keys.startsWith(`${typed} `))) return { pending: typed };
  return pending === null ? null : advance(null, stroke, commands);
}

/** Whether this is macOS, where Cmd takes the place of Ctrl. */
export const MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
