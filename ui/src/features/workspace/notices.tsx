import { useState } from 'react';
import { useAct, type WorkspaceSummary } from '../../api';
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconX } from '../../shared/icons';
import { Button, IconButton } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './notices.module.css';

type Topic = 'replaced' | 'damaged' | 'read-only' | 'no-key' | 'backup' | 'shared';

/** What somebody who works in this file has to know now, the gravest first. */
function topicsOf({ writing, damaged, backup, file }: WorkspaceSummary): Topic[] {
  const topics: Topic[] = [];
  if (damaged) topics.push('damaged');
  if (writing !== 'possible') topics.push(writing);
  if (backup.trouble !== null) topics.push('backup');
  if (file.shared && writing === 'possible') topics.push('shared');
  return topics;
}

/** Strips above every screen: damaged pages, nothing can be written and why, a backup that failed, a folder others share. */
export function WorkspaceNotices({
  summary,
  onClose,
}: {
  summary: WorkspaceSummary;
  /** Closes the workspace. */
  onClose: () => void;
}) {
  const { say } = useWords();
  const [hidden, setHidden] = useState<readonly Topic[]>([]);
  const backUp = useAct('backup.create');
  const shown = topicsOf(summary).filter((topic) => !hidden.includes(topic));
  return shown.map((topic) => {
    const grave = topic === 'replaced';
    const Shape = grave ? IconAlertOctagonFilled : IconAlertTriangleFilled;
    return (
      <section
        key={topic}
        className={css.strip}
        data-grave={grave || undefined}
        aria-label={say(`notice-${topic}`)}
      >
        <Shape size={16} aria-hidden="true" />
        <p>
          <strong>{say(`notice-${topic}`)}</strong>{' '}
          {topic === 'backup' ? summary.backup.trouble : say(`notice-${topic}-help`)}
        </p>
        {topic === 'backup' && (
          <Button size="small" disabled={backUp.isPending} onClick={() => backUp.mutate({})}>
            {say('notice-backup-again')}
          </Button>
        )}
        {grave ? (
          <Button size="small" onClick={onClose}>
            {say('workspace-close')}
          </Button>
        ) : (
          <IconButton size="small" label={say('notice-hide')} onClick={() => setHidden([...hidden, topic])}>
            <IconX size={15} aria-hidden="true" />
          </IconButton>
        )}
      </section>
    );
  });
}
