import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { type ClassificationPage, type ClassificationStanding, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconArrowRight } from '../../shared/icons';
import { Button, ShareBar } from '../../shared/parts';
import { DataTable, type FilterDimension, Filters, type FilterValue, Toolbar } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { useClassificationColumns } from './columns';

const STANDINGS: readonly ClassificationStanding[] = ['draft', 'open', 'decided'];
const TIERS = ['prohibited', 'high', 'limited', 'minimal', 'out-of-scope', 'not-classified'];

function useDimensions(): FilterDimension[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'standing',
        label: say('classification-column-standing'),
        options: STANDINGS.map((word) => ({ value: word, label: say(`classification-standing-${word}`) })),
      },
      {
        id: 'tier',
        label: say('classification-column-tier'),
        options: TIERS.map((word) => ({ value: word, label: say(`tier-${word}`) })),
      },
    ],
    [say],
  );
}

/** How far the register is, in a bar and in words. */
function Progress({ page }: { page: ClassificationPage }) {
  const { say, percent } = useWords();
  const share = page.total === 0 ? 0 : page.classified / page.total;
  return (
    <div className={`panel ${css.progress}`}>
      <strong>{percent(share)}</strong>
      <ShareBar parts={[{ share, fill: '--accent', key: 'decided' }]} />
      <span className="caption">
        {say('classification-figures', {
          classified: page.classified,
          total: page.total,
          drafts: page.drafts,
        })}
      </span>
    </div>
  );
}

/** Every system and where its classification stands; what is not classified comes first. */
export function ClassificationScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<FilterValue>({});
  const dimensions = useDimensions();
  const columns = useClassificationColumns();
  const chosen = filter.standing ?? [];
  const input = {
    text: text.trim() === '' ? null : text.trim(),
    standing: STANDINGS.filter((word) => chosen.includes(word)),
    tier: [...(filter.tier ?? [])],
  };
  const list = useRead('classification.list', useDeferredValue(input), { keep: true });
  const page = list.data;
  const items = page?.items ?? [];
  const open = (system: string) => void navigate({ to: `/classification/${system}` });
  const first = items.find((item) => item.standing !== 'decided');
  const primary = first && (
    <Button
      look="primary"
      after={<IconArrowRight size={16} aria-hidden="true" />}
      onClick={() => open(first.id)}
    >
      {say('classification-next')}
    </Button>
  );
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('classification-title') }]}
      actions={
        page &&
        page.classified > 0 && (
          <Button onClick={() => void navigate({ to: '/obligations' })}>{say('obligation-title')}</Button>
        )
      }
      primary={primary}
    >
      <Page>
        <PageHead title={say('classification-title')} aside={say('classification-subtitle')} />
        {list.error ? (
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        ) : !page ? (
          <Skeleton />
        ) : page.total === 0 ? (
          <div className="panel">
            <EmptyState
              action={
                <Button look="primary" onClick={() => void navigate({ to: '/systems' })}>
                  {say('classification-to-systems')}
                </Button>
              }
            >
              {say('classification-none')}
            </EmptyState>
          </div>
        ) : (
          <>
            <Progress page={page} />
            <Toolbar
              end={
                items.length < page.total && (
                  <span className="caption">
                    {say('systems-found', { found: items.length, total: page.total })}
                  </span>
                )
              }
            >
              <Filters
                dimensions={dimensions}
                value={filter}
                onChange={setFilter}
                text={text}
                onText={setText}
                findLabel={say('systems-find')}
              />
            </Toolbar>
            {items.length === 0 ? (
              <div className="panel">
                <EmptyState>{say('systems-none-found')}</EmptyState>
              </div>
            ) : (
              <DataTable
                label={say('classification-title')}
                rows={items}
                columns={columns}
                rowId={(row) => row.id}
                rowName={(row) => row.name}
                onOpen={(row) => open(row.id)}
              />
            )}
          </>
        )}
      </Page>
    </Screen>
  );
}
