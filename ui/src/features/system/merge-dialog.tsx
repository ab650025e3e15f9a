import { Radio } from '@mantine/core';
import { useState } from 'react';
import { type SystemItem, useAct, useRead } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './system.module.css';

/** Two entries that are one system: which stays, and what that does. */
export function MergeDialog({
  pair,
  onClose,
  onMerged,
}: {
  pair: readonly [SystemItem, SystemItem];
  onClose: () => void;
  onMerged: (id: string) => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const merge = useAct('system.merge');
  const fields = useRead('system.fields', {}).data ?? [];
  const [stays, setStays] = useState(pair[0].id);
  const goes = pair[0].id === stays ? pair[1] : pair[0];
  const keeps = pair[0].id === stays ? pair[0] : pair[1];
  const labels = (keys: readonly string[]) =>
    keys.map((key) => fields.find((field) => field.key === key)?.label ?? key).join(', ');
  const save = () =>
    merge.mutate(
      { from: goes.id, into: stays },
      {
        onSuccess: (done) => {
          const text =
            done.kept.length === 0
              ? say('system-merged', { name: keeps.name })
              : say('system-merged-kept', { name: keeps.name, fields: labels(done.kept) });
          const again =
            done.again.length === 0 ? '' : ` ${say('system-merged-again', { rules: done.again.join(', ') })}`;
          toast({ text: `${text}${again}`, undo });
          onMerged(stays);
        },
      },
    );
  return (
    <Dialog title={say('system-merge')} onClose={onClose}>
      <div className="stack">
        <Radio.Group label={say('system-merge-stays')} value={stays} onChange={setStays}>
          {pair.map((item) => (
            <Radio key={item.id} value={item.id} label={`${item.code} ${item.name}`} mt={8} />
          ))}
        </Radio.Group>
        <p className="quiet">{say('system-merge-about', { goes: `${goes.code} ${goes.name}` })}</p>
        <ul className={css.means}>
          <li>{say('system-merge-decisions')}</li>
          {goes.tier !== null &&
            (keeps.tier === null ? (
              <li>{say('system-merge-takes-over', { goes: goes.code, stays: keeps.code })}</li>
            ) : (
              <li>{say('system-merge-both', { goes: goes.code, stays: keeps.code })}</li>
            ))}
          <li>{say('system-merge-life')}</li>
        </ul>
        {merge.error && <ErrorPanel error={merge.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" data-autofocus disabled={merge.isPending} onClick={save}>
            {say('system-merge')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
