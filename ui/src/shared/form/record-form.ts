import { useState } from 'react';
import { CallError } from '../../api';
import { useAutosave } from './autosave';
import type { FieldValues } from './meta-form';

type Values = Record<string, string | null>;

/**
 * The values of a record while somebody edits them: what is stored, covered by what was typed and is not saved yet.
 * `save` gets only changed fields; refused fields come back as errors beside their field and hold back no other field.
 */
export function useRecordForm(
  stored: Readonly<Record<string, string | null | undefined>>,
  save: (values: Values) => Promise<unknown>,
) {
  const [draft, setDraft] = useState<Values>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const autosave = useAutosave<Values>(
    async (patch) => {
      try {
        await save(patch);
      } catch (thrown) {
        if (thrown instanceof CallError && thrown.wire.fields.length > 0) {
          setErrors(Object.fromEntries(thrown.wire.fields.map((field) => [field.path, field.message])));
        }
        throw thrown;
      }
      // What was typed while saving stays; what is stored now no longer needs its cover.
      setDraft((old) =>
        Object.fromEntries(Object.entries(old).filter(([key, value]) => patch[key] !== value)),
      );
    },
    { apart: true },
  );
  const change = (key: string, value: string | null) => {
    setDraft((old) => ({ ...old, [key]: value }));
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([field]) => field !== key)));
    autosave.change({ [key]: value });
  };
  const values: FieldValues = { ...(stored as Values), ...draft };
  return { values, errors, change, flush: autosave.flush, status: autosave.status };
}
