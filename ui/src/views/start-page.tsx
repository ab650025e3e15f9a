import { useNavigate } from '@tanstack/react-router';
import { useJob } from '../api';
import { Welcome } from '../features/workspace';
import { useEnter } from '../shared/enter';
import { JobProgress } from '../shared/feedback';
import { Dialog } from '../shared/parts';
import { useWords } from '../shared/words';
import { hasScreen } from './registry';

/** The welcome screen with what this version can do. */
export function StartPage() {
  const navigate = useNavigate();
  const { say } = useWords();
  const enter = useEnter();
  const sample = useJob('workspace.sample', (summary) => enter(summary));
  const importing = hasScreen('/import')
    ? () => void navigate({ to: '/new', search: { next: '/import' } })
    : undefined;
  const shown = sample.job.state === 'running' || sample.job.state === 'failed';
  return (
    <>
      <Welcome onImport={importing} onSample={() => sample.start({ file: null })} />
      {shown && (
        <Dialog
          title={say('welcome-sample')}
          onClose={sample.job.state === 'failed' ? sample.reset : sample.cancel}
        >
          <JobProgress job={sample.job} onCancel={sample.cancel} />
        </Dialog>
      )}
    </>
  );
}
