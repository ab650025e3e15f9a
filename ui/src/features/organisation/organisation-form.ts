import { useState } from 'react';
import { CallError, call, isRefusal, type OrganisationView } from '../../api';
import { useAutosave } from '../../shared/form';

type Changes = Partial<OrganisationView>;

function without(all: Changes, saved: Changes): Changes {
  const kept = Object.entries(all).filter(([key, value]) => saved[key as keyof Changes] !== value);
  return Object.fromEntries(kept) as Changes;
}

/**
 * The organisation while somebody edits it. Fields depend on each other (stage 2 after stage 1), so everything that is
 * not stored yet goes along with each save: a refused field keeps nothing back once it is put right.
 */
export function useOrganisationForm(stored: OrganisationView) {
  const [draft, setDraft] = useState<Changes>({});
  const [refused, setRefused] = useState<CallError | null>(null);
  const autosave = useAutosave<Changes>(async (patch) => {
    const changes = { ...draft, ...patch };
    try {
      // What is stored is read anew: the last save may not have come back to the screen yet.
      const now = await call('organisation.get', {});
      await call('organisation.update', { organisation: { ...now, ...changes } });
    } catch (thrown) {
      setRefused(thrown instanceof CallError && isRefusal(thrown) ? thrown : null);
      throw thrown;
    }
    setRefused(null);
    setDraft((old) => without(old, changes));
  });
  const change = (patch: Changes) => {
    setDraft((old) => ({ ...old, ...patch }));
    autosave.change(patch);
  };
  const errors = new Map(refused?.wire.fields.map(({ path, message }) => [path, message]));
  return {
    values: { ...stored, ...draft },
    /** Sentence beside a field, by its name. */
    errorOf: (field: keyof OrganisationView) => errors.get(field),
    /** A refusal that belongs to no field. */
    refusal: refused !== null && errors.size === 0 ? refused : null,
    change,
    flush: autosave.flush,
    status: autosave.status,
  };
}
