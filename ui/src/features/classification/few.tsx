import { useState } from 'react';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Rows shown before "Show all". */
const FEW = 8;

/** Shows the first rows of a list, and all on demand. */
export function useFew<Item>(items: readonly Item[], few: number = FEW) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const toggle = items.length > few && (
    <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
      {all ? say('classification-show-fewer') : say('classification-show-all', { count: items.length })}
    </Button>
  );
  return { shown: all ? items : items.slice(0, few), toggle };
}
