import { Menu } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Logo, PhasePebble } from '../art';
import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconBooks,
  IconChevronDown,
  IconChevronRight,
  IconSelector,
  IconShieldCheck,
} from '../icons';
import { Tile } from '../parts';
import { useWords } from '../words';
import css from './frame.module.css';

/** The five phases of the trail. */
export const PHASES = ['assess', 'plan', 'implement', 'evaluate', 'improve'] as const;
export type Phase = (typeof PHASES)[number];

/** Where an entry stands: above the phases, in one of them, in the library, or below. */
export type NavPlace = 'top' | Phase | 'library' | 'bottom';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean | 'true' }>;

/** One entry of the navigation. It is registered by the feature that serves it, so it appears only when it works. */
export interface NavEntry {
  path: string;
  labelKey: string;
  /** Message with other words people look for it by. */
  wordsKey?: string;
  place: NavPlace;
  /** For entries outside the phases. */
  icon?: Icon;
  /** Something waits there. */
  count?: number;
}

/** Stones of a phase. */
export interface PhaseProgress {
  done: number;
  total: number;
}

/** What the navigation shows beside its entries. */
export interface NavModel {
  organisation: string;
  entries: readonly NavEntry[];
  /** Stones set per phase; none while unknown. */
  phases: Readonly<Partial<Record<Phase, PhaseProgress>>>;
  trail: { state: 'intact' | 'broken' | 'not-checked'; title: string; detail: string; path: string };
  me: { name: string; role: string; path: string };
  /** What the switcher offers. */
  workspaceMenu: readonly { label: string; run: () => void }[];
}

const TRAIL_ICON = {
  intact: IconShieldCheck,
  broken: IconAlertOctagonFilled,
  'not-checked': IconAlertTriangleFilled,
};

function useIsAt(): (path: string) => boolean {
  const here = useRouterState({ select: (state) => state.location.pathname });
  return (path) => here === path || here.startsWith(`${path}/`);
}

function Entry({ entry, rail }: { entry: NavEntry; rail: boolean }) {
  const { say, number } = useWords();
  const at = useIsAt()(entry.path);
  const Shape = entry.icon;
  const label = say(entry.labelKey);
  return (
    <Link
      to={entry.path}
      className={css.entry}
      aria-current={at ? 'page' : undefined}
      title={rail ? label : undefined}
    >
      {Shape && <Shape size={17} stroke={1.7} aria-hidden="true" />}
      <span className={rail ? 'visually-hidden' : undefined}>{label}</span>
      {!rail && entry.count !== undefined && entry.count > 0 && (
        <span className={css.count}>{number(entry.count)}</span>
      )}
    </Link>
  );
}

