import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { call, readOptions, useAct, useRead, type WorkspaceSummary } from '../api';
import { WorkspaceNotices } from '../features/workspace';
import { Skeleton, ToastProvider } from '../shared/feedback';
import { AppFrame, type NavModel, Page } from '../shared/frame';
import { useShortcuts } from '../shared/keyboard';
import { CommandPalette, KeyboardHelp, type PaletteItem } from '../shared/palette';
import { recordName, useOpenRecord } from '../shared/record';
import { useSteps } from '../shared/trail';
import { useWords, type Words } from '../shared/words';
import { useCommands } from './commands';
import { fetchAhead } from './fetch-ahead';
import { NAV } from './registry';

/** Requirements that search offers beside records. */
const MOST_REQUIREMENTS = 6;

function trailOf(summary: WorkspaceSummary, { say }: Words): NavModel['trail'] {
  const { entries } = summary;
  return {
    state: summary.trail,
    title: say(`nav-trail-${summary.trail}`, { entries }),
    detail: say(`nav-trail-${summary.trail}-detail`),
    path: '/trail',
  };
}

/** Stones of each phase, for the pebbles of the navigation. */
function usePhases(): NavModel['phases'] {
  const phases = useRead('overview.get', {}).data?.phases;
  return useMemo(
    () =>
      Object.fromEntries(
        (phases ?? []).map(({ phase, set, stones }) => [phase, { done: set, total: stones.length }]),
      ),
    [phases],
  );
}

function Inside({ summary }: { summary: WorkspaceSummary }) {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const client = useQueryClient();
  const open = useOpenRecord();
  const close = useAct('workspace.close');
  const [panel, setPanel] = useState<'palette' | 'keys' | null>(null);
  const hide = useCallback(() => setPanel(null), []);
  const search = useCallback(() => setPanel('palette'), []);
  const phases = usePhases();
  const requests = useRead('approval.list', {}, { keep: true }).data;
  // Ctrl Z takes back what I did since the workspace was opened, nothing older.
  const [opened] = useState(summary.entries);
  const step = useSteps(opened);

  // The screens go first: what they read would be refused once nothing is open.
  const leave = async () => {
    client.setQueryData(readOptions('workspace.get', {}).queryKey, null);
    await navigate({ to: '/' });
    close.mutate({});
  };
  useShortcuts([
    { keys: 'mod+k', label: say('search'), run: search, whileTyping: true },
    { keys: '?', label: say('keys-title'), run: () => setPanel('keys') },
    { keys: 'g o', label: say('go-overview'), run: () => void navigate({ to: '/overview' }) },
    { keys: 'g t', label: say('go-trail'), run: () => void navigate({ to: '/trail' }) },
    { keys: 'mod+z', label: say('undo'), run: () => step('undo') },
    { keys: 'mod+shift+z', label: say('redo'), run: () => step('redo') },
    { keys: 'mod+y', label: say('redo'), run: () => step('redo') },
  ]);

  const find = useCallback(
    async (text: string): Promise<PaletteItem[]> => {
      const [records, requirements] = await Promise.all([
        call('search.find', { text, kinds: [] }),
        call('requirement.find', { text, framework: null, most: MOST_REQUIREMENTS }),
      ]);
      const found = records.map(({ record, kind }) => ({
        id: record.id,
        label: recordName(record),
        hint: kind,
        group: say('palette-records'),
        run: () => open(record.id),
      }));
      const entries = requirements.map(({ framework, frameworkTitle, id, title }) => ({
        id: `${framework} ${id}`,
        label: say('gap-line-title', { id, title }),
        hint: frameworkTitle,
        group: say('palette-requirements'),
        run: () => void navigate({ to: '/library', search: { framework, entry: id } }),
      }));
      return [...found, ...entries];
    },
    [navigate, open, say],
  );
  const commands = useCommands(summary);
  const items: PaletteItem[] = [
    ...NAV.map((entry) => ({
      id: entry.path,
      label: say(entry.labelKey),
      ...(entry.wordsKey === undefined ? {} : { words: say(entry.wordsKey) }),
      group: say('palette-go'),
      run: () => void navigate({ to: entry.path }),
    })),
    {
      id: 'trail',
      label: say('go-trail'),
      hint: 'G T',
      group: say('palette-go'),
      run: () => void navigate({ to: '/trail' }),
    },
    ...commands,
    { id: 'close', label: say('workspace-close'), group: say('palette-commands'), run: () => void leave() },
    {
      id: 'keys',
      label: say('keys-title'),
      hint: '?',
      group: say('palette-commands'),
      run: () => setPanel('keys'),
    },
  ];
  const roles = summary.me.roles.map((role) => say(`role-${role}`)).join(', ');
  const waiting = requests?.items.filter((request) => request.state === 'requested').length ?? 0;
  const nav: NavModel = {
    organisation: summary.organisation,
    entries: NAV.map((entry) => (entry.path === '/approvals' ? { ...entry, count: waiting } : entry)),
    phases,
    trail: trailOf(summary, words),
    me: { name: summary.me.name, role: summary.me.jobTitle ?? roles, path: '/settings' },
    workspaceMenu: [{ label: say('workspace-close'), run: () => void leave() }],
  };
  return (
    <>
      <AppFrame nav={nav} onSearch={search}>
        <WorkspaceNotices summary={summary} onClose={() => void leave()} />
        {/* The frame stands while the code of a screen is fetched. */}
        <Suspense
          fallback={
            <Page>
              <Skeleton />
            </Page>
          }
        >
          <Outlet />
        </Suspense>
      </AppFrame>
      {panel === 'palette' && <CommandPalette onClose={hide} items={items} find={find} />}
      {panel === 'keys' && <KeyboardHelp onClose={hide} />}
    </>
  );
}

/** The frame around every screen of an open workspace. */
export function WorkspaceFrame() {
  const summary = useRead('workspace.get', {}).data;
  useEffect(() => void fetchAhead(), []);
  if (!summary) return null;
  return (
    <ToastProvider>
      {/* Another file is another beginning: what may be undone starts anew. */}
      <Inside key={`${summary.file.folder}/${summary.file.name}`} summary={summary} />
    </ToastProvider>
  );
}
