import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type RequestItem, type RequestState, useAct } from '../../api';
import { Drawer } from '../../shared/drawer';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { Button, Due, Status } from '../../shared/parts';
import { RecordRelations } from '../../shared/record';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { FileJudgement, RefuseDialog, useJudge } from './file-judgement';
import { askedOf, REQUEST_KINDS } from './kinds';
import { ReasonDialog } from './reason-dialog';
import css from './request.module.css';
import { RequestDialog } from './request-dialog';

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
  const [withdrawing, setWithdrawing] = useState(false);
  const [changing, setChanging] = useState(false);
  const ways = mayWrite ? item.ways : [];
  const waiting = mayWrite ? item.files.filter((file) => file.state === 'received') : [];
  // A single file is judged in the foot, several each where they stand and together in the foot.
  const alone = waiting.length === 1 ? waiting[0]?.evidence.id : undefined;
  const { judge, ...judging } = useJudge(item);
  const [refusing, setRefusing] = useState(false);
  const put = (state: RequestState, reason: string | null) =>
    decide.mutate(
      { id: item.id, state, reason },
      {
        onSuccess: () => {
          setWithdrawing(false);
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
          {item.open && item.due !== null && <Due date={item.due} />}
        </>
      }
      foot={
        ways.length > 0 || waiting.length > 0 ? (
          <div className="row">
            {waiting.length > 0 && (
              <>
                <Button
                  look="primary"
                  disabled={judging.busy}
                  aria-label={
                    alone && say('request-file-put-accepted', { name: waiting[0]?.evidence.title ?? '' })
                  }
                  onClick={() => judge(waiting, 'accepted', null)}
                >
                  {say('request-accept-all', { count: waiting.length })}
                </Button>
                <Button
                  disabled={judging.busy}
                  aria-label={
                    alone && say('request-file-put-refused', { name: waiting[0]?.evidence.title ?? '' })
                  }
                  onClick={() => setRefusing(true)}
                >
                  {say('request-refuse-all', { count: waiting.length })}
                </Button>
              </>
            )}
            {ways.map((state) => (
              <Button
                key={state}
                disabled={decide.isPending}
                onClick={() => (state === 'withdrawn' ? setWithdrawing(true) : put(state, null))}
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
          {item.again.length > 0 && (
            <div>
              <dt className="caption">{say('request-again-why')}</dt>
              <dd>{item.again.join('; ')}</dd>
            </div>
          )}
          {item.state === 'withdrawn' && item.reason !== null && (
            <div>
              <dt className="caption">{say('request-reason')}</dt>
              <dd>{item.reason}</dd>
            </div>
          )}
        </dl>
        {mayWrite && item.open && (
          <div>
            <Button size="small" onClick={() => setChanging(true)}>
              {say('request-change')}
            </Button>
          </div>
        )}
        {judging.error && <ErrorPanel error={judging.error} />}
        {decide.error && !withdrawing && <ErrorPanel error={decide.error} />}
      </div>
      <RecordRelations
        record={item.id}
        mayWrite={mayWrite}
        mayAttach={mayWrite && item.open}
        parts={['evidence', 'links', 'comments', 'history']}
        aboutEvidence={(evidence) => {
          const file = item.files.find((one) => one.evidence.id === evidence);
          return file && <FileJudgement item={item} file={file} mayJudge={mayWrite && evidence !== alone} />;
        }}
      />
      {withdrawing && (
        <ReasonDialog
          title={say('request-withdraw', { code: item.code })}
          about={say('request-reason-about')}
          save={say('request-put-withdrawn')}
          error={decide.error}
          busy={decide.isPending}
          onSave={(reason) => put('withdrawn', reason)}
          onClose={() => setWithdrawing(false)}
        />
      )}
      {refusing && <RefuseDialog item={item} files={waiting} onClose={() => setRefusing(false)} />}
      {changing && <RequestDialog item={item} onClose={() => setChanging(false)} />}
    </Drawer>
  );
}
