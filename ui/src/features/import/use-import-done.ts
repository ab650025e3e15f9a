import type { ImportDone } from '../../api';
import { useToast } from '../../shared/feedback';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';

/** Says what was brought in and offers to take it back. */
export function useImportDone(): (done: ImportDone) => void {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  return ({ counts, entry }) =>
    toast({
      text: say('import-done', { created: counts.created, updated: counts.updated }),
      ...(entry === null ? {} : { undo }),
    });
}
