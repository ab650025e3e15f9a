import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Answer, GapDetail, MustItemView } from '../../api';
import { fieldError } from '../../shared/form';
import { strokeOf, useShortcuts } from '../../shared/keyboard';
import { Button, RefChip, Segmented } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { ANSWER_KEYS, stepItems } from './keys';
import { type ItemValue, type LineForm, OPEN } from './line-form';
import { ANSWERS, AnswerState, BASES } from './scale';

/** Answer and record of the item at hand. */
function ItemEditor({
  item,
  value,
  errors,
  readOnly,
  onChange,
  onLeave,
  onNext,
}: {
  item: MustItemView;
  value: ItemValue;
  errors: LineForm['errors'];
  readOnly: boolean;
  onChange: (value: ItemValue, now: boolean) => void;
  onLeave: () => void;
  onNext: () => void;
}) {
  const { say } = useWords();
  const answered = value.answer !== null;
  const text = {
    readOnly,
    disabled: !answered && !readOnly,
    onBlur: onLeave,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onLeave();
      onNext();
    },
  };
  return (
    <div className={css.itemEditor}>
      <div className={css.itemAnswer}>
        <Segmented<Answer>
          label={item.text}
          options={ANSWERS.map((answer) => ({
            value: answer,
            label: say(`must-answer-${answer}`),
            digit: ANSWER_KEYS[answer].toUpperCase(),
          }))}
          value={value.answer}
          onChange={(answer) => onChange({ ...value, answer }, true)}
          disabled={readOnly}
        />
        {answered && !readOnly && (
          <Button look="link" onClick={() => onChange(OPEN, true)}>
            {say('gap-answer-clear')}
          </Button>
        )}
      </div>
      <div className={css.seen}>
        <TextInput
          data-record
          label={say('gap-record')}
          description={say(answered || readOnly ? 'gap-record-help' : 'gap-record-first')}
          error={fieldError(errors.recordSeen)}
          value={value.recordSeen ?? ''}
          onChange={(event) => onChange({ ...value, recordSeen: event.currentTarget.value || null }, false)}
          {...text}
        />
        <DateInput
          label={say('gap-seen-on')}
          error={fieldError(errors.seenOn)}
          readOnly={readOnly}
          disabled={!answered && !readOnly}
          clearable={!readOnly}
          clearButtonProps={{ 'aria-label': say('field-clear') }}
          valueFormat="D MMM YYYY"
          value={value.seenOn}
          onChange={(seenOn) => onChange({ ...value, seenOn }, true)}
        />
        <TextInput
          label={say('gap-seen-owner')}
          error={fieldError(errors.seenOwner)}
          value={value.seenOwner ?? ''}
          onChange={(event) => onChange({ ...value, seenOwner: event.currentTarget.value || null }, false)}
          {...text}
        />
      </div>
    </div>
  );
}

/** Every separate demand of the line, by basis. One item is at hand; letters answer it. */
export function MustItems({
  detail,
  form,
  readOnly,
}: {
  detail: GapDetail;
  form: LineForm;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { must } = detail.requirement;
  const groups = BASES.map((basis) => ({ basis, items: must.filter((item) => item.basis === basis) }));
  const shown = groups.filter((group) => group.items.length > 0);
  const order = shown.flatMap((group) => group.items);
  const [at, setAt] = useState(() =>
    Math.max(
      order.findIndex((item) => form.item(item.key).answer === null),
      0,
    ),
  );

  const go = (to: number) => {
    setAt(to);
    list.current?.querySelectorAll<HTMLElement>('[data-item]')[to]?.focus();
  };
  const step = (stroke: string) => {
    const to = stepItems(stroke, at, order.length);
    if (to !== null) go(to);
    return to !== null;
  };
  const current = order[at];
  const answer = (word: Answer) => {
    if (current) form.changeItem(current.key, { ...form.item(current.key), answer: word }, true);
  };
  useShortcuts([
    { keys: 'j', label: say('gap-key-next-item'), run: () => step('j') },
    { keys: 'k', label: say('gap-key-previous-item'), run: () => step('k') },
  ]);
  useShortcuts(
    [
      ...ANSWERS.map((word) => ({
        keys: ANSWER_KEYS[word],
        label: say(`must-answer-${word}`),
        run: () => answer(word),
      })),
      {
        keys: 'r',
        label: say('gap-record'),
        run: () => list.current?.querySelector<HTMLElement>('input[data-record]')?.focus(),
      },
    ],
    !readOnly,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const stroke = strokeOf(event.nativeEvent, false);
    if (stroke.startsWith('Arrow') && step(stroke)) event.preventDefault();
  };
  return (
    <section className={`panel ${css.items}`} aria-labelledby={`${id}-title`}>
      <div className={css.panelHead}>
        <h2 className="panel-title" id={`${id}-title`}>
          {say('gap-items')}
        </h2>
        <span className="caption">
          {say('gap-items-met', { met: detail.item.met, items: detail.item.items })}
        </span>
      </div>
      <div ref={list}>
        {shown.map(({ basis, items }) => (
          <div key={basis}>
            <h3 className={css.basis}>
              <span>{say(`basis-${basis}`)}</span>
              <span className="caption">{say(`gap-basis-${basis}`)}</span>
            </h3>
            <ul>
              {items.map((item) => {
                const place = order.indexOf(item);
                const value = form.item(item.key);
                const open = place === at;
                return (
                  <li key={item.key} className={css.item} data-current={open || undefined}>
                    <button
                      type="button"
                      data-item
                      className={css.itemHead}
                      aria-expanded={open}
                      aria-controls={open ? `${id}-${item.key}` : undefined}
                      tabIndex={open ? 0 : -1}
                      onClick={() => go(place)}
                      onKeyDown={onKeyDown}
                    >
                      <span className={css.itemText}>
                        {item.text} <RefChip>{item.ref}</RefChip>
                      </span>
                      {!open && value.recordSeen !== null && (
                        <span className={css.itemRecord} title={value.recordSeen}>
                          {value.recordSeen}
                        </span>
                      )}
                      <span className={css.itemState}>
                        <AnswerState answer={value.answer} />
                      </span>
                    </button>
                    {open && (
                      <div id={`${id}-${item.key}`}>
                        <ItemEditor
                          item={item}
                          value={value}
                          errors={form.errors}
                          readOnly={readOnly}
                          onChange={(next, now) => form.changeItem(item.key, next, now)}
                          onLeave={form.flush}
                          onNext={() => step('j')}
                        />
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