/** A group on the rail: its entries open beside it. */
function RailGroup({
  name,
  mark,
  count,
  entries,
}: {
  name: string;
  mark: ReactNode;
  count: string | undefined;
  entries: readonly NavEntry[];
}) {
  const { say } = useWords();
  const isAt = useIsAt();
  const navigate = useNavigate();
  const here = entries.some((entry) => isAt(entry.path));
  return (
    <Menu width={220} position="right-start" offset={8}>
      <Menu.Target>
        <button type="button" className={css.entry} aria-current={here ? 'page' : undefined} title={name}>
          {mark}
          <span className="visually-hidden">{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} {count}
        </Menu.Label>
        {entries.map((entry) => (
          <Menu.Item
            key={entry.path}
            aria-current={isAt(entry.path) ? 'page' : undefined}
            onClick={() => void navigate({ to: entry.path })}
          >
            {say(entry.labelKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Entries that open and close together; open while one of them is on the screen. */
function Group({
  name,
  mark,
  count,
  entries,
  rail,
}: {
  name: string;
  mark: ReactNode;
  count?: string | undefined;
  entries: readonly NavEntry[];
  rail: boolean;
}) {
  const isAt = useIsAt();
  const here = entries.some((entry) => isAt(entry.path));
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? here;
  const first = entries[0];
  if (!first) return null;
  if (rail) {
    if (entries.length > 1) return <RailGroup name={name} mark={mark} count={count} entries={entries} />;
    return (
      <Link to={first.path} className={css.entry} aria-current={here ? 'page' : undefined} title={name}>
        {mark}
        <span className="visually-hidden">{name}</span>
      </Link>
    );
  }
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button type="button" className={css.phase} aria-expanded={open} onClick={() => setAsked(!open)}>
        {mark}
        <span>{name}</span>
        {count !== undefined && <span className={css.count}>{count}</span>}
        <Chevron size={15} aria-hidden="true" />
      </button>
      {open && (
        <div className={css.steps}>
          {entries.map((entry) => (
            <Entry key={entry.path} entry={entry} rail={false} />
          ))}
        </div>
      )}
    </>
  );
}

function PhaseGroup({
  phase,
  entries,
  progress,
  rail,
}: {
  phase: Phase;
  entries: readonly NavEntry[];
  progress: PhaseProgress | undefined;
  rail: boolean;
}) {
  const { say } = useWords();
  return (
    <Group
      name={say(`phase-${phase}`)}
      mark={<PhasePebble done={progress?.done ?? 0} total={progress?.total ?? 0} />}
      count={progress && say('phase-count', { done: progress.done, total: progress.total })}
      entries={entries}
      rail={rail}
    />
  );
}

/** The navigation at the left; `rail` shows icons only. */
export function Navigation({ model, rail }: { model: NavModel; rail: boolean }) {
  const { say } = useWords();
  const of = (place: NavPlace) => model.entries.filter((entry) => entry.place === place);
  const Shield = TRAIL_ICON[model.trail.state];
  const hidden = rail ? 'visually-hidden' : css.names;
  const phases = PHASES.filter((phase) => of(phase).length > 0);
  return (
    <nav className={`${css.nav} ${rail ? css.rail : ''}`} aria-label={say('nav-label')}>
      <Menu width={220}>
        <Menu.Target>
          <button type="button" className={css.workspace} title={rail ? model.organisation : undefined}>
            <Logo size={24} />
            <span className={hidden}>
              <span>{model.organisation}</span>
              <span>{say('nav-subtitle')}</span>
            </span>
            <span className="visually-hidden">{say('workspace-menu')}</span>
            {!rail && <IconSelector size={15} aria-hidden="true" style={{ color: 'var(--ink3)' }} />}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {model.workspaceMenu.map((item) => (
            <Menu.Item key={item.label} onClick={item.run}>
              {item.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <div className={css.entries}>
        {of('top').map((entry) => (
          <Entry key={entry.path} entry={entry} rail={rail} />
        ))}
        {of('top').length > 0 && phases.length > 0 && <hr />}
        {phases.map((phase) => (
          <PhaseGroup
            key={phase}
            phase={phase}
            entries={of(phase)}
            progress={model.phases[phase]}
            rail={rail}
          />
        ))}
        {of('bottom').length > 0 && phases.length > 0 && <hr />}
        <Group
          name={say('nav-library')}
          mark={<IconBooks size={17} stroke={1.7} aria-hidden="true" />}
          entries={of('library')}
          rail={rail}
        />
        {of('bottom').map((entry) => (
          <Entry key={entry.path} entry={entry} rail={rail} />
        ))}
      </div>
      <div className={css.below}>
        <Link
          to={model.trail.path}
          className={css.status}
          data-state={model.trail.state}
          title={rail ? model.trail.title : undefined}
        >
          <Shield size={18} stroke={1.7} aria-hidden="true" />
          <span className={hidden}>
            <span>{model.trail.title}</span>
            <span>{model.trail.detail}</span>
          </span>
        </Link>
        <Link to={model.me.path} className={css.status} title={rail ? model.me.name : undefined}>
          <Tile name={model.me.name} me />

          <span className={hidden}>
            <span>{model.me.name}</span>
            <span>{model.me.role}</span>
          </span>
          {!rail && <IconChevronRight size={15} aria-hidden="true" />}
        </Link>
      </div>
    </nav>
  );
}
