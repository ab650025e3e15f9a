import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type EvidenceView, useRead } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel } from '../../shared/feedback';
import { Screen } from '../../shared/frame';
import { IconPaperclip } from '../../shared/icons';
import { FilteredList, ListPage, useAsked, useListRecord } from '../../shared/list';
import { Button, Notice, Status } from '../../shared/parts';
import { AddReference, useAttachFile } from '../../shared/record';
import { ListExport } from '../../shared/record/export-menu';
import { useNarrow } from '../../shared/size';
import { type Column, IdName } from '../../shared/table';
import { useWords } from '../../shared/words';
import { EvidencePanel } from './evidence-panel';
import { EVIDENCE_KINDS, kindOf, shownOf, USES, VALIDITIES } from './shown';

function useColumns(): Column<EvidenceView>[] {
  const { say, date, bytes, number } = useWords();
  return useMemo(
    () => [
      {
        id: 'title',
        header: say('evidence-title'),
        keep: true,
        title: (item) => item.fileName ?? item.reference ?? item.title,
        sort: (item) => item.code,
        cell: (item) => <IdName id={item.code} name={item.title} width={54} />,
      },
      {
        id: 'kind',
        header: say('evidence-kind'),
        width: 96,
        sort: kindOf,
        cell: (item) => say(`evidence-kind-${kindOf(item)}`),
      },
      {
        id: 'effective',
        header: say('evidence-effective-short'),
        width: 116,
        align: 'end',
        sort: (item) => item.effectiveOn,
        cell: (item) =>
          item.effectiveOn === null ? (
            <span className="quiet">{say('not-set')}</span>
          ) : (
            date(item.effectiveOn)
          ),
      },
      {
        id: 'valid',
        header: say('evidence-until'),
        width: 190,
        keep: true,
        align: 'end',
        sort: (item) => item.validUntil,
        cell: (item) =>
          item.validUntil === null ? (
            <span className="quiet">{say('not-set')}</span>
          ) : item.expired ? (
            <Status kind="attention">{say('evidence-expired', { date: date(item.validUntil) })}</Status>
          ) : (
            date(item.validUntil)
          ),
      },
      {
        id: 'used',
        header: say('evidence-used-by'),
        width: 84,
        align: 'end',
        sort: (item) => item.uses.length,
        cell: (item) =>
          item.uses.length === 0 ? (
            <span className="quiet">{say('evidence-unused')}</span>
          ) : (
            number(item.uses.length)
          ),
      },
      {
        id: 'size',
        header: say('evidence-size'),
        width: 92,
        align: 'end',
        sort: (item) => item.size,
        cell: (item) => (item.size === null ? '' : bytes(item.size)),
      },
    ],
    [say, date, bytes, number],
  );
}

function useDimensions() {
  const { say } = useWords();
  return useMemo(
    () => [
      {
        id: 'validity',
        label: say('evidence-validity'),
        options: VALIDITIES.map((word) => ({ value: word, label: say(`evidence-validity-${word}`) })),
      },
      {
        id: 'use',
        label: say('evidence-use'),
        options: USES.map((word) => ({ value: word, label: say(`evidence-use-${word}`) })),
      },
      {
        id: 'kind',
        label: say('evidence-kind'),
        options: EVIDENCE_KINDS.map((word) => ({ value: word, label: say(`evidence-kind-${word}`) })),
      },
    ],
    [say],
  );
}

/** Everything that shows something was done: what it is, until when it counts, and what rests on it. */
export function EvidenceScreen() {
  const { say, bytes } = useWords();
  const columns = useColumns();
  const dimensions = useDimensions();
  const narrow = useNarrow(1100);
  const asked = useAsked();
  const [referring, setReferring] = useState(false);
  const list = useRead('evidence.list', {}, { keep: true });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  const attach = useAttachFile(null);
  const all = useMemo(() => list.data?.items ?? [], [list.data]);
  const { filter } = asked;
  const wanted = useDeferredValue(asked.text);
  const shown = useMemo(() => shownOf(all, filter, wanted), [all, filter, wanted]);
  const record = useListRecord(shown, (row) => row.id);
  const item = all.find((one) => one.id === record.openId);
  // A file dropped while a piece is open is not for that piece: its bytes never change.
  const take = useRef(attach.take);
  take.current = attach.take;
  useEffect(() => {
    if (!mayWrite) return;
    return platform().on('dropped', (files) => {
      for (const file of files) take.current(file);
    });
  }, [mayWrite]);
  const buttons = mayWrite && (
    <>
      <Button onClick={() => setReferring(true)}>{say('evidence-add-reference')}</Button>
      <Button
        look="primary"
        icon={<IconPaperclip size={16} aria-hidden="true" />}
        disabled={attach.busy}
        onClick={attach.choose}
      >
        {say('evidence-attach')}
      </Button>
    </>
  );
  const expired = all.filter((one) => one.expired).length;
  const unused = all.filter((one) => one.uses.length === 0).length;
  return (
    <Screen
      crumbs={[{ label: say('phase-implement') }, { label: say('evidence-screen-title') }]}
      actions={all.length > 0 && <ListExport list="evidence" />}
      primary={all.length > 0 && buttons}
    >
      <ListPage
        title={say('evidence-screen-title')}
        aside={
          list.data &&
          all.length > 0 &&
          say(list.data.bytes === 0 ? 'evidence-figures-references' : 'evidence-figures', {
            total: all.length,
            expired,
            unused,
            size: bytes(list.data.bytes),
          })
        }
        drawer={item && <EvidencePanel key={item.id} item={item} mayWrite={mayWrite} {...record.steps} />}
      >
        {attach.error && <ErrorPanel error={attach.error} />}
        {list.data?.large && (
          <Notice tone="amber" title={say('evidence-large', { size: bytes(list.data.bytes) })}>
            {say('evidence-large-help')}
          </Notice>
        )}
        <FilteredList
          read={list}
          none={
            all.length === 0
              ? {
                  text: say('evidence-screen-none'),
                  action: buttons && <div className="row">{buttons}</div>,
                }
              : null
          }
          asked={asked}
          dimensions={dimensions}
          findLabel={say('evidence-find')}
          count={say('evidence-shown', { count: shown.length })}
          noneFound={say('evidence-none-found')}
          label={say('evidence-screen-title')}
          rows={shown}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => `${row.code} ${row.title}`}
          record={record}
          compact={item !== undefined && !narrow}
        />
      </ListPage>
      {referring && <AddReference target={{ record: null }} onClose={() => setReferring(false)} />}
    </Screen>
  );
}
