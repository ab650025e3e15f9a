import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type CallError, type ImportMapInput, type ImportView, useAct, useJob } from '../../api';
import { platform } from '../../platform';
import { EmptyState, ErrorPanel, JobProgress } from '../../shared/feedback';
import { Page, PageHead, Screen } from '../../shared/frame';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Columns } from './columns';
import { DryRun } from './dry-run';
import css from './import.module.css';
import { useImportDone } from './use-import-done';

/** What a person changed beside the id. */
type Change = Omit<Partial<ImportMapInput>, 'id'>;

/** Choosing a file: by dialog, or by dropping it on the window. */
function Choose({ onFile }: { onFile: (token: string) => void }) {
  const { say } = useWords();
  useEffect(
    () =>
      platform().on('dropped', (files) => {
        if (files[0]) onFile(files[0].token);
      }),
    [onFile],
  );
  const choose = async () => {
    const file = await platform().dialog({
      kind: 'open',
      title: say('import-choose'),
      files: [{ name: say('import-files'), endings: ['xlsx', 'csv'] }],
    });
    if (file) onFile(file.token);
  };
  return (
    <div className="panel">
      <EmptyState
        action={
          <Button look="primary" onClick={() => void choose()}>
            {say('import-choose')}
          </Button>
        }
      >
        {say('import-empty')}
      </EmptyState>
    </div>
  );
}

/** A file becomes systems: columns on the left, what would happen on the right, nothing written before the last step. */
export function ImportScreen() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [view, setView] = useState<ImportView | null>(null);
  const open = useJob('import.open', setView);
  const map = useAct('import.map');
  const done = useImportDone();
  const run = useJob('import.run', (output) => {
    done(output);
    void navigate({ to: '/systems' });
  });
  const change = (what: Change) => {
    if (!view) return;
    map.mutate({ id: view.id, columns: [], choose: [], ...what } as ImportMapInput, { onSuccess: setView });
  };
  const again = () => {
    setView(null);
    open.reset();
    run.reset();
  };
  const writes = view ? view.counts.created + view.counts.updated : 0;
  const busy = run.job.state === 'running' || map.isPending;
  const error: CallError | null =
    open.job.state === 'failed' ? open.job.error : run.job.state === 'failed' ? run.job.error : map.error;
  return (
    <Screen
      crumbs={[
        { label: say('nav-library') },
        { label: say('import-title') },
        ...(view ? [{ label: view.file }] : []),
      ]}
      actions={view && <Button onClick={again}>{say('import-other')}</Button>}
      primary={
        view && (
          <Button
            look="primary"
            disabled={busy || writes === 0 || view.stopped}
            onClick={() => run.start({ id: view.id })}
          >
            {say('import-run', { count: writes })}
          </Button>
        )
      }
    >
      <Page>
        <PageHead title={say('import-title')} aside={say('import-promise')} />
        {error && <ErrorPanel error={error} onRetry={view ? undefined : again} />}
        {open.job.state === 'running' && <JobProgress job={open.job} onCancel={open.cancel} />}
        {run.job.state === 'running' && <JobProgress job={run.job} onCancel={run.cancel} />}
        {!view && open.job.state === 'idle' && <Choose onFile={(file) => open.start({ file })} />}
        {view && (
          <div className={css.split}>
            <Columns view={view} busy={busy} onChange={change} />
            <DryRun view={view} busy={busy} onPolicy={(policy) => change({ policy })} />
          </div>
        )}
      </Page>
    </Screen>
  );
}
