import { useMemo, useRef, useState } from 'react';
import { type ControlStatus, type SoaItem, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { useShortcuts } from '../../shared/keyboard';
import { Notice, ShareBar, Status, type StatusKind } from '../../shared/parts';
import { DocumentLine } from '../../shared/record/document-line';
import { ExportMenu } from '../../shared/record/export-menu';
import { useSearchParam } from '../../shared/search-param';
import { type Column, DataTable, Filters, type FilterValue, IdName, Toolbar } from '../../shared/table';
import { useWords } from '../../shared/words';
import { fits, useSoaFilters } from './filters';
import { RowPanel } from './row-panel';
import css from './soa.module.css';

const STATUS_KINDS: Record<ControlStatus, StatusKind> = {
  'not-started': 'open',
  planned: 'open',
  'in-part': 'half',
  'in-place': 'on-paper',
  'in-place-with-records': 'done',
};

const KINDS: Record<SoaItem['decision'], StatusKind> = {
  included: 'done',
  excluded: 'excluded',
  'not-decided': 'open',
};

function useColumns(areas: ReadonlyMap<string, string>): Column<SoaItem>[] {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'control',
        header: say('soa-report-control'),
        cell: (row) => (
          <IdName
            id={row.control}
            name={row.title}
            width={54}
            mark={
              row.decision !== 'not-decided' &&
              row.weight === 'stop' && (
                <Status kind="blocked">
                  <span className="visually-hidden">{say('soa-check-open')}</span>
                </Status>
              )
            }
          />
        ),
        keep: true,
        title: (row) => `${areas.get(row.area) ?? ''} · ${row.title}`,
      },
      {
        id: 'decision',
        header: say('soa-report-decision'),
        cell: (row) => <Status kind={KINDS[row.decision]}>{say(`soa-decision-${row.decision}`)}</Status>,
        width: 130,
        keep: true,
      },
      {
        id: 'status',
        header: say('soa-report-status'),
        cell: (row) =>
          row.decision === 'included' ? (
            <Status kind={STATUS_KINDS[row.status ?? 'not-started']}>
              {say(`control-status-${row.status ?? 'not-started'}`)}
            </Status>
          ) : (
            <span className="quiet">{say('soa-none')}</span>
          ),
        width: 150,
      },
      {
        id: 'owner',
        header: say('soa-owner'),
        cell: (row) => row.owner?.name ?? <span className="quiet">{say('soa-none')}</span>,
        width: 150,
      },
      { id: 'evidence', header: say('soa-evidence'), cell: (row) => row.evidence, width: 90, align: 'end' },
    ],
    [areas, say],
  );
}

/** Every Annex A control and its decision; one is decided at a time, beside the list. */
export function SoaScreen() {
  const { say } = useWords();
  const list = useRead('soa.list', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const [chosen, setChosen] = useSearchParam('control');
  const [saved, setSaved] = useState<Date | null>(null);
  const view = list.data;
  const areas = useMemo(() => new Map(view?.areas.map((area) => [area.id, area.title])), [view]);
  const columns = useColumns(areas);
  const [filter, setFilter] = useState<FilterValue>({});
  const [text, setText] = useState('');
  const dimensions = useSoaFilters(view?.areas ?? []);
  const all = view?.items ?? [];
  const items = all.filter((item) => fits(item, filter, text) || item.control === chosen);
  // The control that work began on stays: the first open one becomes another as soon as this one is decided.
  const begun = useRef<string | null>(null);
  begun.current ??= (items.find((row) => row.decision === 'not-decided') ?? items[0])?.control ?? null;
  // A search hit names the record, a person's own step the control.
  const wanted = chosen ?? begun.current;
  const at = Math.max(
    0,
    items.findIndex((row) => wanted !== null && (row.control === wanted || row.record === wanted)),
  );
  const item = items[at];
  const go = (by: number) => {
    const next = items[at + by];
    if (next) setChosen(next.control);
  };
  const undecided = items.find((row, index) => index !== at && row.decision === 'not-decided');
  useShortcuts([
    { keys: 'alt+ArrowDown', label: say('soa-next'), run: () => go(1), whileTyping: true },
    { keys: 'alt+ArrowUp', label: say('soa-previous'), run: () => go(-1), whileTyping: true },
  ]);
  const counts = view?.counts;
  return (
    <Screen
      crumbs={[{ label: say('phase-plan') }, { label: say('soa-title') }]}
      actions={<ExportMenu kind="soa" />}
      rail
    >
      {list.error ? (
        <Page>
          <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
        </Page>
      ) : !view || !counts ? (
        <Page>
          <Skeleton />
        </Page>
      ) : (
        <div className={css.split}>
          <Page>
            <PageHead
              title={say('soa-decided', { decided: counts.included + counts.excluded, rows: counts.rows })}
              aside={say('soa-figures', {
                included: counts.included,
                excluded: counts.excluded,
                open: counts.not_decided,
              })}
            />
            <ShareBar
              parts={[
                { share: counts.included / counts.rows, fill: '--accent', key: 'included' },
                { share: counts.excluded / counts.rows, fill: '--ctl', key: 'excluded' },
              ]}
            />
            <DocumentLine kind="soa" />
            {!view.treatmentApproved && <Notice tone="slate" title={say('soa-report-basis-none')} />}
            <Toolbar
              end={<span className="caption">{say('soa-open-checks', { count: view.openChecks })}</span>}
            >
              <Filters
                dimensions={dimensions}
                value={filter}
                onChange={setFilter}
                text={text}
                onText={setText}
                findLabel={say('soa-find')}
              />
              {saved !== null && <span className="visually-hidden">{say('soa-saved')}</span>}
            </Toolbar>
            {items.length === 0 ? (
              <div className="panel">
                <EmptyState>{say('soa-none-found')}</EmptyState>
              </div>
            ) : (
              <DataTable
                label={say('soa-title')}
                rows={items}
                columns={columns}
                rowId={(row) => row.control}
                rowName={(row) => `${row.control} ${row.title}`}
                openId={item?.control ?? null}
                onOpen={(row) => setChosen(row.control)}
                group={(row) => `${row.area} ${areas.get(row.area) ?? ''}`}
              />
            )}
          </Page>
          {item && (
            <RowPanel
              key={item.control}
              item={item}
              area={areas.get(item.area) ?? ''}
              place={{ at: at + 1, of: items.length }}
              mayWrite={mayWrite}
              next={undecided?.control ?? null}
              onNext={(control) => setChosen(control)}
              onStep={go}
              onSaved={() => setSaved(new Date())}
            />
          )}
        </div>
      )}
    </Screen>
  );
}
