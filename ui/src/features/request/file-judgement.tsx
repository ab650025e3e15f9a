import { useState } from 'react';
import { type FileState, type RequestFile, type RequestItem, useAct } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { Button, Status } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import { FILE_KINDS } from './kinds';
import { ReasonDialog } from './reason-dialog';
import css from './request.module.css';

/** Judges files of a request, and says so with a way back. */
export function useJudge(item: RequestItem) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const { mutate, error, isPending } = useAct('request.judge');
  const judge = (files: readonly RequestFile[], state: FileState, reason: string | null, done?: () => void) =>
    mutate(
      { id: item.id, files: files.map((file) => file.evidence.id), state, reason },
      {
        onSuccess: () => {
          const words = { count: files.length, name: files[0]?.evidence.title ?? '', code: item.code };
          toast({ text: say(`request-file-told-${state}`, words), undo });
          done?.();
        },
      },
    );
  return { judge, error, busy: isPending };
}

/** Asks why files are refused: whoever is asked again reads it. */
export function RefuseDialog({
  item,
  files,
  onClose,
}: {
  item: RequestItem;
  files: readonly RequestFile[];
  onClose: () => void;
}) {
  const { say } = useWords();
  const { judge, error, busy } = useJudge(item);
  const name = files[0]?.evidence.title ?? '';
  return (
    <ReasonDialog
      title={say('request-file-refuse', { count: files.length, name })}
      about={say('request-file-reason-about')}
      save={say('request-put-refused')}
      error={error}
      busy={busy}
      onSave={(reason) => judge(files, 'refused', reason, onClose)}
      onClose={onClose}
    />
  );
}

/** What became of one file for its request, and the ways to judge it. */
export function FileJudgement({
  item,
  file,
  mayJudge,
}: {
  item: RequestItem;
  file: RequestFile;
  mayJudge: boolean;
}) {
  const { say, date } = useWords();
  const { judge, error, busy } = useJudge(item);
  const [refusing, setRefusing] = useState(false);
  const name = file.evidence.title;
  return (
    <div className={css.judgement}>
      <span className="row">
        <Status kind={FILE_KINDS[file.state]}>{say(`file-state-${file.state}`)}</Status>
        {file.since !== null && (
          <span className="caption">{say('request-file-since', { date: date(file.since) })}</span>
        )}
      </span>
      {file.reason !== null && <span className="caption">{file.reason}</span>}
      {mayJudge && file.ways.length > 0 && (
        <span className="row">
          {file.ways.map((state) => (
            <Button
              key={state}
              size="small"
              disabled={busy}
              aria-label={say(`request-file-put-${state}`, { name })}
              onClick={() => (state === 'refused' ? setRefusing(true) : judge([file], state, null))}
            >
              {say(`request-put-${state}`)}
            </Button>
          ))}
        </span>
      )}
      {error && <ErrorPanel error={error} />}
      {refusing && <RefuseDialog item={item} files={[file]} onClose={() => setRefusing(false)} />}
    </div>
  );
}
