import { Menu, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '../icons';
import { Button, FilterChip } from '../parts';
import { useWords } from '../words';
import css from './table.module.css';

/** Something a list can be filtered by. */
export interface FilterDimension {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** One value at a time: choosing another one lets go of the first. */
  single?: boolean;
}

/** Chosen values by dimension; none chosen means all. */
export type FilterValue = Readonly<Record<string, readonly string[]>>;

function toggle(value: FilterValue, { id, single }: FilterDimension, option: string): FilterValue {
  const old = value[id] ?? [];
  if (single) return { ...value, [id]: old.includes(option) ? [] : [option] };
  return { ...value, [id]: old.includes(option) ? old.filter((one) => one !== option) : [...old, option] };
}

function Options({
  dimension,
  value,
  onChange,
}: {
  dimension: FilterDimension;
  value: FilterValue;
  onChange: (value: FilterValue) => void;
}) {
  const chosen = value[dimension.id] ?? [];
  return dimension.options.map((option) => (
    <Menu.CheckboxItem
      key={option.value}
      checked={chosen.includes(option.value)}
      onChange={() => onChange(toggle(value, dimension, option.value))}
    >
      {option.label}
    </Menu.CheckboxItem>
  ));
}

/** A find field, filters that are set, and a menu with those that are not. */
export function Filters({
  dimensions,
  value,
  onChange,
  text,
  onText,
  findLabel,
}: {
  dimensions: readonly FilterDimension[];
  value: FilterValue;
  onChange: (value: FilterValue) => void;
  text?: string;
  onText?: (text: string) => void;
  /** Name of the find field, such as "Find in trail". */
  findLabel?: string;
}) {
  const { say } = useWords();
  const set = dimensions.filter((dimension) => (value[dimension.id] ?? []).length > 0);
  const unset = dimensions.filter((dimension) => (value[dimension.id] ?? []).length === 0);
  const words = (dimension: FilterDimension) => {
    const chosen = value[dimension.id] ?? [];
    const first = dimension.options.find((option) => option.value === chosen[0])?.label ?? '';
    return chosen.length === 1
      ? say('filter-one', { name: dimension.label, value: first })
      : say('filter-several', { name: dimension.label, count: chosen.length, of: dimension.options.length });
  };
  const any = set.length > 0 || (text ?? '') !== '';
  return (
    <>
      {onText && (
        <TextInput
          className={css.find}
          aria-label={findLabel}
          placeholder={findLabel}
          leftSection={<IconSearch size={15} aria-hidden="true" />}
          value={text ?? ''}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
      {unset.length > 0 && (
        <Menu>
          <Menu.Target>
            <FilterChip icon={<IconFilter size={15} aria-hidden="true" />}>{say('filter-add')}</FilterChip>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {unset.map((dimension) => (
              <div key={dimension.id}>
                <Menu.Label>{dimension.label}</Menu.Label>
                <Options dimension={dimension} value={value} onChange={onChange} />
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {set.map((dimension) => (
        <Menu key={dimension.id}>
          <Menu.Target>
            <FilterChip active onClear={() => onChange({ ...value, [dimension.id]: [] })}>
              {words(dimension)}
            </FilterChip>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            <Options dimension={dimension} value={value} onChange={onChange} />
          </Menu.Dropdown>
        </Menu>
      ))}
      {any && (
        <Button
          look="link"
          onClick={() => {
            onChange({});
            onText?.('');
          }}
        >
          {say('filter-clear')}
        </Button>
      )}
    </>
  );
}
