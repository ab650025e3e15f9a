import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { Fragment, type ReactNode, useId, useMemo } from 'react';
import type { FieldDescription } from '../../api';
import { IconChevronRight } from '../icons';
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

/** Sections that unfold: which are open, and what opens or closes one. */
export interface Unfolding {
  open: readonly string[];
  onOpen: (open: readonly string[]) => void;
}

/** A section that unfolds by its heading; `note` says at the right what is in it. */
export function FoldingSection({
  id,
  label,
  note,
  unfolding,
  always,
  children,
}: {
  id: string;
  label: string;
  note: string;
  unfolding: Unfolding;
  /** Shown whether it was opened or not. */
  always?: boolean;
  children: ReactNode;
}) {
  const body = useId();
  const open = always || unfolding.open.includes(id);
  const toggle = () =>
    unfolding.onOpen(open ? unfolding.open.filter((one) => one !== id) : [...unfolding.open, id]);
  return (
    <section className={css.folding} aria-label={label}>
      <h3>
        <button
          type="button"
          className={css.unfold}
          aria-expanded={open}
          aria-controls={body}
          onClick={toggle}
        >
          <IconChevronRight size={15} className={css.chevron} aria-hidden="true" />
          <span className="panel-title">{label}</span>
          <span className={css.filled}>{note}</span>
        </button>
      </h3>
      <div id={body} className={css.grid} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}

/** A form made from the field list of the core, which also brings the words. */
export function MetaForm({
  fields,
  values,
  errors = {},
  members = [],
  readOnly = false,
  unfolding,
  within = {},
  after = {},
  onChange,
  onLeave,
}: {
  fields: readonly FieldDescription[];
  values: FieldValues;
  errors?: Readonly<Record<string, string>>;
  members?: readonly MemberChoice[];
  readOnly?: boolean;
  /** Lets sections unfold; without it all are shown. */
  unfolding?: Unfolding;
  /** What stands below the fields of a section, and after it. */
  within?: Readonly<Record<string, ReactNode>>;
  after?: Readonly<Record<string, ReactNode>>;
  onChange: (key: string, value: string | null) => void;
  /** A field lost focus. */
  onLeave?: () => void;
}) {
  const sections = useMemo(() => {
    const grouped = new Map<string, FieldDescription[]>();
    for (const field of fields) grouped.set(field.section, [...(grouped.get(field.section) ?? []), field]);
    return grouped;
  }, [fields]);
  const { say } = useWords();
  const field = (meta: FieldDescription) => (
    <div key={meta.key} className={WIDE.has(meta.input) || meta.key === 'name' ? css.wide : undefined}>
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
  return (
    <form
      className="stack"
      style={{ gap: unfolding ? 0 : 24 }}
      onBlur={onLeave}
      onSubmit={(event) => event.preventDefault()}
    >
      {[...sections].map(([section, list]) => {
        const label = list[0]?.sectionLabel ?? section;
        if (!unfolding) {
          return (
            <section key={section} className={css.grid} aria-label={label}>
              <h3 className={`panel-title ${css.wide}`}>{label}</h3>
              {list.map(field)}
            </section>
          );
        }
        const filled = list.filter((meta) => (values[meta.key] ?? '') !== '').length;
        return (
          <Fragment key={section}>
            <FoldingSection
              id={section}
              label={label}
              note={say('form-filled', { filled, of: list.length })}
              unfolding={unfolding}
              // What was refused is never out of sight.
              always={list.some((meta) => errors[meta.key] !== undefined)}
            >
              {list.map(field)}
              {within[section] && <div className={css.wide}>{within[section]}</div>}
            </FoldingSection>
            {after[section]}
          </Fragment>
        );
      })}
    </form>
  );
}
