import type { FluentVariable } from '@fluent/bundle';
import { LocalizationProvider, useLocalization } from '@fluent/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { type Format, makeFormat } from './format';
import { FALLBACK, loadWords, localeOf } from './load';

export { daysUntil, type Format, isToday, today } from './format';
export { LANGUAGES } from './load';

/** Says messages and formats values in the person's language. */
export interface Words extends Format {
  language: string;
  /** The message with this key; keys are literals or literal prefixes so that a script can check them. */
  say(key: string, args?: Record<string, FluentVariable>): string;
  /** Whether there is a message with this key, for texts that only some fields have. */
  has(key: string): boolean;
}

const Language = createContext(FALLBACK);

/** Gives everything below it the words of one language. */
export function WordsProvider({ language, children }: { language: string; children: ReactNode }) {
  const l10n = useMemo(() => loadWords(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Language value={language}>
      <LocalizationProvider l10n={l10n}>{children}</LocalizationProvider>
    </Language>
  );
}

/** The words of the language in use. */
export function useWords(): Words {
  const { l10n } = useLocalization();
  const language = useContext(Language);
  return useMemo(
    () => ({
      ...makeFormat(localeOf(language)),
      language,
      say: (key, args) => l10n.getString(key, args),
      has: (key) => l10n.getBundle(key) !== null,
    }),
    [l10n, language],
  );
}
