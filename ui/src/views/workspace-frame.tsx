import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readOptions, useAct, useRead, type WorkspaceSummary } from '../api';
import { ToastProvider } from '../shared/feedback';
import { AppFrame, type NavModel } from '../shared/frame';
import { useShortcuts } from '../shared/keyboard';
import { CommandPalette, KeyboardHelp, type PaletteItem } from '../shared/palette';
import { useWords, type Words } from '../shared/words';
import { NAV } from './registry';

function trailOf(summary: WorkspaceSummary, { say, number }: Words): NavModel['trail'] {
  const entries = number(summary.entries);
  return {
    state: summary.trail,
    title: say(`nav-trail-${summary.trail}`, { entries }),
    detail: say(`nav-trail-${summary.trail}-detail`, { entries }),
    path: '/trail',
  };
}

/** The frame around every screen of an open workspace. */
export function WorkspaceFrame() {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const client = useQueryClient();
  const summary = useRead('workspace.get', {}).data;
  const close = useAct('workspace.close');
  const [panel, setPanel] = useState<'palette' | 'keys' | null>(null);

  const leave = () =>
    close.mutate(
      {},
      {
        onSuccess: () => {
          client.setQueryData(readOptions('workspace.get', {}).queryKey, null);
          void navigate({ to: '/' });
        },
      },
    );
  useShortcuts([
    { keys: 'mod+k', label: say('search'), run: () => setPanel('palette'), whileTyping: true },
    { keys: '?', label: say('keys-title'), run: () => setPanel('keys') },
    { keys: 'g t', label: say('go-trail'), run: () => void navigate({ to: '/trail' }) },
  ]);
  if (!summary) return null;

  const items: PaletteItem[] = [
    ...NAV.map((entry) => ({
      id: entry.path,
      label: say(entry.labelKey),
      group: say('palette-go'),
      run: () => void navigate({ to: entry.path }),
    })),
    { id: 'close', label: say('workspace-close'), group: say('palette-commands'), run: leave },
    {
      id: 'keys',
      label: say('keys-title'),
      hint: '?',
      group: say('palette-commands'),
      run: () => setPanel('keys'),
    },
  ];
  const roles = summary.me.roles.map((role) => say(`role-${role}`)).join(', ');
  const nav: NavModel = {
    organisation: summary.organisation,
    entries: NAV,
    phases: {},
    trail: trailOf(summary, words),
    me: { name: summary.me.name, role: roles, path: '/settings' },
    workspaceMenu: [{ label: say('workspace-close'), run: leave }],
  };
  return (
    <ToastProvider>
      <AppFrame nav={nav} onSearch={() => setPanel('palette')}>
        <Outlet />
      </AppFrame>
      <CommandPalette opened={panel === 'palette'} onClose={() => setPanel(null)} items={items} />
      <KeyboardHelp opened={panel === 'keys'} onClose={() => setPanel(null)} />
    </ToastProvider>
  );
}
