import { useCallback } from 'react';
import { asCallError, call } from '../../api';
import { useToast } from '../feedback';
import { useWords } from '../words';

type Way = 'undo' | 'redo';

/** Walks through what I did after entry number `after`: one step back or forward, said in a toast that offers the other. */
export function useSteps(after = 0): (way: Way) => void {
  const { say } = useWords();
  const toast = useToast();
  return useCallback(
    (way) => {
      const step = async (which: Way) => {
        const next = (await call('trail.steps', { after }))[which];
        if (next === null) return toast({ text: say(which === 'undo' ? 'undo-nothing' : 'redo-nothing') });
        if (!next.undoable) return toast({ text: say('undo-barred', { what: next.what }) });
        const { what, redone } = await call('trail.undo', { n: next.n });
        if (redone) toast({ text: say('redo-done', { what }), undo: () => take('undo') });
        else toast({ text: say('undo-done', { what }), redo: () => take('redo') });
      };
      const take = (which: Way) => {
        step(which).catch((thrown: unknown) => {
          const { wire } = asCallError(thrown);
          toast({ text: [wire.message, ...wire.hints].join(' ') });
        });
      };
      take(way);
    },
    [after, say, toast],
  );
}

/** Takes back my own newest deed that is newer than entry number `after`, and says so. */
export function useUndo(after = 0): () => void {
  const step = useSteps(after);
  return useCallback(() => step('undo'), [step]);
}
