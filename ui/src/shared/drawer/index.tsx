import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconArrowDown, IconArrowUp, IconX } from '../icons';
import { useShortcuts } from '../keyboard';
import { IconButton, Kbd } from '../parts';
import { useNarrow } from '../size';
import { useWords } from '../words';
import css from './drawer.module.css';

/** One tab of a drawer. */
export interface DrawerTab<Id extends string> {
  id: Id;
  label: string;
  count?: number;
}

export interface DrawerProps<Id extends string> {
  /** "AI-006, AI system". */
  idLine: string;
  title: string;
  /** Leading status and refs. */
  facts?: ReactNode;
  /** State of the autosave, at the right of the facts. */
  save?: ReactNode;
  tabs?: readonly DrawerTab<Id>[];
  tab?: Id;
  onTab?: (tab: Id) => void;
  /** Actions of the fixed foot. */
  foot?: ReactNode;
  /** More actions beside the arrows. */
  more?: ReactNode;
  onClose: () => void;
  /** Steps through the list; left out at its ends. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  children: ReactNode;
}

/** A list with a drawer that pushes it, or lies over it in a narrow window. */
export function Split({
  drawer,
  children,
  side,
}: {
  drawer?: ReactNode;
  children: ReactNode;
  side?: number;
}) {
  const style = side === undefined ? undefined : ({ '--side-width': `${side}px` } as CSSProperties);
  return (
    <div className={css.split} style={style}>
      <div className={css.main}>{children}</div>
      {drawer}
    </div>
  );
}

/** Opening moves the focus to the title, closing gives it back to the row. Stepping to another record leaves it alone. */
function useFocusReturn() {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus({ preventScroll: true });
    return () => {
      window.requestAnimationFrame(() => {
        const lost = document.activeElement === document.body || document.activeElement === null;
        if (!lost) return;
        const row = document.querySelector<HTMLElement>('tr[data-row][tabindex="0"]');
        if (row) row.focus();
        else if (before instanceof HTMLElement) before.focus();
      });
    };
  }, []);
  return title;
}

/** Tabs over a panel; arrows step from one to the next. */
export function Tabs<Id extends string>({
  tabs,
  tab,
  onTab,
  panel,
}: {
  tabs: readonly DrawerTab<Id>[];
  tab: Id;
  onTab: (tab: Id) => void;
  panel: string;
}) {
  const { number } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((one) => one.id === tab);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    onTab(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${panel}-${next.id}`)}`)?.focus();
  };
  return (
    <div ref={list} className={css.tabs} role="tablist" onKeyDown={step}>
      {tabs.map((one) => (
        <button
          key={one.id}
          id={`${panel}-${one.id}`}
          type="button"
          role="tab"
          aria-selected={one.id === tab}
          aria-controls={panel}
          tabIndex={one.id === tab ? 0 : -1}
          className={css.tab}
          onClick={() => onTab(one.id)}
        >
          {one.label}
          {one.count !== undefined && <span className={css.count}>{number(one.count)}</span>}
        </button>
      ))}
    </div>
  );
}

/** The record beside its list. Esc closes it; opening moves the focus to its title, closing gives it back to the row. */
export function Drawer<Id extends string>(props: DrawerProps<Id>) {
  const { idLine, title, tabs, tab, onTab, foot, onClose, onPrevious, onNext } = props;
  const { say } = useWords();
  const over = useNarrow(1100);
  const panel = useId();
  const heading = useFocusReturn();
  useShortcuts([{ keys: 'Escape', label: say('drawer-close'), run: onClose, whileTyping: true }]);
  return (
    <aside className={css.drawer} data-over={over || undefined} data-slides aria-label={title}>
      <div className={css.head}>
        <div className={css.idLine}>
          <span>{idLine}</span>
          <IconButton label={say('drawer-previous')} size="small" onClick={onPrevious} disabled={!onPrevious}>
            <IconArrowUp size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={say('drawer-next')} size="small" onClick={onNext} disabled={!onNext}>
            <IconArrowDown size={16} aria-hidden="true" />
          </IconButton>
          {props.more}
          <IconButton label={say('drawer-close')} size="small" onClick={onClose}>
            <IconX size={16} aria-hidden="true" />
          </IconButton>
        </div>
        <h2 ref={heading} id={`${panel}-title`} tabIndex={-1} className={`drawer-title ${css.title}`}>
          {title}
        </h2>
        {(props.facts || props.save) && (
          <div className={css.facts}>
            {props.facts}
            {props.save && <span className={css.save}>{props.save}</span>}
          </div>
        )}
      </div>
      {tabs && tab !== undefined && onTab && <Tabs tabs={tabs} tab={tab} onTab={onTab} panel={panel} />}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label */}
      <div
        id={panel}
        className={css.body}
        role={tabs ? 'tabpanel' : 'region'}
        aria-labelledby={tabs ? `${panel}-${tab}` : `${panel}-title`}
        // A scrolling region must be reachable by keyboard.
        tabIndex={0}
      >
        {props.children}
      </div>
      <div className={css.foot}>
        {foot}
        <button type="button" className={css.close} onClick={onClose}>
          <Kbd>{say('key-escape')}</Kbd>
          {say('drawer-close-short')}
        </button>
      </div>
    </aside>
  );
}

/** A fixed column that is part of the screen, such as the detail of a trail entry. */
export function SideColumn({
  label,
  width,
  children,
  foot,
}: {
  label: string;
  width: number;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <aside
      className={css.drawer}
      style={{ '--side-width': `${width}px` } as CSSProperties}
      aria-label={label}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={css.body} tabIndex={0}>
        {children}
      </div>
      {foot && <div className={css.foot}>{foot}</div>}
    </aside>
  );
}
