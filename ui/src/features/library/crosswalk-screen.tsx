import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { type CrosswalkSummary, type CrosswalkView, type FrameworkSummary, useRead } from '../../api';
import { Split } from '../../shared/drawer';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconArrowsExchange, IconGridDots, IconListTree } from '../../shared/icons';
import { Button, IconButton, RefChip, Segmented } from '../../shared/parts';
import { CrosswalkExport } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import { DataTable, Filters, type FilterValue, Toolbar } from '../../shared/table';
import { useWords } from '../../shared/words';
import css from './library.module.css';
import { Matrix } from './matrix';
import { usePairColumns, usePairFilters } from './pair-columns';
import { PairDrawer } from './pair-drawer';
import { fittingRows, pairRows } from './pairs';

type Look = 'pairs' | 'matrix';

/** Frameworks that a crosswalk joins with this one, in the library's order. */
function partners(
  frameworks: readonly FrameworkSummary[],
  crosswalks: readonly CrosswalkSummary[],
  id: string | null,
): FrameworkSummary[] {
  const joined = new Set(
    crosswalks.flatMap((one) => {
      if (id === null) return [one.from, one.to];
      return one.from === id ? [one.to] : one.to === id ? [one.from] : [];
    }),
  );
  return frameworks.filter((one) => joined.has(one.id));
}

/** Both frameworks, what the pairs are worth, and how much of the first one they cover. */
function Choice({
  view,
  frameworks,
  crosswalks,
  compact,
  onChoose,
}: {
  view: CrosswalkView;
  frameworks: readonly FrameworkSummary[];
  crosswalks: readonly CrosswalkSummary[];
  /** A drawer takes the room beside. */
  compact: boolean;
  onChoose: (from: string, to: string) => void;
}) {
  const { say } = useWords();
  const { from, to } = view.summary;
  const options = (list: readonly FrameworkSummary[]) =>
    list.map((one) => ({ value: one.id, label: one.title }));
  const all = partners(frameworks, crosswalks, null);
  const judged = view.pairs.filter((pair) => pair.origin === 'judgement').length;
  return (
    <div className={`panel ${css.choice}`} data-compact={compact || undefined}>
      <Select
        label={say('crosswalk-from')}
        data={options(all)}
        value={from}
        allowDeselect={false}
        title={view.fromTitle}
        onChange={(next) => {
          if (next === null) return;
          // The other end stays when the two are joined.
          const others = partners(frameworks, crosswalks, next);
          const other = others.find((one) => one.id === to) ?? others[0];
          if (other) onChoose(next, other.id);
        }}
      />
      <IconButton label={say('crosswalk-swap')} onClick={() => onChoose(to, from)}>
        <IconArrowsExchange size={17} aria-hidden="true" />
      </IconButton>
      <Select
        label={say('crosswalk-to')}
        data={options(partners(frameworks, crosswalks, from))}
        value={to}
        allowDeselect={false}
        title={view.toTitle}
        onChange={(next) => {
          if (next !== null) onChoose(from, next);
        }}
      />
      <p className={css.worth}>
        {say('crosswalk-pairs', { count: view.pairs.length, judged })} {say('crosswalk-limits')}
      </p>
    </div>
  );
}

