import { useState } from 'react';
import { type Place, type ReuseImport, useShortJob } from '../../api';
import { platform } from '../../platform';
import { ErrorPanel, Skeleton, useToast } from '../../shared/feedback';
import { IconUpload } from '../../shared/icons';
import { Button, Dialog, Status } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './reuse.module.css';

/** What a file would say, before anything is noted. */
function Found({ found }: { found: ReuseImport }) {
  const { say } = useWords();
  const problems = say('reuse-import-problems', { count: found.problems.length });
  return (
    <>
      <p>
        {say('reuse-import-figures', {
          noted: found.noted,
          rows: found.rows,
          unchanged: found.unchanged,
          skipped: found.skipped,
        })}
      </p>
      <p className="caption">{say('reuse-import-columns', { columns: found.columns.join(', ') })}</p>
      {found.noted === 0 && found.unresolved.length === 0 && <p>{say('reuse-import-nothing')}</p>}
      {found.unresolved.length > 0 && (
        <p>
          {say('reuse-import-unresolved', { count: found.unresolved.length })}{' '}
          {found.unresolved.map((row) => row.id).join(', ')}
        </p>
      )}
      {found.problems.length > 0 && (
        <section>
          <h3 className="panel-title">{problems}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard */}
          <section className={css.problems} tabIndex={0} aria-label={problems}>
            <ul>
              {found.problems.map((problem) => (
                <li key={`${problem.where.row} ${problem.code}`}>
                  <Status kind={problem.level === 'note' ? 'info' : 'attention'}>
                    {say('interview-problem', { row: problem.where.row ?? 0, message: problem.message })}
                  </Status>
                </li>
              ))}
            </ul>
          </section>
        </section>
      )}
    </>
  );
}

/** Results that exist under a framework come in from a file: looked at first, then noted in one step. */
export function ImportDialog({
  framework,
  title,
  onClose,
}: {
  framework: string;
  title: string;
  onClose: () => void;
}) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const rehearse = useShortJob('reuse.import');
  const write = useShortJob('reuse.import');
  const [file, setFile] = useState<Place | null>(null);
  const choose = async () => {
    const chosen = await platform().dialog({
      kind: 'open',
      title: say('reuse-import'),
      files: [{ name: say('report-format-xlsx'), endings: ['xlsx', 'csv'] }],
    });
    if (chosen === null) return;
    setFile(chosen);
    rehearse.mutate({ framework, file: chosen.token, dryRun: true });
  };
  const found = rehearse.data;
  const run = () =>
    file &&
    write.mutate(
      { framework, file: file.token, dryRun: false },
      {
        onSuccess: (done) => {
          toast({ text: say('reuse-imported', { file: done.file }), undo });
          onClose();
        },
      },
    );
  return (
    <Dialog title={`${say('reuse-import')}: ${title}`} size={640} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{say('reuse-import-about')}</p>
        <div className="row">
          <Button icon={<IconUpload size={15} aria-hidden="true" />} onClick={() => void choose()}>
            {say(file ? 'reuse-import-other' : 'reuse-import-choose')}
          </Button>
          {file && <span>{file.name}</span>}
        </div>
        {rehearse.isPending && <Skeleton rows={3} />}
        {rehearse.error && <ErrorPanel error={rehearse.error} />}
        {found && !rehearse.isPending && <Found found={found} />}
        {write.error && <ErrorPanel error={write.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          {found && found.noted + found.unresolved.length > 0 && (
            <Button look="primary" disabled={write.isPending} onClick={run}>
              {say('reuse-import-run', { count: found.noted })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
