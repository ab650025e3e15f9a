import type { JobState } from '../../api';
import { Button } from '../parts';
import { useWords } from '../words';
import css from './feedback.module.css';
import { ErrorPanel } from './states';

/** A running job: its step in words, how far it is, and a way to stop it; the error when it failed. */
export function JobProgress({ job, onCancel }: { job: JobState<unknown>; onCancel: () => void }) {
  const { say } = useWords();
  if (job.state === 'failed') return <ErrorPanel error={job.error} />;
  if (job.state !== 'running') return null;
  const { progress, cancelling } = job;
  const known = progress !== null && progress.total > 0;
  const step = progress === null ? say('job-starting') : say(`job-step-${progress.step}`);
  const share = known ? progress.done / progress.total : 0;
  return (
    <div className={css.job}>
      <div className="spread">
        <span>
          {step}
          {known && (
            <span className="quiet numbers">
              {' '}
              {say('job-count', { done: progress.done, total: progress.total })}
            </span>
          )}
        </span>
        <Button size="small" onClick={onCancel} disabled={cancelling}>
          {say(cancelling ? 'job-cancelling' : 'job-cancel')}
        </Button>
      </div>
      <div
        className={css.track}
        role="progressbar"
        aria-label={step}
        aria-valuemin={0}
        aria-valuemax={known ? progress.total : undefined}
        aria-valuenow={known ? progress.done : undefined}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
