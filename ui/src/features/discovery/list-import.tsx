import { useEffect, useRef, useState } from 'react';
import { type CandidateImport, type Token, useJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, JobProgress, useToast } from '../../shared/feedback';
import { Button, Dialog, Notice } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

/** Most problems shown. */
const FEW = 5;

/** What a list would bring. */
function Preview({ found }: { found: CandidateImport }) {
  const { say } = useWords();
  const columns = found.columns.map(({ header, becomes }) =>
    say('discovery-list-column', { header, becomes }),
  );
  return (
    <>
      <p>{say('discovery-list-found', { file: found.file, sheet: found.sheet, rows: found.rows })}</p>
      <ul className={css.lines}>
        <li>
          <strong>{say('discovery-list-created', { count: found.created })}</strong>
        </li>
        {found.unused > 0 && <li>{say('discovery-list-unused', { count: found.unused })}</li>}
        {found.known > 0 && <li>{say('discovery-list-known', { count: found.known })}</li>}
        {found.skipped > 0 && <li>{say('discovery-list-skipped', { count: found.skipped })}</li>}
      </ul>
      <table className={css.preview}>
        <thead>
          <tr>
            <th scope="col">{say('candidate-becomes-name')}</th>
            <th scope="col">{say('candidate-becomes-department')}</th>
            <th scope="col">{say('candidate-becomes-purpose')}</th>
          </tr>
        </thead>
        <tbody>
          {found.shown.slice(0, 3).map((row) => (
            <tr key={row.row}>
              <td>{row.name}</td>
              <td>{row.department}</td>
              <td>{row.purpose}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{say('discovery-list-columns', { columns: columns.join('; ') })}</p>
      {found.problemCount > 0 && (
        <Notice tone="amber" title={say('discovery-list-problems', { count: found.problemCount })}>
          <ul className={css.lines}>
            {found.problems.slice(0, FEW).map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and never move
              <li key={at}>{problem.message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** A list of products or tools becomes candidates; nothing is written before the person has seen what would come. */
export function ListImport({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const [file, setFile] = useState<Token | null>(null);
  const [found, setFound] = useState<CandidateImport | null>(null);
  const look = useJob('candidate.import', setFound);
  const run = useJob('candidate.import', (done) => {
    toast({ text: say('discovery-list-done', { count: done.created }), undo });
    onDone();
  });
  const choose = async () => {
    const chosen = await platform().dialog({
      kind: 'open',
      title: say('discovery-list'),
      files: [{ name: say('discovery-list-files'), endings: ['xlsx', 'xls', 'ods', 'csv'] }],
    });
    if (chosen === null) return;
    setFound(null);
    setFile(chosen.token);
    look.start({ file: chosen.token, dryRun: true });
  };
  // The dialog is asked for by "Import a list": the file comes first.
  const first = useRef(choose);
  useEffect(() => {
    void first.current();
  }, []);
  const error =
    look.job.state === 'failed' ? look.job.error : run.job.state === 'failed' ? run.job.error : null;
  const running = run.job.state === 'running';
  return (
    <Dialog title={say('discovery-list')} onClose={onClose} size={720}>
      <div className="stack">
        {!found && look.job.state !== 'running' && <p className="reading">{say('discovery-list-about')}</p>}
        {look.job.state === 'running' && <JobProgress job={look.job} onCancel={look.cancel} />}
        {running && <JobProgress job={run.job} onCancel={run.cancel} />}
        {error && <ErrorPanel error={error} />}
        {found && <Preview found={found} />}
        <div className={css.end}>
          <Button disabled={running} onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button disabled={running} onClick={() => void choose()}>
            {say(found || error ? 'discovery-list-other' : 'discovery-list-choose')}
          </Button>
          {found && file !== null && (
            <Button
              look="primary"
              disabled={running || found.created === 0}
              onClick={() => run.start({ file, dryRun: false })}
            >
              {say('discovery-list-run', { count: found.created })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
