import { useEffect, useRef, useState } from 'react';
import { type FileMatch, type RequestCameAgain, type RequestItem, useJob } from '../../api';
import { platform } from '../../platform';
import { EmptyState, ErrorPanel, JobProgress, useToast } from '../../shared/feedback';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { type Answer, MatchRow } from './match-row';
import css from './request.module.css';

/** A folder of files comes in: each is proposed to the requests it may answer, the person confirms, all are attached in one step. */
export function MatchDialog({ items, onClose }: { items: readonly RequestItem[]; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const [found, setFound] = useState<readonly FileMatch[] | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly Answer[]>>>({});
  const [known, setKnown] = useState<readonly RequestCameAgain[]>([]);
  const match = useJob('request.match', (files) => {
    setFound(files);
    setChosen(
      Object.fromEntries(
        files.map((one) => [one.file.token, one.proposed.map(({ request }, slot) => ({ slot, request }))]),
      ),
    );
  });
  const receive = useJob('request.receive', ({ count, again }) => {
    if (count > 0) toast({ text: say('request-received', { count }), undo });
    // What was there before is told here; a toast would be gone before it is read.
    if (again.length === 0) onClose();
    setFound(null);
    setChosen({});
    setKnown(again);
  });
  const choose = async () => {
    const folder = await platform().dialog({ kind: 'folder', title: say('request-match') });
    if (folder !== null) match.start({ places: [folder.token] });
  };
  // The dialog is opened to choose a folder: that comes first.
  const first = useRef(choose);
  useEffect(() => {
    void first.current();
  }, []);
  const open = items.filter((item) => item.open);
  const files = Object.entries(chosen).flatMap(([file, answers]) =>
    answers.filter(({ request }) => request !== '').map(({ request }) => ({ file, request })),
  );
  const count = new Set(files.map((one) => one.file)).size;
  const running = receive.job.state === 'running';
  const error =
    match.job.state === 'failed'
      ? match.job.error
      : receive.job.state === 'failed'
        ? receive.job.error
        : null;
  return (
    <Dialog title={say('request-match')} onClose={onClose} size={860}>
      <div className="stack">
        <p className="reading">{say('request-match-about')}</p>
        {match.job.state === 'running' && <JobProgress job={match.job} onCancel={match.cancel} />}
        {running && <JobProgress job={receive.job} onCancel={receive.cancel} />}
        {error && <ErrorPanel error={error} />}
        {known.length > 0 && (
          <section>
            <p>{say('request-again', { count: known.length })}</p>
            <ul>
              {known.map((one) => (
                <li key={`${one.file} ${one.request}`}>
                  {say('request-again-file', { file: one.file, code: one.request })}{' '}
                  <span className="caption">
                    {[say(`file-state-${one.state}`), one.reason].filter(Boolean).join(': ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {found?.length === 0 && <EmptyState>{say('request-match-none')}</EmptyState>}
        {found && found.length > 0 && (
          <div className={css.matches}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('request-file')}</th>
                  <th scope="col">{say('request-answers')}</th>
                  <th scope="col">{say('request-because')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <MatchRow
                    key={one.file.token}
                    file={one}
                    open={open}
                    answers={chosen[one.file.token] ?? []}
                    onAnswers={(answers) => setChosen({ ...chosen, [one.file.token]: answers })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div className={css.end}>
          <Button disabled={running} onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button disabled={running} onClick={() => void choose()}>
            {say('request-folder')}
          </Button>
          <Button
            look="primary"
            disabled={files.length === 0 || running}
            onClick={() => receive.start({ files })}
          >
            {say('request-attach', { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
