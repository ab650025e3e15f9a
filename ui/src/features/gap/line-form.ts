import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  type Answer,
  CallError,
  type Conformity,
  call,
  type GapAssessInput,
  type GapDetail,
  isRefusal,
  type Pass,
  readOptions,
} from '../../api';
import { type SaveState, useAutosave } from '../../shared/form';

/** What a person finds on a line. */
export type LineValues = Omit<GapAssessInput, 'requirement' | 'pass'>;

/** What a person says of one must-item. */
export interface ItemValue {
  answer: Answer | null;
  recordSeen: string | null;
  /** Date of that record. */
  seenOn: string | null;
  /** Who keeps it. */
  seenOwner: string | null;
}

/** An item that nobody answered. */
export const OPEN: ItemValue = { answer: null, recordSeen: null, seenOn: null, seenOwner: null };

/** Changed fields of the line, and changed items under `item:` and their key. */
type Patch = Partial<LineValues> & { [item: `item:${string}`]: ItemValue };

/** A refused conformity does not stand; text that is refused stays for its writer to mend. */
function keep(patch: Patch, error: unknown): Patch {
  if (!isRefusal(error)) return patch;
  const { conformity: _, ...rest } = patch;
  return rest;
}

function storedValues(detail: GapDetail): LineValues {
  return {
    conformity: detail.item.conformity,
    maturity: detail.item.maturity,
    statement: detail.statement,
    grade: detail.gradeGiven,
    confidence: detail.confidence,
    note: detail.note,
    notNeededFact: detail.notNeededFact,
    owner: detail.item.owner?.id ?? null,
  };
}

function split(patch: Patch): { items: [string, ItemValue][]; values: Partial<LineValues> } {
  const items: [string, ItemValue][] = [];
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('item:')) items.push([key.slice(5), value as ItemValue]);
    else values[key] = value;
  }
  return { items, values: values as Partial<LineValues> };
}

/** A line while somebody works on it. */
export interface LineForm {
  values: LineValues;
  item(key: string): ItemValue;
  /** Notes fields; `now` saves without a rest. */
  change(patch: Partial<LineValues>, now?: boolean): void;
  changeItem(key: string, value: ItemValue, now?: boolean): void;
  flush(): void;
  /** Makes sure the line has a record that evidence and actions can hang on, and tells its id. */
  ensureRecord(): Promise<string | null>;
  status: SaveState;
  /** Refused fields, by name. */
  errors: Readonly<Record<string, string>>;
  /** An error that belongs to no field. */
  error: CallError | null;
  /** An answer took the conformity back to this. */
  lowered: { to: Conformity | null } | null;
}

/**
 * Saves a line as it is edited: answers first, since they decide which conformity is possible. The core gets the whole
 * line each time and records only what changed.
 */
export function useLineForm(detail: GapDetail, pass: Pass): LineForm {
  const requirement = detail.item.requirement;
  const client = useQueryClient();
  const latest = useRef(detail);
  latest.current = detail;
  const [draft, setDraft] = useState<Patch>({});
  const [error, setError] = useState<CallError | null>(null);
  const [lowered, setLowered] = useState<{ to: Conformity | null } | null>(null);

  const show = (fresh: GapDetail) => {
    latest.current = fresh;
    client.setQueryData(readOptions('gap.get', { requirement }).queryKey, fresh);
  };
  const assess = async (values: Partial<LineValues>) =>
    show(await call('gap.assess', { requirement, ...storedValues(latest.current), ...values, pass }));
  const save = async (patch: Patch) => {
    const { items, values } = split(patch);
    try {
      for (const [item, value] of items) {
        const before = latest.current.item.conformity;
        show(await call('gap.answer', { requirement, item, ...value }));
        const after = latest.current.item.conformity;
        if (before !== after) setLowered({ to: after });
      }
      if (Object.keys(values).length > 0) await assess(values);
    } catch (thrown) {
      if (thrown instanceof CallError) setError(thrown);
      setDraft((old) => keep(old, thrown));
      throw thrown;
    }
    setError(null);
    // What was typed while saving stays; what is stored now no longer needs its cover.
    setDraft(
      (old) =>
        Object.fromEntries(
          Object.entries(old).filter(([key, value]) => patch[key as keyof Patch] !== value),
        ) as Patch,
    );
  };
  const autosave = useAutosave<Patch>(save, { apart: true, keep });

  const change = (patch: Patch, now: boolean) => {
    setDraft((old) => ({ ...old, ...patch }));
    setLowered(null);
    autosave.change(patch);
    if (now) autosave.flush();
  };
  const stored = (key: string): ItemValue => {
    const found = detail.answers.find((answer) => answer.item === key);
    if (!found) return OPEN;
    const { answer, recordSeen, seenOn, seenOwner } = found;
    return { answer, recordSeen, seenOn, seenOwner };
  };
  const { values } = split(draft);
  const fields = error?.wire.fields ?? [];
  return {
    values: { ...storedValues(detail), ...values },
    item: (key) => draft[`item:${key}`] ?? stored(key),
    change: (patch, now = false) => change(patch, now),
    changeItem: (key, value, now = false) => change({ [`item:${key}`]: value }, now),
    flush: autosave.flush,
    ensureRecord: async () => {
      if (latest.current.record === null) {
        try {
          await assess({});
        } catch (thrown) {
          if (thrown instanceof CallError) setError(thrown);
        }
      }
      return latest.current.record;
    },
    status: autosave.status,
    errors: Object.fromEntries(fields.map((field) => [field.path, field.message])),
    error: error !== null && fields.length === 0 ? error : null,
    lowered,
  };
}
