import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ReactNode, useMemo } from 'react';
import type { FieldDescription } from '../../api';
import { IconCalendar } from '../icons';
import { useWords } from '../words';
import { fieldError } from './field-error';
import css from './form.module.css';

/** Stored values by field key; sets of words are JSON arrays, as the core keeps them. */
export type FieldValues = Readonly<Record<string, string | null>>;

/** A member who can be chosen. */
export interface MemberChoice {
  id: string;
  name: string;
}

interface FieldProps {
  meta: FieldDescription;
  value: string | null;
  error: ReactNode;
  readOnly: boolean;
  members: readonly MemberChoice[];
  onChange: (value: string | null) => void;
}

/** A set of words as the core stores it. */
export function readSet(value: string | null): string[] {
  if (value === null || value === '') return [];
  const parsed: unknown = JSON.parse(value);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

function Field(props: FieldProps) {
  const { meta, value, error, readOnly, members, onChange } = props;
  const { say } = useWords();
  const clear = { 'aria-label': say('field-clear') };
  const shared = {
    label: meta.label,
    description: meta.help ?? undefined,
    error,
    readOnly,
    withAsterisk: meta.required,
  };
  const limit = meta.limit > 0 ? meta.limit : undefined;
  const empty = say('not-set');
  const options = meta.options.map((option) => ({ value: option.word, label: option.label }));
  const text = (written: string) => onChange(written === '' ? null : written);
  switch (meta.input) {
    case 'long-text':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={limit}
          value={value ?? ''}
          onChange={(event) => text(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          placeholder={empty}
          clearable={!meta.required}
          clearButtonProps={clear}
          data={options}
          value={value}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...shared}
          placeholder={readSet(value).length === 0 ? empty : undefined}
          data={options}
          value={readSet(value)}
          onChange={(words) => onChange(words.length === 0 ? null : JSON.stringify(words))}
        />
      );
    case 'date':
      return (
        <DateInput
          {...shared}
          placeholder={empty}
          clearable
          clearButtonProps={clear}
          valueFormat="D MMM YYYY"
          rightSection={value === null ? <IconCalendar size={15} aria-hidden="true" /> : undefined}
          rightSectionPointerEvents={value === null ? 'none' : undefined}
          value={value}
          onChange={onChange}
        />
      );
    case 'member':
      return (
        <Select
          {...shared}
          placeholder={empty}
          clearable
          clearButtonProps={clear}
          searchable
          data={members.map((member) => ({ value: member.id, label: member.name }))}
          value={value}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          maxLength={limit}
          value={value ?? ''}
          onChange={(event) => text(event.currentTarget.value)}
        />
      );
  }
}

const WIDE = new Set(['long-text', 'choices']);

/** A form made from the field list of the core, which also brings the words. */
export function MetaForm({
  fields,
  values,
  errors = {},
  members = [],
  readOnly = false,
  onChange,
  onLeave,
}: {
  fields: readonly FieldDescription[];
  values: FieldValues;
  errors?: Readonly<Record<string, string>>;
  members?: readonly MemberChoice[];
  readOnly?: boolean;
  onChange: (key: string, value: string | null) => void;
  /** A field lost focus. */
  onLeave?: () => void;
}) {
  const sections = useMemo(() => {
    const grouped = new Map<string, FieldDescription[]>();
    for (const field of fields) grouped.set(field.section, [...(grouped.get(field.section) ?? []), field]);
    return grouped;
  }, [fields]);
  return (
    <form className="stack" style={{ gap: 24 }} onBlur={onLeave} onSubmit={(event) => event.preventDefault()}>
      {[...sections].map(([section, list]) => (
        <section key={section} className={css.grid} aria-label={list[0]?.sectionLabel}>
          <h3 className={`panel-title ${css.wide}`}>{list[0]?.sectionLabel}</h3>
          {list.map((meta) => {
            return (
              <div
                key={meta.key}
                className={WIDE.has(meta.input) || meta.key === 'name' ? css.wide : undefined}
              >
                <Field
                  meta={meta}
                  value={values[meta.key] ?? null}
                  error={fieldError(errors[meta.key])}
                  readOnly={readOnly}
                  members={members}
                  onChange={(value) => onChange(meta.key, value)}
                />
              </div>
            );
          })}
        </section>
      ))}
    </form>
  );
}
