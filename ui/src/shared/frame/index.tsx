import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { SaveState } from '../form';
import { AutosaveState } from '../form';
import { IconChevronRight, IconSearch } from '../icons';
import { MAC } from '../keyboard';
import { Kbd } from '../parts';
import { useNarrow } from '../size';
import { useWords } from '../words';
import css from './frame.module.css';
import { Navigation, type NavModel } from './navigation';

export * from './navigation';

interface FrameAccess {
  askRail(): () => void;
  openPalette?: () => void;
}

const Frame = createContext<FrameAccess>({ askRail: () => () => undefined });

/** Navigation at the left, the screen at the right. The window itself never scrolls. */
export function AppFrame({
  nav,
  onSearch,
  children,
}: {
  nav: NavModel;
  onSearch: () => void;
  children: ReactNode;
}) {
  const { say } = useWords();
  const narrow = useNarrow(1180);
  const [asked, setAsked] = useState(0);
  const rail = narrow || asked > 0;
  const access = useMemo<FrameAccess>(
    () => ({
      askRail() {
        setAsked((count) => count + 1);
        return () => setAsked((count) => count - 1);
      },
      openPalette: onSearch,
    }),
    [onSearch],
  );
  return (
    <Frame value={access}>
      <div className={css.frame} data-rail={rail || undefined}>
        {/* biome-ignore lint/a11y/useValidAnchor: a link within the page; the router owns the hash */}
        <a
          className={css.skip}
          href="#content"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('content')?.focus();
          }}
        >
          {say('skip-to-content')}
        </a>
        <Navigation model={nav} rail={rail} />
        <div className={css.content}>{children}</div>
      </div>
    </Frame>
  );
}

/** Part of the breadcrumb. */
export interface Crumb {
  label: string;
  to?: string;
  /** Words of its address. */
  search?: Record<string, string>;
}

/** One screen: the top bar and, below it, what the screen is about. */
export function Screen({
  crumbs,
  save,
  actions,
  primary,
  rail,
  children,
}: {
  crumbs: readonly Crumb[];
  /** State of the autosave. */
  save?: SaveState;
  /** Secondary buttons. */
  actions?: ReactNode;
  /** The one primary action. */
  primary?: ReactNode;
  /** Needs the width: the navigation becomes the rail. */
  rail?: boolean;
  children: ReactNode;
}) {
  const { say } = useWords();
  const { askRail, openPalette } = useContext(Frame);
  useEffect(() => (rail ? askRail() : undefined), [rail, askRail]);
  const last = crumbs.at(-1)?.label ?? '';
  useEffect(() => {
    document.title = last === '' ? say('app-name') : say('window-title', { screen: last });
  }, [last, say]);
  return (
    <>
      <header className={css.bar}>
        <nav aria-label={say('crumbs')} style={{ minWidth: 0, marginInlineEnd: 'auto' }}>
          <ol className={css.crumbs}>
            {crumbs.map((crumb, index) => (
              <li key={crumb.label} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
                {index > 0 && (
                  <IconChevronRight size={14} style={{ color: 'var(--ink3)' }} aria-hidden="true" />
                )}
                {crumb.to ? (
                  <Link to={crumb.to} search={crumb.search ?? {}}>
                    {crumb.label}
                  </Link>
                ) : (
                  <span>{crumb.label}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
        {openPalette && (
          <button type="button" className={css.search} onClick={openPalette}>
            <IconSearch size={16} aria-hidden="true" />
            <span>{say('search')}</span>
            <Kbd>{say(MAC ? 'search-keys-mac' : 'search-keys')}</Kbd>
          </button>
        )}
        {save && (
          <span className={css.save}>
            <AutosaveState status={save} />
          </span>
        )}
        {actions}
        {primary}
      </header>
      <main id="content" tabIndex={-1} className={css.body}>
        {children}
      </main>
    </>
  );
}

/** The padded ground of a screen; `scrolls` lets the whole page scroll, otherwise a list inside it does. */
export function Page({
  scrolls,
  tight,
  children,
}: {
  scrolls?: boolean;
  tight?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={css.page} data-scrolls={scrolls || undefined} data-tight={tight || undefined}>
      {children}
    </div>
  );
}

/** Title of a page, with a figure or a sentence at the right. */
export function PageHead({ title, aside }: { title: ReactNode; aside?: ReactNode }) {
  return (
    <div className={css.pageHead}>
      <h1 className="page-title">{title}</h1>
      {aside !== undefined && <span className="caption">{aside}</span>}
    </div>
  );
}
