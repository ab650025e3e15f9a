import { type ReactNode, useId } from 'react';
import { useShortcuts } from '../keyboard';
import { Kbd } from '../parts';
import css from './form.module.css';

export interface ChoiceOption<Value extends string> {
  value: Value;
  name: string;
  help?: string;
  /** Ref chips beside the name. */
  refs?: ReactNode;
  /** In a question with several answers, one that stands alone ("None of these"). */
  exclusive?: boolean;
}

/** Whole cards to choose from, with digit keys. Several answers are checkboxes, exclusive answers radios. */
export function ChoiceCards<Value extends string>({
  label,
  options,
  value,
  onChange,
  several,
}: {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  several?: boolean;
}) {
  const group = useId();
  const choose = (option: ChoiceOption<Value>) => {
    if (!several || option.exclusive) return onChange([option.value]);
    const alone = new Set(options.filter((other) => other.exclusive).map((other) => other.value));
    const kept = value.filter((word) => !alone.has(word));
    const on = kept.includes(option.value);
    onChange(on ? kept.filter((word) => word !== option.value) : [...kept, option.value]);
  };
  useShortcuts(
    options.slice(0, 9).map((option, index) => ({
      keys: String(index + 1),
      label: option.name,
      run: () => choose(option),
    })),
  );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div className={css.choiceList} role={several ? 'group' : 'radiogroup'} aria-label={label} id={group}>
      {options.map((option, index) => {
        const chosen = value.includes(option.value);
        const box = several && !option.exclusive;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles can be checked
          <button
            key={option.value}
            type="button"
            role={box ? 'checkbox' : 'radio'}
            aria-checked={chosen}
            className={css.choice}
            onClick={() => choose(option)}
          >
            <span className={box ? css.box : css.dot} data-on={chosen || undefined} aria-hidden="true" />
            <span className={css.choiceText}>
              <span className={css.choiceName}>{option.name}</span>
              {option.help !== undefined && <span className={css.choiceHelp}>{option.help}</span>}
            </span>
            <span className={css.choiceRefs}>
              {option.refs}
              {index < 9 && <Kbd>{index + 1}</Kbd>}
            </span>
          </button>
        );
      })}
    </div>
  );
}
