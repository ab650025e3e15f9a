import { useSearchParam } from '../../shared/search-param';

/** The rules somebody classifies by when the address names none. */
export const USUAL = 'eu-ai-act';

/** The rules named in the address, and the words that keep them there. */
export function usePack() {
  const [named, name] = useSearchParam('pack');
  const pack = named ?? USUAL;
  const search: Record<string, string> = pack === USUAL ? {} : { pack };
  return { pack, search, choose: (id: string) => name(id === USUAL ? null : id) };
}
