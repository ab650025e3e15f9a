import { FluentBundle, FluentResource } from '@fluent/bundle';
import { ReactLocalization } from '@fluent/react';

const files = import.meta.glob<string>('../../../../assets/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The language every message exists in. */
export const FALLBACK = 'en';

/** Region whose number and date habits go with a language. */
const HABITS: Record<string, string> = { en: 'en-GB' };

function languageOf(path: string): string {
  return path.split('/').at(-2) ?? FALLBACK;
}

/** Languages that are shipped. */
export const LANGUAGES: readonly string[] = [...new Set(Object.keys(files).map(languageOf))].sort();

/** The Intl locale that goes with a language. */
export function localeOf(language: string): string {
  return HABITS[language] ?? language;
}

function bundle(language: string): FluentBundle {
  // No isolation marks: they would end up in copied text and file names.
  const made = new FluentBundle(localeOf(language), { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (languageOf(path) === language) made.addResource(new FluentResource(text));
  }
  return made;
}

/** Messages of one language with English behind it. */
export function loadWords(language: string): ReactLocalization {
  const order = language === FALLBACK ? [FALLBACK] : [language, FALLBACK];
  return new ReactLocalization(order.filter((name) => LANGUAGES.includes(name)).map(bundle));
}
