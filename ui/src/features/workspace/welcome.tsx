import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAct, useRead } from '../../api';
import { Logo, WelcomeScene } from '../../shared/art';
import { EmptyState, ErrorPanel, Skeleton } from '../../shared/feedback';
import { IconCompass, IconFileImport, IconFolderOpen, IconPlus, IconWifiOff } from '../../shared/icons';
import { MAC, useShortcuts } from '../../shared/keyboard';
import { useWords } from '../../shared/words';
import { useChooseFile, useOpenWorkspace } from './open-workspace';
import { RecentFile } from './recent-file';
import css from './welcome.module.css';

function Card({
  icon,
  name,
  help,
  keys,
  primary,
  onClick,
}: {
  icon: ReactNode;
  name: string;
  help: string;
  keys?: string;
  primary?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={css.card} data-primary={primary || undefined} onClick={onClick}>
      {icon}
      <span className={css.cardName}>{name}</span>
      <span className={css.cardKeys}>{keys}</span>
      <span className={css.cardHelp}>{help}</span>
    </button>
  );
}

/** The first screen: start something, or go on where you were. */
export function Welcome({ onImport, onSample }: { onImport?: () => void; onSample?: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const recent = useRead('workspace.list', {});
  const choose = useChooseFile();
  const { open, prompt, error, check } = useOpenWorkspace();
  // A file the program was started with is opened once.
  const offered = useAct('workspace.offered');
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    offered.mutate({}, { onSuccess: (file) => file && open(file) });
  });
  const create = () => void navigate({ to: '/new' });
  const openFile = () => {
    void choose().then((file) => file && open(file));
  };
  const keys = (letter: string) => say(MAC ? 'keys-command' : 'keys-control', { letter });
  useShortcuts([
    { keys: 'mod+n', label: say('welcome-new'), run: create },
    { keys: 'mod+o', label: say('welcome-open'), run: openFile },
    ...(onImport ? [{ keys: 'mod+i', label: say('welcome-import'), run: onImport }] : []),
  ]);
  const files = recent.data ?? [];
  return (
    <div className={css.welcome}>
      <header className={css.left}>
        <WelcomeScene className={css.scene} />
        <div className={css.words}>
          <div className={css.brand}>
            <Logo size={30} />
            {say('app-name')}
          </div>
          <h1 className={css.line}>{say('welcome-line')}</h1>
          <p className={css.promise}>{say('welcome-promise')}</p>
        </div>
      </header>
      <main className={css.right}>
        <h2 className="section-title">{say('welcome-start')}</h2>
        <div className={css.cards}>
          <Card
            primary
            icon={<IconPlus size={20} stroke={1.8} aria-hidden="true" />}
            name={say('welcome-new')}
            help={say('welcome-new-help')}
            keys={keys('N')}
            onClick={create}
          />
          <Card
            icon={<IconFolderOpen size={20} stroke={1.7} aria-hidden="true" />}
            name={say('welcome-open')}
            help={say('welcome-open-help')}
            keys={keys('O')}
            onClick={openFile}
          />
          {onImport && (
            <Card
              icon={<IconFileImport size={20} stroke={1.7} aria-hidden="true" />}
              name={say('welcome-import')}
              help={say('welcome-import-help')}
              keys={keys('I')}
              onClick={onImport}
            />
          )}
          {onSample && (
            <Card
              icon={<IconCompass size={20} stroke={1.7} aria-hidden="true" />}
              name={say('welcome-sample')}
              help={say('welcome-sample-help')}
              onClick={onSample}
            />
          )}
        </div>
        {error && (
          <div style={{ marginTop: 16 }}>
            <ErrorPanel error={error} actions={check} />
          </div>
        )}
        <div className={css.recentHead}>
          <h2 className="section-title">{say('recent-title')}</h2>
          <span className="quiet">{files.length > 0 && say('recent-count', { count: files.length })}</span>
        </div>
        {recent.error && <ErrorPanel error={recent.error} onRetry={() => void recent.refetch()} />}
        {recent.isPending ? (
          <Skeleton rows={3} />
        ) : files.length === 0 ? (
          <div className="panel">
            <EmptyState>{say('recent-none')}</EmptyState>
          </div>
        ) : (
          <ul className={`panel ${css.recent}`}>
            {files.map((file) => (
              <RecentFile key={file.file.token} file={file} onOpen={() => open(file.file)} />
            ))}
          </ul>
        )}
        <div className={css.foot}>
          <span className="row">
            <IconWifiOff size={16} aria-hidden="true" />
            {say('welcome-offline')}
          </span>
          <span className="nowrap">{say('version', { version: __VERSION__ })}</span>
        </div>
      </main>
      {prompt}
    </div>
  );
}
