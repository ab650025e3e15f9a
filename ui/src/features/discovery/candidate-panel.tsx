import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type CandidateView, useAct, useRead } from '../../api';
import { Drawer } from '../../shared/drawer';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { IconPencil } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, IconButton, Kbd, Status } from '../../shared/parts';
import { RecordRelations } from '../../shared/record';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { CandidateDialog } from './candidate-dialog';
import { DismissDialog, MergeDialog } from './decide-dialogs';
import css from './discovery.module.css';
import { CANDIDATE_KINDS } from './kinds';

const FIELDS = ['vendor', 'product', 'model', 'department', 'purpose'] as const;

type Deciding = 'merge' | 'dismiss' | 'change' | null;

/** What is known, what it may be the same as, and the list's own words. */
function Known({ found }: { found: CandidateView }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const { item, alike, imported } = found;
  return (
    <>
      <dl className={css.facts}>
        {FIELDS.map((key) => (
          <div key={key}>
            <dt className="caption">{say(`candidate-becomes-${key}`)}</dt>
            <dd>{item[key] ?? <span className="quiet">{say('not-set')}</span>}</dd>
          </div>
        ))}
        {(found.source ?? item.sweep?.title) && (
          <div>
            <dt className="caption">{say('discovery-where')}</dt>
            <dd>{found.source ?? item.sweep?.title}</dd>
          </div>
        )}
        {item.reason !== null && (
          <div>
            <dt className="caption">{say('discovery-reason')}</dt>
            <dd>{item.reason}</dd>
          </div>
        )}
        {item.system !== null && (
          <div>
            <dt className="caption">{say('discovery-system')}</dt>
            <dd>
              <Button
                look="link"
                onClick={() => void navigate({ to: '/systems', search: { open: item.system?.id ?? '' } })}
              >
                {say('discovery-candidate-line', { code: item.system.code ?? '', name: item.system.title })}
              </Button>
            </dd>
          </div>
        )}
      </dl>
      {alike.length > 0 && (
        <section>
          <h3 className="panel-title">{say('discovery-alike')}</h3>
          <ul className={css.lines}>
            {alike.map((each) => (
              <li key={each.record.id}>
                <strong>
                  {say('discovery-candidate-line', {
                    code: each.record.code ?? '',
                    name: each.record.title,
                  })}
                </strong>
                <div className="caption">{say(`discovery-alike-${each.strength}`, { why: each.why })}</div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {imported.length > 0 && (
        <section>
          <h3 className="panel-title">{say('discovery-imported')}</h3>
          <dl className={css.facts}>
            {imported.map((fact) => (
              <div key={fact.header}>
                <dt className="caption">{fact.header}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** One candidate, and the decision about it. */
export function CandidatePanel({
  id,
  mayWrite,
  onClose,
  onPrevious,
  onNext,
}: {
  id: string;
  mayWrite: boolean;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const read = useRead('candidate.get', { id });
  const accept = useAct('candidate.accept');
  const back = useAct('candidate.return');
  const [deciding, setDeciding] = useState<Deciding>(null);
  const found = read.data;
  const fresh = found?.item.state === 'new';
  const after = () => {
    setDeciding(null);
    if (onNext) onNext();
    else onClose();
  };
  const take = () =>
    accept.mutate(
      { ids: [id] },
      {
        onSuccess: (made) => {
          toast({ text: say('discovery-accepted', { count: made.length }), undo });
          after();
        },
      },
    );
  useShortcuts(
    [
      { keys: 'a', label: say('discovery-accept'), run: take },
      { keys: 'm', label: say('discovery-merge'), run: () => setDeciding('merge') },
      { keys: 'd', label: say('discovery-dismiss'), run: () => setDeciding('dismiss') },
    ],
    mayWrite && fresh && deciding === null,
  );
  const failed = accept.error ?? back.error;
  const foot =
    !found || !mayWrite ? undefined : fresh ? (
      <div className="row">
        <Button look="primary" disabled={accept.isPending} onClick={take}>
          {say('discovery-accept')} <Kbd>A</Kbd>
        </Button>
        <Button onClick={() => setDeciding('merge')}>
          {say('discovery-merge')} <Kbd>M</Kbd>
        </Button>
        <Button onClick={() => setDeciding('dismiss')}>
          {say('discovery-dismiss')} <Kbd>D</Kbd>
        </Button>
      </div>
    ) : (
      <Button disabled={back.isPending} onClick={() => back.mutate({ ids: [id] })}>
        {say('discovery-return')}
      </Button>
    );
  return (
    <Drawer
      idLine={found ? say('discovery-id-line', { code: found.item.code }) : ''}
      title={found?.item.name ?? ''}
      facts={
        found && (
          <Status kind={CANDIDATE_KINDS[found.item.state]}>
            {say(`candidate-state-${found.item.state}`)}
          </Status>
        )
      }
      more={
        found &&
        mayWrite &&
        fresh && (
          <IconButton
            label={say('discovery-candidate-change')}
            size="small"
            onClick={() => setDeciding('change')}
          >
            <IconPencil size={15} aria-hidden="true" />
          </IconButton>
        )
      }
      foot={foot}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      {failed && <ErrorPanel error={failed} />}
      {!found && !read.error && <Skeleton />}
      {found && <Known found={found} />}
      {found && <RecordRelations record={id} mayWrite={mayWrite} />}
      {found && deciding === 'merge' && (
        <MergeDialog ids={[id]} alike={found.alike} onClose={() => setDeciding(null)} onDone={after} />
      )}
      {deciding === 'dismiss' && (
        <DismissDialog ids={[id]} onClose={() => setDeciding(null)} onDone={after} />
      )}
      {found && deciding === 'change' && (
        <CandidateDialog item={found.item} onClose={() => setDeciding(null)} />
      )}
    </Drawer>
  );
}
