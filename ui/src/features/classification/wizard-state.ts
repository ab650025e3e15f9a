import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ClassificationView, call, type RulePackView, type RuleQuestion, readOptions } from '../../api';
import { useAutosave } from '../../shared/form';

/** What was chosen or written and is not saved yet. */
interface Edit {
  question: string;
  /** Id of the note; none for the answer itself. */
  note: string | null;
  value: string | readonly string[];
  /** The system whose answer was taken over. */
  from?: string;
}

/** Keys chosen for a question as stored. */
export function chosenFor(view: ClassificationView, question: string): readonly string[] {
  const stored = view.answers.answers[question];
  if (stored === undefined) return [];
  return typeof stored === 'string' ? [stored] : stored;
}

/** The question after this one, in the order of the pack; none when the rest is answered. */
export function questionAfter(view: ClassificationView, question: string): string | null {
  const { visible, missing } = view.result;
  const at = visible.indexOf(question);
  return visible[at + 1] ?? missing.find((id) => id !== question && chosenFor(view, id).length === 0) ?? null;
}

/** The question before this one. */
export function questionBefore(view: ClassificationView, question: string): string | null {
  const at = view.result.visible.indexOf(question);
  return at > 0 ? (view.result.visible[at - 1] ?? null) : null;
}

/** Labels of what was chosen. */
export function labelsOf(question: RuleQuestion, chosen: readonly string[]): string[] {
  return question.answers.filter((answer) => chosen.includes(answer.key)).map((answer) => answer.label);
}

/** A question of the pack. */
export function questionOf(rules: RulePackView, id: string): RuleQuestion | undefined {
  return rules.questions.find((question) => question.id === id);
}

/**
 * Answers and reasons while somebody gives them: shown at once, saved behind. `leave` runs with the view as it is once
 * everything is stored.
 */
export function useAnswers(read: ClassificationView, question: string) {
  const client = useQueryClient();
  const system = read.system.id;
  const { pack } = read;
  const [covers, setCovers] = useState<Record<string, Edit>>({});
  // What the last change did, against the answer before it; a later read no longer knows that one.
  const [effect, setEffect] = useState<ClassificationView['effect']>(null);
  const leaving = useRef<((view: ClassificationView) => void) | null>(null);
  const fresh = useRef<ClassificationView | null>(null);

  const autosave = useAutosave<Record<string, Edit>>(async (patch) => {
    for (const [key, edit] of Object.entries(patch)) {
      const input = {
        system,
        pack,
        question: edit.question,
        answer: edit.note === null ? [...edit.value] : null,
        notes: edit.note === null ? {} : { [edit.note]: String(edit.value) },
        ...(edit.from === undefined ? {} : { taken_from: edit.from }),
      };
      const answered = await call('classification.answer', input);
      fresh.current = answered;
      if (edit.note === null) setEffect(answered.effect);
      const at = { system, pack, decision: null, question: edit.question };
      const { queryKey } = readOptions('classification.get', at);
      client.setQueryData(queryKey, answered);
      setCovers((old) => Object.fromEntries(Object.entries(old).filter(([k, v]) => k !== key || v !== edit)));
    }
  });

  // A key pressed just as the next question appears may still reach this one; it must not change its answer.
  const shown = useRef(true);
  useLayoutEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const { status } = autosave;
  useEffect(() => {
    const go = leaving.current;
    if (go === null || status.state === 'waiting' || status.state === 'saving') return;
    leaving.current = null;
    if (status.state !== 'failed') go(fresh.current ?? read);
  }, [status, read]);

  const edit = (key: string, change: Edit) => {
    setCovers((old) => ({ ...old, [key]: change }));
    autosave.change({ [key]: change });
  };
  const answerKey = `answer ${question}`;
  const covered = covers[answerKey]?.value;
  return {
    status,
    effect: effect ?? read.effect,
    chosen: typeof covered === 'object' ? covered : chosenFor(read, question),
    choose(keys: readonly string[], from?: string) {
      if (!shown.current) return;
      edit(answerKey, { question, note: null, value: keys, ...(from === undefined ? {} : { from }) });
      autosave.flush();
    },
    note: (id: string): string => String(covers[`note ${id}`]?.value ?? read.answers.notes[id] ?? ''),
    write: (id: string, text: string) => edit(`note ${id}`, { question, note: id, value: text }),
    flush: autosave.flush,
    /** Goes on when everything is stored. */
    leave(go: (view: ClassificationView) => void) {
      if (!shown.current) return;
      if (status.state === 'failed') {
        leaving.current = go;
        status.retry();
      } else if (status.state === 'waiting' || status.state === 'saving') {
        leaving.current = go;
        autosave.flush();
      } else if (Object.keys(covers).length === 0) go(fresh.current ?? read);
    },
  };
}
