import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ReuseBasis, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Segmented } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import { Counting } from './counting';
import { Existing } from './existing';
import css from './reuse.module.css';

type Look = 'counts' | 'exists';

/** Over which mappings the figures count, and whose they are. */
function Basis({ basis }: { basis: readonly ReuseBasis[] }) {
  const { say } = useWords();
  if (basis.length === 0) return null;
  return (
    <details className={css.basis}>
      <summary className="caption">{say('reuse-basis', { count: basis.length })}</summary>
      <ul className="caption">
        {basis.map((one) => (
          <li key={`${one.crosswalk} ${one.source} ${one.origin}`}>
            {say('reuse-basis-of', {
              crosswalk: one.crosswalk,
              source: one.source,
              origin: one.origin,
              accepted: one.accepted,
              candidates: one.candidates,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What exists under other frameworks, and, line by line, what of it could count here. */
export function ReuseScreen() {
  const { say, number } = useWords();
  const navigate = useNavigate();
  const [asked, setAsked] = useSearchParam('look');
  const read = useRead('reuse.get', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const view = read.data;
  // Without a candidate there is only one thing to do; the first one that comes up does not take the screen away.
  const [begin, setBegin] = useState<Look | null>(null);
  useEffect(() => {
    if (view !== undefined && begin === null) setBegin(view.candidates === 0 ? 'exists' : 'counts');
  }, [view, begin]);
  const look: Look = asked === 'exists' || asked === 'counts' ? asked : (begin ?? 'counts');
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('reuse-title') }]}
      actions={
        view &&
        view.candidates > 0 && (
          <span className={css.look}>
            <Segmented<Look>
              label={say('reuse-title')}
              value={look}
              onChange={setAsked}
              options={[
                { value: 'exists', label: say('reuse-exists') },
                { value: 'counts', label: say('reuse-counts') },
              ]}
            />
          </span>
        )
      }
    >
      <Page>
        <PageHead
          title={say('reuse-title')}
          aside={
            view &&
            say('reuse-figures', {
              accepted: number(view.accepted),
              candidates: number(view.candidates),
              total: number(view.total),
            })
          }
        />
        {read.error ? (
          <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
        ) : !view ? (
          <Skeleton />
        ) : view.sources.length === 0 ? (
          <div className="panel">
            <EmptyState
              action={
                <Button look="primary" onClick={() => void navigate({ to: '/library' })}>
                  {say('reuse-to-library')}
                </Button>
              }
            >
              {say('reuse-no-sources')}
            </EmptyState>
          </div>
        ) : (
          <div className={css.body}>
            {look === 'exists' ? (
              <Existing sources={view.sources} unreached={view.unreached} mayWrite={mayWrite} />
            ) : (
              <Counting view={view} mayWrite={mayWrite} />
            )}
            {look === 'counts' && <Basis basis={view.basis} />}
          </div>
        )}
      </Page>
    </Screen>
  );
}
