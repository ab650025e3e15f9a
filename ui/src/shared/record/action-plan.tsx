import { MultiSelect, NumberInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type ActionPlan, type ActionView, useRead } from '../../api';
import { fieldError } from '../form';
import { useWords } from '../words';

const isOpen = ({ status }: ActionView) => status === 'open' || status === 'in-progress';

/** What is known of an action's days, as far as it is known. */
export function planOf(action?: ActionView): ActionPlan {
  return {
    startsOn: action?.startsOn ?? null,
    effortDays: action?.effortDays ?? null,
    after: action?.after.map(({ id }) => id) ?? [],
  };
}

/** When work begins, how long it takes, and which actions come before. */
export function ActionPlanFields({
  self,
  plan,
  errorOf,
  onChange,
}: {
  /** The action itself; none while it is new. */
  self?: string;
  plan: ActionPlan;
  errorOf: (path: string) => string | undefined;
  onChange: (patch: Partial<ActionPlan>) => void;
}) {
  const { say } = useWords();
  const actions = useRead('action.list', {}).data ?? [];
  const others = actions.filter(
    (action) => action.id !== self && (isOpen(action) || plan.after.includes(action.id)),
  );
  return (
    <>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <DateInput
          style={{ flex: 1 }}
          label={say('action-starts')}
          placeholder={say('not-set')}
          clearable
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          value={plan.startsOn}
          error={fieldError(errorOf('startsOn'))}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        <NumberInput
          style={{ flex: 1 }}
          label={say('action-effort')}
          min={1}
          max={999}
          allowDecimal={false}
          hideControls
          value={plan.effortDays ?? ''}
          error={fieldError(errorOf('effortDays'))}
          onChange={(value) => onChange({ effortDays: typeof value === 'number' ? value : null })}
        />
      </div>
      <MultiSelect
        label={say('action-after')}
        searchable
        data={others.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        value={plan.after}
        error={fieldError(errorOf('after'))}
        onChange={(after) => onChange({ after })}
      />
    </>
  );
}
