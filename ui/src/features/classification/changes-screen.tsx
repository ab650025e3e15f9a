import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type ClassificationComparison, type ClassificationShift, useAct, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button, Status, Tier } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { type Column, DataTable, IdName } from '../../shared/table';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { DifferenceItems } from './difference-list';
import { usePack } from './pack';

/** What comes, goes or moves for one system, in short. */
function useSummary() {
  const { say } = useWords();
  return ({ difference, missing }: ClassificationShift) => {
    const duties = difference.obligations;
    const added = duties.filter((duty) => duty.before === null).length;
    const removed = duties.filter((duty) => duty.after === null).length;
    const moved = duties.length - added - removed;
    const parts = [
      missing > 0 && say('classification-shift-missing', { count: missing }),
      added > 0 && say('classification-shift-added', { count: added }),
      removed > 0 && say('classification-shift-removed', { count: removed }),
      moved > 0 && say('classification-shift-moved', { count: moved }),
    ];
    return parts.filter((part) => part !== false).join(', ');
  };
}

function useColumns(): Column<ClassificationShift>[] {
  const { say } = useWords();
  const summary = useSummary();
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('classification-column-system'),
        keep: true,
        sort: (row) => row.system.code,
        title: (row) => row.system.title,
        cell: (row) => <IdName id={row.system.code ?? ''} name={row.system.title} />,
      },
      {
        id: 'before',
        header: say('classification-shift-before'),
        width: 176,
        keep: true,
        sort: (row) => row.before?.label ?? null,
        cell: (row) => <Tier tier={row.before?.id ?? null} label={row.before?.label} />,
      },
      {
        id: 'after',
        header: say('classification-shift-after'),
        width: 196,
        keep: true,
        sort: (row) => row.after?.label ?? null,
        cell: (row) =>
          row.after === null ? (
            <Status kind="half">{say('classification-worst', { tier: row.worstPossible.label })}</Status>
          ) : (
            <Tier tier={row.after.id} label={row.after.label} />
          ),
      },
      { id: 'duties', header: say('classification-shift-duties'), cell: (row) => summary(row) },
      {
        id: 'draft',
        header: say('classification-column-standing'),
        width: 130,
        cell: (row) => row.draft && <Status kind="half">{say('classification-standing-draft')}</Status>,
      },
    ],
    [say, summary],
  );
}

/** One system's changes in full. */
function Detail({ shift }: { shift: ClassificationShift }) {
  const { say } = useWords();
  const { difference } = shift;
  return (
    <section className="panel" aria-label={shift.system.title}>
      <div className={css.panelHead}>
        <h2 className="panel-title">
          {say('classification-crumb', { name: shift.system.title, code: shift.system.code ?? '' })}
        </h2>
        <span className="caption">{say('classification-shift-decided', { version: shift.version })}</span>
      </div>
      <ul className={css.changes}>
        <DifferenceItems difference={difference} />
        {shift.missing > 0 && <li>{say('classification-shift-missing', { count: shift.missing })}</li>}
      </ul>
    </section>
  );
}

function Found({
  found,
  newest,
  version,
}: {
  found: ClassificationComparison;
  newest: boolean;
  version: string;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const { pack } = usePack();
  const [at, setAt] = useState<string | null>(null);
  const begin = useAct('classification.begin_many');
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const columns = useColumns();
  const open = found.items.filter((item) => !item.draft);
  const shown = found.items.find((item) => item.system.id === at);
  return (
    <>
      <div className={`panel ${css.progress}`}>
        <span>
          {say('classification-shift-figures', {
            decided: found.decided,
            tiers: found.tiers,
            duties: found.duties,
            open: found.open,
          })}
        </span>
        {newest && mayWrite && open.length > 0 && (
          <Button
            look="primary"
            disabled={begin.isPending}
            onClick={() =>
              begin.mutate(
                { pack, systems: open.map((item) => item.system.id) },
                { onSuccess: (count) => toast({ text: say('classification-begun-many', { count }), undo }) },
              )
            }
          >
            {say('classification-begin-many', { count: open.length })}
          </Button>
        )}
      </div>
      {begin.error && <ErrorPanel error={begin.error} />}
      {found.items.length === 0 ? (
        <div className="panel">
          <EmptyState>{say('classification-shift-none', { decided: found.decided, version })}</EmptyState>
        </div>
      ) : (
        <DataTable
          label={say('classification-other-rules')}
          rows={found.items}
          columns={columns}
          rowId={(row) => row.system.id}
          rowName={(row) => row.system.title}
          onOpen={(row) => setAt(row.system.id)}
        />
      )}
      {shown && <Detail shift={shown} />}
    </>
  );
}

/** What another version of the rules would change, before anybody accepts it. */
export function ChangesScreen() {
  const { say, date } = useWords();
  const navigate = useNavigate();
  const { pack, search } = usePack();
  const [asked, setVersion] = useSearchParam('version');
  const versions = (useRead('rulepack.list', {}).data ?? []).filter((item) => item.id === pack);
  const newest = versions.find((item) => item.newest);
  const chosen = versions.find((item) => item.version === asked) ?? newest;
  const version = chosen === undefined ? {} : { version: chosen.version };
  const found = useRead('classification.compare', { pack, ...version }, { keep: true });
  return (
    <Screen
      crumbs={[
        { label: say('phase-assess') },
        { label: say('classification-title'), to: '/classification', search },
        { label: say('classification-other-rules') },
      ]}
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label={say('classification-shift-version')}
            value={chosen?.version ?? ''}
            onChange={(event) => setVersion(event.currentTarget.value)}
            data={versions.map((item) => ({
              value: item.version,
              label: say('classification-rules', { version: item.version, date: date(item.date) }),
            }))}
          />
          <Button onClick={() => void navigate({ to: '/classification', search })}>
            {say('classification-queue-leave')}
          </Button>
        </>
      }
    >
      <Page>
        <PageHead title={say('classification-other-rules')} aside={chosen?.title ?? ''} />
        {found.error ? (
          <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
        ) : found.data ? (
          <Found found={found.data} newest={chosen === newest} version={chosen?.version ?? ''} />
        ) : (
          <Skeleton />
        )}
      </Page>
    </Screen>
  );
}
