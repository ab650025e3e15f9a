import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  type ControlStatus,
  call,
  type Decision,
  type Delivery,
  type ExclusionBasis,
  type Reason,
  type SoaDecideInput,
  type SoaItem,
  useAct,
  useRead,
} from '../../api';
import { SideColumn } from '../../shared/drawer';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { AutosaveState, useAutosave } from '../../shared/form';
import { IconArrowRight } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, Segmented, Status, type StatusKind } from '../../shared/parts';
import { RecordRelations } from '../../shared/record';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { ReasonLinks } from './reason-links';
import css from './soa.module.css';

const DECISIONS: readonly { word: Decision; key: string }[] = [
  { word: 'included', key: 'I' },
  { word: 'excluded', key: 'X' },
  { word: 'not-decided', key: 'U' },
];
const DELIVERIES: readonly Delivery[] = ['own', 'shared', 'provider'];
const REASONS: readonly Reason[] = [
  'risk-treatment',
  'law',
  'contract',
  'ai-objective',
  'own-policy',
  'good-practice',
];
const BASES: readonly ExclusionBasis[] = ['not-needed-by-risk', 'not-required-or-exempt'];
const STATUSES: readonly ControlStatus[] = [
  'not-started',
  'planned',
  'in-part',
  'in-place',
  'in-place-with-records',
];
const WEIGHTS: Record<SoaItem['weight'], StatusKind> = {
  stop: 'blocked',
  attention: 'attention',
  met: 'done',
};

/** The row as it is sent; what is unchanged the core does not record. */
function rowOf(item: SoaItem): SoaDecideInput {
  return {
    control: item.control,
    decision: item.decision,
    reasons: item.reasons,
    justification: item.justification,
    exclusionBasis: item.exclusionBasis,
    delivery: item.delivery,
    deliveryNote: item.deliveryNote,
    status: item.status,
    owner: item.owner?.id ?? null,
  };
}

/** What hangs on a row; a row nobody came to yet is made first. */
function Attached({ item, mayWrite }: { item: SoaItem; mayWrite: boolean }) {
  const { say } = useWords();
  const touch = useAct('soa.touch');
  return (
    <>
      <h3 className={css.heading}>{say('soa-evidence')}</h3>
      {item.record !== null ? (
        <RecordRelations record={item.record} mayWrite={mayWrite} />
      ) : (
        mayWrite && (
          <Button disabled={touch.isPending} onClick={() => touch.mutate({ control: item.control })}>
            {say('soa-evidence-begin')}
          </Button>
        )
      )}
      {touch.error && <ErrorPanel error={touch.error} />}
    </>
  );
}

