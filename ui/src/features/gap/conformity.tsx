import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Conformity, GapDetail, Maturity } from '../../api';
import { IconAlertTriangleFilled, IconLock } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Notice, Segmented, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import type { LineForm } from './line-form';
import { CONFORMITIES, conformityShape, MATURITIES } from './scale';

/** Why the answers stand against a conformity that is asked for, or that was given before. */
function Refusal({ title, text, reasons }: { title: string; text?: string; reasons: readonly string[] }) {
  return (
    <Notice
      tone="amber"
      live="polite"
      icon={
        <IconAlertTriangleFilled
          size={16}
          style={{ color: 'var(--amber)', marginTop: 2 }}
          aria-hidden="true"
        />
      }
      title={title}
    >
      {text !== undefined && <p>{text}</p>}
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Conformity and, apart from it, maturity. The two are never merged into one figure. */
export function Scales({ detail, form, readOnly }: { detail: GapDetail; form: LineForm; readOnly: boolean }) {
  const { say } = useWords();
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<Conformity | null>(null);
  const refused = (conformity: Conformity) =>
    detail.choices.find((choice) => choice.conformity === conformity)?.refused ?? [];
  const { conformity, maturity } = form.values;
  const choose = (wanted: Conformity) => {
    const stands = refused(wanted).length > 0;
    setAsked(stands ? wanted : null);
    if (!stands) form.change({ conformity: wanted }, true);
  };
  useShortcuts(
    CONFORMITIES.map((word, digit) => ({
      keys: String(digit),
      label: say(`conformity-${word}`),
      run: () => {
        choose(word);
        // What a key did, or why it did nothing, is brought into sight.
        window.requestAnimationFrame(() => section.current?.scrollIntoView({ block: 'nearest' }));
      },
    })),
    !readOnly,
  );
  const { proposal } = detail;
  const reasons = asked === null ? [] : refused(asked);
  return (
    <section ref={section} className={css.scales} aria-label={say('gap-scales')}>
      <div className={css.scale}>
        <span className={css.label} aria-hidden="true">
          {say('gap-conformity')}
        </span>
        <Segmented<Conformity>
          label={say('gap-conformity')}
          options={CONFORMITIES.map((word, digit) => ({
            value: word,
            digit: String(digit),
            label: (
              <span className={css.option}>
                {say(`conformity-${word}`)}
                {refused(word).length > 0 && (
                  <>
                    <IconLock size={13} aria-hidden="true" />
                    <span className="visually-hidden">{say('gap-not-yet')}</span>
                  </>
                )}
              </span>
            ),
          }))}
          value={conformity}
          onChange={choose}
          disabled={readOnly}
        />
        {!readOnly && (
          <div className={css.below}>
            {form.lowered !== null && (
              <Status kind="attention">
                {say('gap-lowered', { conformity: say(`conformity-${form.lowered.to ?? 'not-assessed'}`) })}
              </Status>
            )}
            {proposal !== null && proposal !== conformity && (
              <>
                <span className="caption">{say('gap-proposal')}</span>
                <Status kind={conformityShape(proposal)}>{say(`conformity-${proposal}`)}</Status>
                <Button look="link" onClick={() => choose(proposal)}>
                  {say('gap-proposal-take')}
                </Button>
              </>
            )}
            {conformity === null ? (
              proposal === null && <span className="caption">{say('gap-conformity-help')}</span>
            ) : (
              <Button look="link" onClick={() => form.change({ conformity: null }, true)}>
                {say('gap-conformity-clear')}
              </Button>
            )}
          </div>
        )}
      </div>
      {asked !== null && reasons.length > 0 && (
        <div className={css.across}>
          <Refusal title={say('gap-refused', { conformity: say(`conformity-${asked}`) })} reasons={reasons} />
        </div>
      )}
      {asked === null &&
        detail.item.lookAgain &&
        conformity !== null &&
        conformity === detail.item.conformity && (
          <div className={css.across}>
            <Refusal
              title={say('gap-again', { conformity: say(`conformity-${conformity}`) })}
              text={say('gap-again-what')}
              reasons={refused(conformity)}
            />
          </div>
        )}
      <Select
        className={css.maturity}
        label={say('gap-maturity')}
        description={say('gap-maturity-help')}
        placeholder={say('not-set')}
        clearable={!readOnly}
        readOnly={readOnly}
        data={MATURITIES.map((word, step) => ({
          value: word,
          label: say('gap-maturity-step', { step, name: say(`maturity-${word}`) }),
        }))}
        value={maturity}
        onChange={(word) => form.change({ maturity: word as Maturity | null }, true)}
      />
    </section>
  );
}