/** How many lines have a counterpart, which have none, and where all of it comes from. */
function Coverage({ view }: { view: CrosswalkView }) {
  const { say, percent } = useWords();
  const navigate = useNavigate();
  const { covered, coveredBySource, items, without } = view.fromCoverage;
  return (
    <details className={css.coverage}>
      <summary>
        <strong>
          {items === 0
            ? say('gap-no-data')
            : say('crosswalk-coverage', { covered, items, percent: percent(covered / items) })}
        </strong>{' '}
        <span className="caption">
          {say('crosswalk-coverage-source', { count: coveredBySource })} · {say('crosswalk-about')}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={`panel ${css.about}`} tabIndex={0} aria-label={say('crosswalk-about')}>
        {without.length > 0 && (
          <div>
            <h2 className="panel-title">{say('crosswalk-without', { count: without.length })}</h2>
            <p className={css.chips}>
              {without.map((id) => (
                <RefChip
                  key={id}
                  onOpen={() =>
                    void navigate({ to: '/library', search: { framework: view.summary.from, entry: id } })
                  }
                >
                  {id}
                </RefChip>
              ))}
            </p>
          </div>
        )}
        {[
          { title: say('library-sources'), lines: view.sources },
          { title: say('crosswalk-notes'), lines: view.notes },
        ].map(
          ({ title, lines }) =>
            lines.length > 0 && (
              <div key={title}>
                <h2 className="panel-title">{title}</h2>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </section>
    </details>
  );
}

interface PairsProps {
  view: CrosswalkView;
  frameworks: readonly FrameworkSummary[];
  crosswalks: readonly CrosswalkSummary[];
  look: Look;
  onLook: (look: Look) => void;
  onChoose: (from: string, to: string) => void;
}

function Pairs({ view, frameworks, crosswalks, look, onLook, onChoose }: PairsProps) {
  const { say } = useWords();
  const narrow = useNarrow(1100);
  const [find] = useSearchParam('find');
  const [openId, setOpenId] = useSearchParam('pair');
  const [text, setText] = useState(find ?? '');
  const [filter, setFilter] = useState<FilterValue>({});
  const dimensions = usePairFilters(view);
  const rows = useMemo(() => pairRows(view.pairs), [view]);
  const typed = useDeferredValue(text);
  const shown = useMemo(() => fittingRows(rows, filter, typed), [rows, filter, typed]);
  const open = look === 'pairs' ? rows.find((row) => row.id === openId) : undefined;
  const at = shown.findIndex((row) => row.id === openId);
  const go = (to: number) => {
    const row = shown[to];
    return at >= 0 && row ? () => setOpenId(row.id) : undefined;
  };
  const compact = open !== undefined && !narrow;
  const columns = usePairColumns(view, compact);
  return (
    <Split
      drawer={
        open && (
          <PairDrawer
            view={view}
            pair={open.pair}
            onClose={() => setOpenId(null)}
            onPrevious={go(at - 1)}
            onNext={go(at + 1)}
          />
        )
      }
    >
      <Page tight={compact}>
        <PageHead
          title={say('crosswalks-title')}
          aside={
            shown.length < rows.length && say('crosswalk-found', { found: shown.length, total: rows.length })
          }
        />
        <Choice
          view={view}
          frameworks={frameworks}
          crosswalks={crosswalks}
          compact={compact}
          onChoose={onChoose}
        />
        <Coverage view={view} />
        <Toolbar
          end={
            <Segmented<Look>
              label={say('gap-look')}
              options={[
                {
                  value: 'pairs',
                  label: (
                    <>
                      <IconListTree size={15} aria-hidden="true" />
                      {say('crosswalk-look-pairs')}
                    </>
                  ),
                },
                {
                  value: 'matrix',
                  label: (
                    <>
                      <IconGridDots size={15} aria-hidden="true" />
                      {say('crosswalk-look-matrix')}
                    </>
                  ),
                },
              ]}
              value={look}
              onChange={onLook}
            />
          }
        >
          <Filters
            dimensions={dimensions}
            value={filter}
            onChange={setFilter}
            text={text}
            onText={setText}
            findLabel={say('crosswalk-find')}
          />
        </Toolbar>
        {look === 'matrix' ? (
          <Matrix
            view={view}
            rows={shown}
            onOpen={(from, to) => {
              setFilter({ ...filter, fromArea: [from], toArea: [to] });
              onLook('pairs');
            }}
          />
        ) : shown.length === 0 ? (
          <div className="panel">
            <EmptyState>{say('crosswalk-none-found')}</EmptyState>
          </div>
        ) : (
          <DataTable
            label={say('crosswalks-title')}
            rows={shown}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => `${row.pair.from?.id ?? ''} ${row.pair.to?.id ?? ''}`}
            openId={openId}
            onOpen={(row) => setOpenId(row.id)}
            compact={compact}
            tall
          />
        )}
      </Page>
    </Split>
  );
}

/** Pairs of entries of two frameworks, as their sources state them. */
export function CrosswalkScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [askedFrom] = useSearchParam('from');
  const [askedTo] = useSearchParam('to');
  const [askedLook] = useSearchParam('look');
  const frameworks = useRead('framework.list', {});
  const list = useRead('crosswalk.list', {});
  const first = list.data?.[0];
  const from = askedFrom ?? first?.from ?? null;
  const to = askedTo ?? first?.to ?? null;
  const ready = from !== null && to !== null;
  const view = useRead('crosswalk.get', { from: from ?? '', to: to ?? '' }, { enabled: ready });
  const look: Look = askedLook === 'matrix' ? 'matrix' : 'pairs';
  const choose = (nextFrom: string, nextTo: string) =>
    void navigate({
      to: '/crosswalks',
      search: { from: nextFrom, to: nextTo, ...(look === 'matrix' ? { look } : {}) },
    });
  const show = (next: Look) =>
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) => ({
        ...old,
        look: next === 'matrix' ? next : undefined,
        pair: undefined,
      }),
      replace: true,
    });
  const error = list.error ?? frameworks.error ?? view.error;
  const retry = () => {
    for (const read of [list, frameworks, view]) if (read.error) void read.refetch();
  };
  return (
    <Screen
      crumbs={[{ label: say('nav-library') }, { label: say('crosswalks-title') }]}
      actions={view.data && <CrosswalkExport from={view.data.summary.from} to={view.data.summary.to} />}
    >
      {error ? (
        <Page>
          <ErrorPanel
            error={error}
            onRetry={retry}
            actions={
              <Button size="small" onClick={() => void navigate({ to: '/crosswalks' })}>
                {say('crosswalk-others')}
              </Button>
            }
          />
        </Page>
      ) : list.data && list.data.length === 0 ? (
        <Page>
          <div className="panel">
            <EmptyState>{say('crosswalks-none')}</EmptyState>
          </div>
        </Page>
      ) : !view.data || !frameworks.data || !list.data ? (
        <Page>
          <Skeleton rows={12} />
        </Page>
      ) : (
        <Pairs
          key={`${from} ${to}`}
          view={view.data}
          frameworks={frameworks.data}
          crosswalks={list.data}
          look={look}
          onLook={show}
          onChoose={choose}
        />
      )}
    </Screen>
  );
}
