import { useState } from 'react';
import type { ActionView } from '../../api';
import { Drawer } from '../../shared/drawer';
import { IconPencil } from '../../shared/icons';
import { Button, Due } from '../../shared/parts';
import { ActionDialog, ActionState, RecordRelations, recordName, useOpenRecord } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './action.module.css';
import { isOpen } from './shown';

/** One action: what it comes from, who does it until when, and what became of it. */
export function ActionPanel({
  item,
  mayWrite,
  ...steps
}: {
  item: ActionView;
  mayWrite: boolean;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { say } = useWords();
  const open = useOpenRecord();
  const [editing, setEditing] = useState(false);
  const { source } = item;
  return (
    <Drawer
      idLine={say('action-id-line', { code: item.code })}
      title={item.title}
      facts={
        <>
          <ActionState status={item.status} />
          {item.due !== null && <Due date={item.due} settled={!isOpen(item)} />}
        </>
      }
      foot={
        mayWrite && (
          <Button icon={<IconPencil size={15} aria-hidden="true" />} onClick={() => setEditing(true)}>
            {say('action-change')}
          </Button>
        )
      }
      {...steps}
    >
      <dl className={css.facts}>
        <dt>{say('action-source')}</dt>
        <dd>
          {source === null ? (
            <span className="quiet">{say('action-source-none')}</span>
          ) : (
            <>
              <Button look="link" onClick={() => open(source.id)}>
                {recordName(source)}
              </Button>
              <div className="caption">{say(`record-kind-${source.kind}`)}</div>
            </>
          )}
        </dd>
        <dt>{say('action-owner')}</dt>
        <dd>{item.owner?.name ?? <span className="quiet">{say('action-nobody')}</span>}</dd>
        {item.dropReason !== null && (
          <>
            <dt>{say('action-drop-reason')}</dt>
            <dd>{item.dropReason}</dd>
          </>
        )}
        <dt>{say('action-effect')}</dt>
        <dd>{item.effectiveness ?? <span className="quiet">{say('action-effect-none')}</span>}</dd>
      </dl>
      <RecordRelations
        record={item.id}
        mayWrite={mayWrite}
        parts={['evidence', 'links', 'comments', 'history']}
      />
      {editing && <ActionDialog action={item} onClose={() => setEditing(false)} />}
    </Drawer>
  );
}
