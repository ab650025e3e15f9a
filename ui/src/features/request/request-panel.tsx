import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type RequestItem, type RequestState, useAct } from '../../api';
import { Drawer } from '../../shared/drawer';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Due, Status } from '../../shared/parts';
import { RecordRelations } from '../../shared/record';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { askedOf, awaits, REQUEST_KINDS } from './kinds';
import css from './request.module.css';
import { RequestDialog } from './request-dialog';

/** What a person may say of a request as it stands. */
const WAYS: Readonly<Record<RequestState, readonly RequestState[]>> = {
  requested: ['withdrawn'],
  received: ['accepted', 'refused', 'withdrawn'],
  accepted: [],
  refused: ['requested', 'withdrawn'],
  withdrawn: ['requested'],
};

/** One request: what is needed, what came, and what a person says of it. */
export function RequestPanel({
  item,
  mayWrite,
  onClose,
  onPrevious,
  onNext,
}: {
  item: RequestItem;
  mayWrite: boolean;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { say, date } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const navigate = useNavigate();
  const decide = useAct('request.decide');
  const [reason, setReason] = useState('');
  const [changing, setChanging] = useState(false);
  const ways = mayWrite ? WAYS[item.state] : [];
  const wrong = decide.error?.wire.fields.find((field) => field.path === 'reason')?.message;
  const put = (state: RequestState) =>
    decide.mutate(
      { id: item.id, state, reason: reason.trim() === '' ? null : reason },
      {
        onSuccess: () => {
          setReason('');
          toast({ text: say(`request-told-${state}`, { code: item.code }), undo });
        },
      },
    );
  return (
    <Drawer
      idLine={say('request-id-line', { code: item.code })}
      title={item.what}
      facts={
        <>
          <Status kind={REQUEST_KINDS[item.state]}>{say(`request-state-${item.state}`)}</Status>
          {awaits(item) && item.due !== null && <Due date={item.due} />}
        </>
      }
      foot={
        ways.length > 0 ? (
          <div className="row">
            {ways.map((state) => (
              <Button
                key={state}
                look={state === 'accepted' ? 'primary' : 'normal'}
                disabled={decide.isPending}
                onClick={() => put(state)}
              >
                {say(`request-put-${state}`)}
              </Button>
            ))}
          </div>
        ) : undefined
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      <div className="stack">
        <dl className={css.facts}>
          <div>
            <dt className="caption">{say('request-line')}</dt>
            <dd>
              <Button
                look="link"
                onClick={() => void navigate({ to: '/gap', search: { line: item.requirement } })}
              >
                {say('request-line-of', { id: item.requirement, title: item.title })}
              </Button>
            </dd>
          </div>
          <div>
            <dt className="caption">{say('request-whom')}</dt>
            <dd>{askedOf(item) ?? say('not-set')}</dd>
          </div>
          {item.requestedOn !== null && (
            <div>
              <dt className="caption">{say('request-asked-on')}</dt>
              <dd>{date(item.requestedOn)}</dd>
            </div>
          )}
          {item.receivedOn !== null && (
            <div>
              <dt className="caption">{say('request-received-on')}</dt>
              <dd>{date(item.receivedOn)}</dd>
            </div>
          )}
          {item.reason !== null && (
            <div>
              <dt className="caption">{say('request-reason')}</dt>
              <dd>{item.reason}</dd>
            </div>
          )}
        </dl>
        {mayWrite && awaits(item) && (
          <div>
            <Button size="small" onClick={() => setChanging(true)}>
              {say('request-change')}
            </Button>
          </div>
        )}
        {ways.some((state) => state === 'refused' || state === 'withdrawn') && (
          <Textarea
            label={say('request-reason')}
            description={say('request-reason-about')}
            autosize
            minRows={2}
            value={reason}
            error={fieldError(wrong)}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {decide.error && wrong === undefined && <ErrorPanel error={decide.error} />}
      </div>
      <RecordRelations
        record={item.id}
        mayWrite={mayWrite}
        mayAttach={mayWrite && awaits(item)}
        parts={['evidence', 'links', 'comments', 'history']}
      />
      {changing && <RequestDialog item={item} onClose={() => setChanging(false)} />}
    </Drawer>
  );
}
