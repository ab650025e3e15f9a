import { type Place, useJob } from '../../api';
import { JobProgress } from '../../shared/feedback';
import { IconShieldCheck } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Findings shown; the others are counted. */
const MOST = 20;

/** Checks a file that is refused as damaged, and says what in it does not fit. */
export function CheckFile({ file, passphrase }: { file: Place; passphrase: string }) {
  const { say } = useWords();
  const check = useJob('trail.check');
  const { job } = check;
  if (job.state === 'running' || job.state === 'failed') {
    return <JobProgress job={job} onCancel={check.cancel} />;
  }
  if (job.state === 'idle') {
    return (
      <Button
        icon={<IconShieldCheck size={16} aria-hidden="true" />}
        onClick={() => check.start({ file: file.token, passphrase: passphrase === '' ? null : passphrase })}
      >
        {say('workspace-check-file')}
      </Button>
    );
  }
  const { problems, entries } = job.output;
  return (
    <div className="stack" role="status">
      <p>{say('workspace-check-found', { entries, problems: problems.length })}</p>
      <ul style={{ margin: 0, paddingInlineStart: 18, overflowWrap: 'anywhere' }}>
        {problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.code} ${problem.entry} ${problem.table} ${problem.record}`}>
            {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > MOST && (
        <p className="quiet">{say('workspace-check-more', { count: problems.length - MOST })}</p>
      )}
    </div>
  );
}
