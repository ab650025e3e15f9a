import { useState } from 'react';
import { call, type SystemGone, type SystemView, useRead } from '../../api';
import { Drawer, type DrawerTab } from '../../shared/drawer';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { AutosaveState, MetaForm, readSet, useRecordForm } from '../../shared/form';
import { useLayout } from '../../shared/layout';
import { Button, Notice, RefChip, Tier } from '../../shared/parts';
import {
  ActionList,
  AddLink,
  CommentList,
  EvidenceList,
  LinkList,
  RecordHistory,
  useOpenRecord,
} from '../../shared/record';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import { ClassSection } from './class-section';
import { DataSets } from './data-sets';
import { LifeTab } from './life-tab';
import { PartOf } from './part-of';
import { ScreeningTab } from './screening-tab';
import css from './system.module.css';

const TABS = ['details', 'life', 'screening', 'links', 'evidence', 'history'] as const;
type Tab = (typeof TABS)[number];

/** Sections that are open until somebody closes them. */
const OPEN: readonly string[] = ['identity', 'class'];

/** Facts an import brought along; they decide nothing here. */
function Imported({ view }: { view: SystemView }) {
  const { say } = useWords();
  if (view.imported.length === 0) return null;
  return (
    <section className={css.imported}>
      <h3 className="panel-title">{say('system-imported')}</h3>
      <p className="caption">
        {view.source === null
          ? say('system-imported-help')
          : say('system-imported-from', { source: view.source })}
      </p>
      <dl className="panel">
        {view.imported.map((fact) => (
          <div key={fact.header}>
            <dt>{fact.header}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What hangs on the system: links with actions and comments, or evidence. */
function RelationsTab({ id, tab, mayWrite }: { id: string; tab: 'links' | 'evidence'; mayWrite: boolean }) {
  const relations = useRead('record.relations', { id });
  const open = useOpenRecord();
  if (relations.error) return <ErrorPanel error={relations.error} onRetry={() => void relations.refetch()} />;
  if (!relations.data) return <Skeleton rows={3} />;
  const { links, offers, actions, comments, evidence } = relations.data;
  if (tab === 'evidence') return <EvidenceList record={id} items={evidence} mayWrite={mayWrite} />;
  return (
    <>
      <LinkList
        items={links}
        mayWrite={mayWrite}
        onOpen={(link) => open(link.other.id)}
        add={mayWrite && <AddLink record={id} offers={offers} />}
      />
      <ActionList record={id} items={actions} mayWrite={mayWrite} />
      <CommentList record={id} items={comments} mayWrite={mayWrite} />
    </>
  );
}

interface Steps {
  /** Opens another system instead. */
  onOpen: (id: string) => void;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  mayWrite: boolean;
}

/** Says that a system was deleted or merged, and leads to the one that stays. */
function Gone({ gone, onOpen }: { gone: SystemGone; onOpen: (id: string) => void }) {
  const { say, date } = useWords();
  const { into } = gone;
  if (into === null) {
    return (
      <Notice tone="amber" title={say('system-gone-deleted', { date: date(gone.at) })}>
        {say('system-gone-deleted-help')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="amber"
      title={say('system-gone-merged', { name: `${into.code ?? ''} ${into.title}`, date: date(gone.at) })}
      actions={
        <Button onClick={() => onOpen(into.id)}>{say('system-gone-open', { code: into.code ?? '' })}</Button>
      }
    >
      {say('system-gone-merged-help')}
    </Notice>
  );
}

function Loaded({ view, mayWrite: mayChange, onOpen, ...steps }: { view: SystemView } & Steps) {
  const { say } = useWords();
  const mayWrite = mayChange && view.gone === null;
  const { id, code, tier, draft } = view.item;
  const fields = useRead('system.fields', {}).data ?? [];
  const members = useRead('member.list', {}).data ?? [];
  const form = useRecordForm(view.values, (values) => call('system.update', { id, values, reason: '' }));
  const [open, setOpen] = useLayout('system.sections', OPEN);
  const unfolding = { open, onOpen: setOpen };
  const [asked, setTab] = useSearchParam('tab');
  const tab: Tab = TABS.find((one) => one === asked) ?? 'details';
  const { links, actions, comments, evidence, history } = view.counts;
  const tabs: DrawerTab<Tab>[] = [
    { id: 'details', label: say('tab-details') },
    { id: 'life', label: say('tab-life') },
    { id: 'screening', label: say('tab-screening') },
    { id: 'links', label: say('tab-links'), count: links + actions + comments },
    { id: 'evidence', label: say('tab-evidence'), count: evidence },
    { id: 'history', label: say('tab-history'), count: history },
  ];
  return (
    <Drawer
      idLine={say('system-id-line', { code })}
      title={form.values.name ?? view.item.name}
      facts={
        <>
          <Tier tier={tier} draft={draft} leading />
          {readSet(form.values.act_roles ?? null).map((role) => (
            <RefChip key={role}>{say(`act-role-${role}`)}</RefChip>
          ))}
        </>
      }
      save={<AutosaveState status={form.status} />}
      tabs={tabs}
      tab={tab}
      onTab={setTab}
      {...steps}
    >
      {view.gone !== null && <Gone gone={view.gone} onOpen={onOpen} />}
      {tab === 'details' ? (
        <>
          <MetaForm
            fields={fields}
            values={form.values}
            errors={form.errors}
            members={members}
            readOnly={!mayWrite}
            unfolding={unfolding}
            within={{
              identity: <PartOf view={view} mayWrite={mayWrite} onOpen={onOpen} />,
              build: <DataSets id={id} sets={view.dataSets} mayWrite={mayWrite} />,
            }}
            after={{ roles: <ClassSection system={id} unfolding={unfolding} /> }}
            onChange={form.change}
            onLeave={form.flush}
          />
          <Imported view={view} />
        </>
      ) : tab === 'life' ? (
        <LifeTab id={id} mayWrite={mayWrite} />
      ) : tab === 'screening' ? (
        <ScreeningTab id={id} mayWrite={mayWrite} />
      ) : tab === 'history' ? (
        <RecordHistory record={id} />
      ) : (
        <RelationsTab id={id} tab={tab} mayWrite={mayWrite} />
      )}
    </Drawer>
  );
}

/** One system beside the register. */
export function SystemDrawer({ id, ...steps }: { id: string } & Steps) {
  const { onOpen: _, ...bare } = steps;
  const { say } = useWords();
  const view = useRead('system.get', { id });
  const [retries, setRetries] = useState(0);
  if (view.data) return <Loaded key={`${id} ${retries}`} view={view.data} {...steps} />;
  return (
    <Drawer idLine={say('system-id-line', { code: '' })} title={say('loading')} {...bare}>
      {view.error ? (
        <ErrorPanel
          error={view.error}
          onRetry={() => {
            setRetries(retries + 1);
            void view.refetch();
          }}
        />
      ) : (
        <Skeleton />
      )}
    </Drawer>
  );
}
