import { Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '../../shared/icons';
import { Button, FilterChip } from '../../shared/parts';
import { today, useWords } from '../../shared/words';
import css from './trail.module.css';

const DAY = 86_400_000;
/** Days each choice goes back. */
const SINCE = { today: 0, week: 6, month: 30 } as const;

interface Span {
  from: string | null;
  to: string | null;
}

/** Narrows the list to days: a first one, a last one, or both. */
export function Days({ value, onChange }: { value: Span; onChange: (value: Span) => void }) {
  const { say, date } = useWords();
  const { from, to } = value;
  const set = from !== null || to !== null;
  const name = () => {
    if (from !== null && to !== null) return say('trail-days-between', { from: date(from), to: date(to) });
    if (from !== null) return say('trail-days-from', { from: date(from) });
    return to === null ? say('trail-days') : say('trail-days-to', { to: date(to) });
  };
  const back = (days: number) => {
    const first = Date.parse(`${today()}T00:00:00Z`) - days * DAY;
    onChange({ from: new Date(first).toISOString().slice(0, 10), to: null });
  };
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <FilterChip
          active={set}
          icon={set ? undefined : <IconCalendar size={15} aria-hidden="true" />}
          onClear={set ? () => onChange({ from: null, to: null }) : undefined}
        >
          {name()}
        </FilterChip>
      </Popover.Target>
      <Popover.Dropdown className={css.days}>
        <div className="row">
          {Object.entries(SINCE).map(([choice, days]) => (
            <Button key={choice} size="small" onClick={() => back(days)}>
              {say(`trail-since-${choice}`)}
            </Button>
          ))}
        </div>
        <TextInput
          type="date"
          label={say('trail-days-first')}
          value={from ?? ''}
          max={to ?? undefined}
          onChange={(event) => onChange({ from: event.currentTarget.value || null, to })}
        />
        <TextInput
          type="date"
          label={say('trail-days-last')}
          value={to ?? ''}
          min={from ?? undefined}
          onChange={(event) => onChange({ from, to: event.currentTarget.value || null })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
