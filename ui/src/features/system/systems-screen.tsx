import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { type SystemItem, useAct, useRead } from '../../api';
import { Split } from '../../shared/drawer';
import { EmptyState, ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconArrowMerge, IconPencil, IconPlus, IconTrash } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { useLayout } from '../../shared/layout';
import { Button } from '../../shared/parts';
import { DocumentLine } from '../../shared/record/document-line';
import { ExportMenu } from '../../shared/record/export-menu';
import { useAskedFor, useSearchParam } from '../../shared/search-param';
import { useNarrow } from '../../shared/size';
import { DataTable, Filters, type FilterValue, fitting, Toolbar } from '../../shared/table';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { BulkEdit } from './bulk-edit';
import { chosenOf, USUAL, useSystemColumns } from './columns';
import { CreateSystem } from './create-system';
import { listInput, useSystemFilters } from './filters';
import { MergeDialog } from './merge-dialog';
import css from './system.module.css';
import { SystemDrawer } from './system-drawer';
import { ColumnsMenu, ViewsMenu } from './views-menu';

const NONE: ReadonlySet<string> = new Set();
const NO_ROWS: readonly SystemItem[] = [];
/** Width of the column of checkboxes. */
const BOX = 44;
/** From so many rows on all are of one height, which has to be that of names in two lines. */
const MANY = 200;

/** The register of AI systems. */
export function SystemsScreen() {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<FilterValue>({});
  const [openId, setOpenId] = useSearchParam('open');
  const [selected, setSelected] = useState(NONE);
  const [adding, setAdding] = useState(false);
  useAskedFor('add', () => setAdding(true));
  const [dialog, setDialog] = useState<'change' | 'merge' | null>(null);
  const [shown, setShown] = useLayout('system.columns', USUAL);
  const dimensions = useSystemFilters();
  const narrow = useNarrow(1100);
  const list = useRead('system.list', listInput(useDeferredValue(text), filter), { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const remove = useAct('system.delete');
  const add = () => setAdding(true);
  useShortcuts([{ keys: 'n', label: say('system-add'), run: add }], mayWrite);

  const page = list.data;
  const items = page?.items ?? NO_ROWS;
  const all = useSystemColumns(items);
  const { ref: box, width: room } = useElementSize();
  const compact = openId !== null && !narrow;
  const columns = useMemo(() => chosenOf(all, shown), [all, shown]);
  const fit = fitting(columns, compact, room - (mayWrite ? BOX : 0));
  const at = items.findIndex((item) => item.id === openId);
  const go = (item: SystemItem | undefined) => (item ? () => setOpenId(item.id) : undefined);
  const hide = () => {
    const ids = [...selected];
    remove.mutate(
      { ids },
      {
        onSuccess: () => {
          setSelected(NONE);
          if (openId && selected.has(openId)) setOpenId(null);
          toast({ text: say('system-deleted', { count: ids.length }), undo });
        },
      },
    );
  };
  const chosen = items.filter((item) => selected.has(item.id));
  const [first, second] = chosen;
  const pair = chosen.length === 2 && first && second ? ([first, second] as const) : null;
  const primary = mayWrite && (
    <Button look="primary" icon={<IconPlus size={16} aria-hidden="true" />} onClick={add}>
      {say('system-add')}
    </Button>
  );
  const drawer = openId && (
    <SystemDrawer
      key={openId}
      id={openId}
      mayWrite={mayWrite}
      onOpen={setOpenId}
      onClose={() => setOpenId(null)}
      onPrevious={at > 0 ? go(items[at - 1]) : undefined}
      onNext={at >= 0 ? go(items[at + 1]) : undefined}
    />
  );
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('systems-title') }]}
      actions={page && page.total > 0 && <ExportMenu kind="register" />}
      primary={primary}
    >
      <Split drawer={drawer}>
        <Page tight={compact}>
          <PageHead
            title={say('systems-title')}
            aside={
              page &&
              page.total > 0 &&
              say('systems-figures', { total: page.total, classified: page.classified })
            }
          />
          {page && page.total === 0 ? (
            <div className="panel">
              <EmptyState
                action={primary}
                link={mayWrite && <Link to="/import">{say('systems-none-import')}</Link>}
              >
                {say('systems-none')}
              </EmptyState>
            </div>
          ) : (
            <>
              <DocumentLine kind="register" />
              <div ref={box} className={css.measure} />
              <Toolbar
                end={
                  <>
                    {page && page.found < page.total && (
                      <span className="caption">
                        {say('systems-found', { found: page.found, total: page.total })}
                      </span>
                    )}
                    <ViewsMenu
                      query={{ text, filter }}
                      columns={shown}
                      onOpen={(query, kept) => {
                        setText(query.text);
                        setFilter(query.filter);
                        setShown(kept ?? USUAL);
                      }}
                    />
                    {openId === null && (
                      <ColumnsMenu columns={all} shown={shown} fit={fit} onChange={setShown} />
                    )}
                  </>
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
              {remove.error && <ErrorPanel error={remove.error} />}
              {list.error ? (
                <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
              ) : !page ? (
                <Skeleton />
              ) : items.length === 0 ? (
                <div className="panel">
                  <EmptyState>{say('systems-none-found')}</EmptyState>
                </div>
              ) : (
                <DataTable
                  label={say('systems-title')}
                  rows={items}
                  columns={columns}
                  rowId={(row) => row.id}
                  rowName={(row) => row.name}
                  openId={openId}
                  onOpen={(row) => setOpenId(row.id)}
                  selected={selected}
                  onSelect={mayWrite ? setSelected : undefined}
                  compact={compact}
                  tall={items.length > MANY}
                  bulk={
                    <>
                      <Button
                        look="quiet"
                        size="small"
                        icon={<IconPencil size={15} aria-hidden="true" />}
                        onClick={() => setDialog('change')}
                      >
                        {say('system-change')}
                      </Button>
                      {pair && (
                        <Button
                          look="quiet"
                          size="small"
                          icon={<IconArrowMerge size={15} aria-hidden="true" />}
                          onClick={() => setDialog('merge')}
                        >
                          {say('system-merge')}
                        </Button>
                      )}
                      <Button
                        look="quiet"
                        size="small"
                        icon={<IconTrash size={15} aria-hidden="true" />}
                        onClick={hide}
                      >
                        {say('system-delete')}
                      </Button>
                    </>
                  }
                />
              )}
            </>
          )}
        </Page>
      </Split>
      {dialog === 'change' && <BulkEdit ids={[...selected]} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && pair && (
        <MergeDialog
          pair={pair}
          onClose={() => setDialog(null)}
          onMerged={(id) => {
            setDialog(null);
            setSelected(NONE);
            setOpenId(id);
          }}
        />
      )}
      {adding && mayWrite && <CreateSystem onClose={() => setAdding(false)} onCreated={setOpenId} />}
    </Screen>
  );
}
