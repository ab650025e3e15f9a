import { type ReactNode, useId, useState } from 'react';
import { useRead } from '../../api';
import { Tabs } from '../drawer';
import { ErrorPanel, Skeleton } from '../feedback';
import { useWords } from '../words';
import { ActionList } from './actions';
import { AddLink } from './add-link';
import { EvidenceList } from './evidence';
import { RecordHistory } from './history';
import { CommentList, LinkList } from './links';
import { useOpenRecord } from './places';
import css from './record.module.css';

const PARTS = ['evidence', 'actions', 'links', 'comments', 'history'] as const;
export type RelationPart = (typeof PARTS)[number];

/** What hangs on a record, the same for every register: evidence, actions, links, comments, history. */
export function RecordRelations({
  record,
  mayWrite,
  mayAttach = mayWrite,
  parts = PARTS,
  aboutEvidence,
}: {
  record: string;
  mayWrite: boolean;
  /** Whether evidence may come and go, where that differs. */
  mayAttach?: boolean;
  /** Parts shown, in order; all of them unless some make no sense or stand elsewhere. */
  parts?: readonly RelationPart[];
  /** What this record says of a piece of evidence, under its name. */
  aboutEvidence?: (evidence: string) => ReactNode;
}) {
  const { say } = useWords();
  const panel = useId();
  const [chosen, setPart] = useState<RelationPart | null>(null);
  const open = useOpenRecord();
  const read = useRead('record.relations', { id: record });
  const part = chosen ?? parts[0] ?? 'history';
  const data = read.data;
  const tabs = parts.map((id) => ({
    id,
    label: say(`tab-${id}`),
    ...(data && id !== 'history' ? { count: data[id].length } : {}),
  }));
  return (
    <div className={css.relations}>
      <Tabs tabs={tabs} tab={part} onTab={setPart} panel={panel} />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${part}`} className={css.part}>
        {read.error ? (
          <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
        ) : !data ? (
          <Skeleton rows={3} />
        ) : part === 'evidence' ? (
          <EvidenceList record={record} items={data.evidence} mayWrite={mayAttach} about={aboutEvidence} />
        ) : part === 'actions' ? (
          <ActionList record={record} items={data.actions} mayWrite={mayWrite} />
        ) : part === 'links' ? (
          <LinkList
            items={data.links}
            mayWrite={mayWrite}
            onOpen={(link) => open(link.other.id)}
            add={mayWrite && <AddLink record={record} offers={data.offers} />}
          />
        ) : part === 'comments' ? (
          <CommentList record={record} items={data.comments} mayWrite={mayWrite} />
        ) : (
          <RecordHistory record={record} />
        )}
      </div>
    </div>
  );
}
