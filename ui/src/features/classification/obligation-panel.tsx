import { NativeSelect, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useEffect, useState } from 'react';
import {
  type CallError,
  call,
  isRefusal,
  type ObligationItem,
  type ObligationStatus,
  type ObligationUpdateInput,
  useAct,
  useRead,
} from '../../api';
import { Drawer } from '../../shared/drawer';
import { ErrorPanel } from '../../shared/feedback';
import { AutosaveState, fieldError, useAutosave } from '../../shared/form';
import { Button, RefChip, Status, type StatusKind } from '../../shared/parts';
import { RecordRelations } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { Confirm } from './confirm';

export const OBLIGATION_KINDS: Record<ObligationStatus, StatusKind> = {
  open: 'open',
  'in-progress': 'half',
  met: 'done',
  'not-ours': 'excluded',
};

const STATUSES: readonly ObligationStatus[] = ['open', 'in-progress', 'met', 'not-ours'];

/** The row as it is sent; what is unchanged the core does not record. */
function rowOf(item: ObligationItem): ObligationUpdateInput {
  return {
    system: item.system.id,
    pack: item.pack,
    obligation: item.duty.id,
    status: item.status,
    owner: item.owner?.id ?? null,
    due: item.due,
    reason: item.reason ?? '',
  };
}

/** Whether a rule, not a field, was in the way. */
function isRuled(error: CallError): boolean {
  return isRefusal(error) && error.wire.fields.length === 0;
}

/** One duty: what to do, where it stands, the evidence for its article, and what helps. */
export function ObligationPanel({
  item,
  mayWrite,
  onClose,
  onPrevious,
  onNext,
}: {
  item: ObligationItem;
  mayWrite: boolean;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { say, date } = useWords();
  const members = useRead('member.list', {});
  const touch = useAct('obligation.touch');
  const [row, setRow] = useState(() => rowOf(item));
  const save = useAutosave<ObligationUpdateInput>(
    (changed) => call('obligation.update', changed),
    // A status that the core refuses does not stand; other words are kept until they fit.
    { keep: (patch, thrown) => (isRuled(thrown) ? { ...patch, status: item.status } : patch) },
  );
  const error = save.status.state === 'failed' ? save.status.error : null;
  const errorOf = (path: string) => error?.wire.fields.find((field) => field.path === path)?.message;
  const change = (what: Partial<ObligationUpdateInput>) => {
    const changed = { ...row, ...what };
    setRow(changed);
    save.change(changed);
  };
  // Another status that the core refuses shows what is stored again.
  const refused = error !== null && isRuled(error);
  useEffect(() => {
    if (refused) setRow((old) => ({ ...old, status: item.status }));
  }, [refused, item.status]);
  const { duty } = item;
  return (
    <Drawer
      idLine={say('obligation-line', { code: item.system.code ?? '', name: item.system.title })}
      title={duty.label}
      facts={
        <>
          <span>{item.law}</span>
          <RefChip>{duty.ref}</RefChip>
          <Status kind={item.applies ? 'attention' : 'open'}>
            {say(item.applies ? 'obligation-applies' : 'obligation-applies-from', {
              date: date(duty.appliesFrom),
            })}
          </Status>
        </>
      }
      save={<AutosaveState status={save.status} />}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside saves */}
      <div className="stack" onBlur={save.flush}>
        {duty.remark !== null && <p className="reading">{duty.remark}</p>}
        {duty.confirm && (
          <p>
            <Confirm />
          </p>
        )}
        {refused && <ErrorPanel error={error} />}
        <NativeSelect
          label={say('obligation-status')}
          disabled={!mayWrite}
          value={row.status}
          onChange={(event) => {
            change({ status: event.currentTarget.value as ObligationStatus });
          }}
          data={STATUSES.map((word) => ({ value: word, label: say(`obligation-status-${word}`) }))}
        />
        <div className={css.pair}>
          <NativeSelect
            label={say('obligation-owner')}
            disabled={!mayWrite}
            value={row.owner ?? ''}
            onChange={(event) => change({ owner: event.currentTarget.value || null })}
            data={[
              { value: '', label: say('not-set') },
              ...(members.data ?? []).map((member) => ({ value: member.id, label: member.name })),
            ]}
          />
          <DateInput
            label={say('obligation-due')}
            placeholder={say('not-set')}
            clearable
            clearButtonProps={{ 'aria-label': say('field-clear') }}
            valueFormat="D MMM YYYY"
            readOnly={!mayWrite}
            value={row.due}
            error={fieldError(errorOf('due'))}
            onChange={(due) => change({ due })}
          />
        </div>
        <Textarea
          label={say(row.status === 'not-ours' ? 'obligation-reason' : 'obligation-remark')}
          autosize
          minRows={2}
          readOnly={!mayWrite}
          value={row.reason}
          error={fieldError(errorOf('reason'))}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {duty.evidence.length > 0 && (
          <>
            <h3 className="panel-title">{say('obligation-shows')}</h3>
            <ul className={css.shows}>
              {duty.evidence.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </>
        )}
        {item.helps.length > 0 && (
          <>
            <h3 className="panel-title">{say('obligation-helps')}</h3>
            <p className="caption">{say('obligation-helps-about')}</p>
            <ul className={css.shows}>
              {item.helps.map((help) => (
                <li key={help.id}>
                  {help.id} {help.title}
                  {help.status !== null && (
                    <span className="caption">, {say(`control-status-${help.status}`)}</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {item.record !== null ? (
        <RecordRelations record={item.record} mayWrite={mayWrite} />
      ) : (
        mayWrite && (
          <p>
            <Button
              onClick={() => touch.mutate({ system: item.system.id, pack: item.pack, obligation: duty.id })}
            >
              {say('obligation-begin')}
            </Button>
          </p>
        )
      )}
    </Drawer>
  );
}
