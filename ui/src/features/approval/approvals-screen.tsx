import { useRef, useState } from 'react';
import { type ApprovalItem, type ApprovalList, useRead } from '../../api';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, Screen } from '../../shared/frame';
import { Segmented, Status, type StatusKind } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { isToday, useWords } from '../../shared/words';
import css from './approval.module.css';
import { Detail } from './detail';
import { Figures } from './figures';

const TABS = ['waiting', 'back', 'decided'] as const;
type Tab = (typeof TABS)[number];

const TAB_OF: Record<ApprovalItem['state'], Tab> = {
  requested: 'waiting',
  'sent-back': 'back',
  approved: 'decided',
  rejected: 'decided',
  withdrawn: 'decided',
};

const SHAPES: Record<ApprovalItem['state'], StatusKind> = {
  requested: 'waiting',
  'sent-back': 'half',
  approved: 'done',
  rejected: 'blocked',
  withdrawn: 'excluded',
};

function Item({ item, open, onOpen }: { item: ApprovalItem; open: boolean; onOpen: () => void }) {
  const { say, recent, time } = useWords();
  const at = item.decidedAt ?? item.requestedAt;
  return (
    <li>
      <button type="button" className={css.item} aria-current={open || undefined} onClick={onOpen}>
        <span className="spread">
          <span className={css.name}>{item.title}</span>
          <span className="caption nowrap">{at === null ? '' : isToday(at) ? time(at) : recent(at)}</span>
        </span>
        <span className="spread">
          <span className="caption">
            {item.requestedBy === null ? item.code : say('approval-by', { name: item.requestedBy.name })}
          </span>
          <Status kind={SHAPES[item.state]}>{say(`approval-state-${item.state}`)}</Status>
        </span>
      </button>
    </li>
  );
}

function Queue({ list }: { list: ApprovalList }) {
  const { say, number } = useWords();
  const [chosen, setChosen] = useSearchParam('open');
  const open = list.items.find((item) => item.id === chosen);
  const [tab, setTab] = useState<Tab>(open ? TAB_OF[open.state] : 'waiting');
  const rows = useRef<HTMLUListElement>(null);
  const of = (which: Tab) => list.items.filter((item) => TAB_OF[item.state] === which);
  const shown = of(tab);
  const current = shown.find((item) => item.id === chosen) ?? shown[0];
  return (
    <div className={css.split}>
      <section className={`panel ${css.queue}`} aria-label={say('approval-nav')}>
        <div className={css.tabs}>
          <Segmented
            label={say('approval-nav')}
            value={tab}
            onChange={setTab}
            options={TABS.map((which) => ({
              value: which,
              label: `${say(`approval-${which}`)} ${number(of(which).length)}`,
            }))}
          />
        </div>
        {shown.length === 0 ? (
          <EmptyState>
            {say(`approval-none-${tab}`)} {tab === 'waiting' && say('approval-none-waiting-more')}
          </EmptyState>
        ) : (
          <ul
            ref={rows}
            className={css.items}
            onKeyDown={(event) => {
              const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              const next = by && shown[shown.findIndex((item) => item.id === current?.id) + by];
              if (!next) return;
              event.preventDefault();
              setChosen(next.id);
              const at = shown.indexOf(next);
              rows.current?.querySelectorAll<HTMLElement>('button')[at]?.focus();
            }}
          >
            {shown.map((item) => (
              <Item
                key={item.id}
                item={item}
                open={item.id === current?.id}
                onOpen={() => setChosen(item.id)}
              />
            ))}
          </ul>
        )}
        <p className={css.rule}>{say('approval-own-rule')}</p>
      </section>
      {current && <Detail key={current.id} id={current.id} onDone={() => setChosen(null)} />}
    </div>
  );
}

/** Everything sent for approval: what waits, what was sent back, what was decided. */
export function ApprovalsScreen() {
  const { say } = useWords();
  const read = useRead('approval.list', {}, { keep: true });
  return (
    <Screen crumbs={[{ label: say('approval-nav') }]}>
      <Page>
        <h1 className="visually-hidden">{say('approval-nav')}</h1>
        {read.error ? (
          <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />
        ) : read.data ? (
          <>
            <Figures list={read.data} />
            <Queue list={read.data} />
          </>
        ) : (
          <Skeleton />
        )}
      </Page>
    </Screen>
  );
}
