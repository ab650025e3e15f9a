import { useState } from 'react';
import { useAct, useRead } from '../api';

/**
 * What somebody set up at a place of this workspace on this computer: columns shown, sections open. `usual` holds until
 * somebody chooses otherwise.
 */
export function useLayout(
  place: string,
  usual: readonly string[],
): [readonly string[], (words: readonly string[]) => void] {
  const stored = useRead('layout.get', {}).data?.[place];
  const save = useAct('layout.set');
  // Shown at once; what is stored follows.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const choose = (words: readonly string[]) => {
    setChosen(words);
    save.mutate({ place, words: [...words] });
  };
  return [chosen ?? stored ?? usual, choose];
}