/** One control: what it wants, the decision, its reasons, and what an auditor would ask. */
export function RowPanel({
  item,
  area,
  place,
  mayWrite,
  next,
  onNext,
  onStep,
  onSaved,
}: {
  item: SoaItem;
  area: string;
  place: { at: number; of: number };
  mayWrite: boolean;
  next: string | null;
  onNext: (control: string) => void;
  onStep: (by: number) => void;
  onSaved: () => void;
}) {
  const { say } = useWords();
  const [row, setRow] = useState(() => rowOf(item));
  const detail = useRead('soa.get', { control: item.control });
  const members = useRead('member.list', {});
  const toast = useToast();
  const undo = useUndo();
  // A decision says so in passing; words that are being typed do not.
  const decided = useRef(false);
  const save = useAutosave<SoaDecideInput>(async (changed) => {
    await call('soa.decide', changed);
    onSaved();
    if (!decided.current) return;
    decided.current = false;
    const decision = say(`soa-decision-${changed.decision}`);
    toast({ text: say('soa-set', { control: changed.control, decision }), undo });
  });
  const change = (what: Partial<SoaDecideInput>) => {
    const changed = { ...row, ...what };
    setRow(changed);
    save.change(changed);
  };
  const decide = (decision: Decision, delivery: Delivery | null = row.delivery) => {
    decided.current = true;
    change({ decision, delivery });
    save.flush();
  };
  // What an undo or another program changed is shown, unless somebody is writing here.
  const { state } = save.status;
  const writing = useRef(false);
  writing.current = state === 'waiting' || state === 'saving' || state === 'failed';
  useEffect(() => {
    if (!writing.current) setRow(rowOf(item));
  }, [item]);
  const decisionKeys = [
    { keys: 'i', label: say('soa-decision-included'), run: () => decide('included') },
    { keys: 'x', label: say('soa-decision-excluded'), run: () => decide('excluded') },
    { keys: 'h', label: say('soa-by-provider'), run: () => decide('included', 'provider') },
    { keys: 'u', label: say('soa-decision-not-decided'), run: () => decide('not-decided') },
  ];
  useShortcuts(decisionKeys, mayWrite);
  const checks = detail.data?.item.checks ?? item.checks;
  return (
    <SideColumn
      label={`${item.control} ${item.title}`}
      width={384}
      foot={
        <div className={css.foot}>
          <Button onClick={() => onStep(-1)} disabled={place.at === 1}>
            {say('soa-previous')}
          </Button>
          {next === null ? (
            <Button onClick={() => onStep(1)} disabled={place.at === place.of}>
              {say('soa-next')}
            </Button>
          ) : (
            <Button
              look="primary"
              after={<IconArrowRight size={16} aria-hidden="true" />}
              onClick={() => onNext(next)}
            >
              {say('soa-next-open', { control: next })}
            </Button>
          )}
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside saves */}
      <div className={css.panel} onBlur={() => void save.flush()}>
        <div className="spread caption">
          <span>{area}</span>
          <span>{say('soa-place', { at: place.at, of: place.of })}</span>
        </div>
        <h2 className={css.title}>
          {item.control} {item.title}
        </h2>
        <p>{detail.data?.requirement.summary}</p>
        <div className={css.save}>
          <AutosaveState status={save.status} />
        </div>
        {item.notNeededFact !== null && row.decision === 'not-decided' && (
          <p className="caption">{say('soa-proposal', { fact: item.notNeededFact })}</p>
        )}
        {!mayWrite && <p className="caption">{say('soa-read-only')}</p>}
        <h3 className={css.heading}>{say('soa-report-decision')}</h3>
        <Segmented
          disabled={!mayWrite}
          label={say('soa-report-decision')}
          value={row.decision}
          onChange={(decision) => decide(decision)}
          options={DECISIONS.map(({ word, key }) => ({
            value: word,
            label: say(`soa-decision-${word}`),
            digit: key,
          }))}
        />
        {/* Also of an excluded control: a reason that was given and stands against the decision is mended here. */}
        <fieldset className={css.reasons} disabled={!mayWrite}>
          <legend className={css.heading}>{say('soa-reasons')}</legend>
          {REASONS.map((word) => (
            <div key={word}>
              <Checkbox
                label={say(`inclusion-reason-${word}`)}
                checked={row.reasons.includes(word)}
                onChange={(event) =>
                  change({
                    reasons: event.currentTarget.checked
                      ? [...row.reasons, word]
                      : row.reasons.filter((reason) => reason !== word),
                  })
                }
              />
              {item.reasons.includes(word) && row.reasons.includes(word) && (
                <ReasonLinks item={item} reason={word} mayWrite={mayWrite} />
              )}
            </div>
          ))}
        </fieldset>
        {row.decision === 'excluded' && (
          <Radio.Group
            label={say('soa-basis')}
            value={row.exclusionBasis ?? ''}
            onChange={(basis) => change({ exclusionBasis: basis as ExclusionBasis })}
          >
            {BASES.map((word) => (
              <Radio
                key={word}
                value={word}
                disabled={!mayWrite}
                label={say(`exclusion-basis-${word}`)}
                mt={6}
              />
            ))}
          </Radio.Group>
        )}
        <Textarea
          label={say('soa-report-justification')}
          autosize
          minRows={2}
          readOnly={!mayWrite}
          value={row.justification}
          onChange={(event) => change({ justification: event.currentTarget.value })}
        />
        {row.decision === 'included' && (
          <>
            <NativeSelect
              label={say('soa-delivery')}
              disabled={!mayWrite}
              value={row.delivery ?? 'own'}
              onChange={(event) => change({ delivery: event.currentTarget.value as Delivery })}
              data={DELIVERIES.map((word) => ({ value: word, label: say(`delivery-${word}`) }))}
            />
            {(row.delivery === 'shared' || row.delivery === 'provider') && (
              <TextInput
                label={say('soa-contract')}
                readOnly={!mayWrite}
                value={row.deliveryNote}
                onChange={(event) => change({ deliveryNote: event.currentTarget.value })}
              />
            )}
            <NativeSelect
              label={say('soa-report-status')}
              disabled={!mayWrite}
              value={row.status ?? 'not-started'}
              onChange={(event) => change({ status: event.currentTarget.value as ControlStatus })}
              data={STATUSES.map((word) => ({ value: word, label: say(`control-status-${word}`) }))}
            />
          </>
        )}
        <NativeSelect
          label={say('soa-owner')}
          disabled={!mayWrite}
          value={row.owner ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value || null })}
          data={[
            { value: '', label: say('soa-none') },
            ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
          ]}
        />
        <h3 className={css.heading}>{say('soa-checks')}</h3>
        <ul className={css.checks}>
          {checks.map((check) => (
            <li key={check.code}>
              <Status kind={WEIGHTS[check.weight]}>{check.label}</Status>
            </li>
          ))}
        </ul>
        <Attached item={item} mayWrite={mayWrite} />
      </div>
    </SideColumn>
  );
}
