import { useCallback } from 'react';
import { asCallError, call } from '../../api';
import { useToast } from '../feedback';
import { useWords } from '../words';

/** Takes back my own last entry that is newer than entry number `after`, and says so. */
export function useUndo(after = 0): () => void {
  const { say } = useWords();
  const toast = useToast();
  return useCallback(() => {
    const undo = async () => {
      const last = await call('trail.last', {});
      if (last === null || last.n <= after) return toast({ text: say('undo-nothing') });
      const undone = await call('trail.undo', { n: last.n });
      toast({ text: say('undo-done', { what: undone.what }) });
    };
    undo().catch((thrown: unknown) => {
      const { wire } = asCallError(thrown);
      toast({ text: [wire.message, ...wire.hints].join(' ') });
    });
  }, [after, say, toast]);
}
