import { NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type FileMatch, type RequestCameAgain, type RequestItem, useJob } from '../../api';
import { platform } from '../../platform';
import { EmptyState, ErrorPanel, JobProgress, useToast } from '../../shared/feedback';
import { Button, Dialog } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './request.module.css';

/** A folder of files comes in: each is proposed to a request, the person confirms, all are attached in one step. */
export function MatchDialog({ items, onClose }: { items: readonly RequestItem[]; onClose: () => void }) {
  const { say, bytes } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const [found, setFound] = useState<readonly FileMatch[] | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [known, setKnown] = useState<readonly RequestCameAgain[]>([]);
  const match = useJob('request.match', (files) => {
    setFound(files);
    setChosen(
      Object.fromEntries(
        files.flatMap((one) => (one.proposed ? [[one.file.token, one.proposed.request]] : [])),
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
  const files = Object.entries(chosen).map(([file, request]) => ({ file, request }));
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
                {found.map((one) => {
                  const { token, name } = one.file;
                  const now = chosen[token] ?? '';
                  const answered = open.find((item) => item.id === now);
                  const again = answered?.again ?? [];
                  const proposed = one.proposed !== null && one.proposed.request === now;
                  return (
                    <tr key={token}>
                      <td>
                        {name} <span className="caption nowrap">{bytes(one.size)}</span>
                      </td>
                      <td>
                        <NativeSelect
                          size="xs"
                          aria-label={say('request-answers-of', { file: name })}
                          value={now}
                          onChange={(event) => {
                            const { [token]: _, ...rest } = chosen;
                            const to = event.currentTarget.value;
                            setChosen(to === '' ? rest : { ...rest, [token]: to });
                          }}
                          data={[
                            { value: '', label: say('request-answers-none') },
                            ...open.map((item) => ({
                              value: item.id,
                              label: say('request-option', {
                                code: item.code,
                                line: item.requirement,
                                what: item.what,
                              }),
                            })),
                          ]}
                        />
                        {again.length > 0 && (
                          <div className="caption">
                            {say('request-asked-again', { reasons: again.join('; ') })}
                          </div>
                        )}
                      </td>
                      <td className="caption">
                        {proposed && one.proposed ? say(`request-by-${one.proposed.by}`) : ''}
                      </td>
                    </tr>
                  );
                })}
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
            {say('request-attach', { count: files.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
