import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import {
  type ClassificationMark,
  type ClassificationPage,
  type ClassificationStanding,
  type RuleWord,
  useRead,
} from '../../api';
import { Screen } from '../../shared/frame';
import { IconArrowRight } from '../../shared/icons';
import { FilteredList, ListPage, useAsked } from '../../shared/list';
import { Button, ShareBar } from '../../shared/parts';
import type { FilterDimension } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { useClassificationColumns } from './columns';
import { usePack } from './pack';

const STANDINGS: readonly ClassificationStanding[] = ['draft', 'open', 'decided'];
const MARKS: readonly ClassificationMark[] = ['changed', 'outdated', 'review-due'];
const NO_TIERS: readonly RuleWord[] = [];

function useDimensions(tiers: readonly RuleWord[]): FilterDimension[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'standing',
        label: say('classification-column-standing'),
        options: STANDINGS.map((word) => ({ value: word, label: say(`classification-standing-${word}`) })),
      },
      {
        id: 'mark',
        label: say('classification-column-mark'),
        options: MARKS.map((word) => ({ value: word, label: say(`classification-mark-${word}`) })),
      },
      {
        id: 'tier',
        label: say('classification-column-tier'),
        options: [
          ...tiers.map((tier) => ({ value: tier.id, label: tier.label })),
          { value: 'not-classified', label: say('tier-not-classified') },
        ],
      },
    ],
    [say, tiers],
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
  const asked = useAsked();
  const { filter, text } = asked;
  const { pack, search, choose } = usePack();
  const packs = (useRead('rulepack.list', {}).data ?? []).filter((item) => item.newest);
  const versions = (useRead('rulepack.list', {}).data ?? []).filter((item) => item.id === pack);
  const chosen = filter.standing ?? [];
  const input = {
    pack,
    text: text.trim() === '' ? null : text.trim(),
    standing: STANDINGS.filter((word) => chosen.includes(word)),
    tier: [...(filter.tier ?? [])],
    mark: MARKS.filter((word) => (filter.mark ?? []).includes(word)),
  };
  const list = useRead('classification.list', useDeferredValue(input), { keep: true });
  const page = list.data;
  const items = page?.items ?? [];
  const tiers = page?.tiers ?? NO_TIERS;
  const dimensions = useDimensions(tiers);
  const labels = useMemo(() => Object.fromEntries(tiers.map((tier) => [tier.id, tier.label])), [tiers]);
  const columns = useClassificationColumns(labels);
  const open = (system: string) => void navigate({ to: `/classification/${system}`, search });
  const first = items.find((item) => item.standing !== 'decided');
  const queue = (system: string) =>
    void navigate({ to: `/classification/${system}`, search: { ...search, queue: '1' } });
  const primary = first && (
    <Button
      look="primary"
      after={<IconArrowRight size={16} aria-hidden="true" />}
      onClick={() => queue(first.id)}
    >
      {say('classification-next')}
    </Button>
  );
  const toSystems = (
    <Button look="primary" onClick={() => void navigate({ to: '/systems' })}>
      {say('classification-to-systems')}
    </Button>
  );
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('classification-title') }]}
      actions={
        <>
          {packs.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={say('classification-pack')}
              value={pack}
              onChange={(event) => choose(event.currentTarget.value)}
              data={packs.map((item) => ({ value: item.id, label: item.short }))}
            />
          )}
          {versions.length > 1 && page && page.classified > 0 && (
            <Button onClick={() => void navigate({ to: '/classification/changes', search })}>
              {say('classification-other-rules')}
            </Button>
          )}
          {page && page.classified > 0 && (
            <Button onClick={() => void navigate({ to: '/obligations' })}>{say('obligation-title')}</Button>
          )}
        </>
      }
      primary={primary}
    >
      <ListPage
        title={say('classification-title')}
        aside={packs.find((item) => item.id === pack)?.short ?? ''}
      >
        <FilteredList
          read={list}
          none={page?.total === 0 ? { text: say('classification-none'), action: toSystems } : null}
          before={page && <Progress page={page} />}
          asked={asked}
          dimensions={dimensions}
          findLabel={say('systems-find')}
          count={
            page &&
            items.length < page.total &&
            say('systems-found', { found: items.length, total: page.total })
          }
          noneFound={say('systems-none-found')}
          label={say('classification-title')}
          rows={items}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          onOpen={(row) => open(row.id)}
        />
      </ListPage>
    </Screen>
  );
}
