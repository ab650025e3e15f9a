import { type RecentWorkspace, useAct } from '../../api';
import { PhasePebble } from '../../shared/art';
import { IconLock, IconLockOpen, IconX } from '../../shared/icons';
import { Button, Due, IconButton, Status } from '../../shared/parts';
import { isToday, useWords } from '../../shared/words';
import { useChooseFile } from './open-workspace';
import css from './welcome.module.css';

/** Steps of the trail, for the pebble of a file. */
const STONES = 22;

function Trail({ file }: { file: RecentWorkspace }) {
  const { say } = useWords();
  if (!file.present) return <Status kind="attention">{say('recent-missing')}</Status>;
  if (file.trail === 'intact') return <Status kind="done">{say('trail-intact')}</Status>;
  if (file.trail === 'broken') return <Status kind="blocked">{say('trail-broken')}</Status>;
  return <Status kind="attention">{say('trail-not-checked')}</Status>;
}

/** What was known when the file was last open here, and what the disk says: one short line. */
function useFacts(file: RecentWorkspace): string[] {
  const { say, time, day, date, bytes } = useWords();
  const facts = [say('recent-stones', { set: file.stones, of: STONES })];
  if (file.blockers !== null && file.blockers > 0)
    facts.push(say('recent-blockers', { count: file.blockers }));
  if (file.stage1On !== null) facts.push(say('recent-stage1', { date: date(file.stage1On) }));
  if (file.stage2On !== null) facts.push(say('recent-stage2', { date: date(file.stage2On) }));
  facts.push(
    file.backup === null ? say('recent-no-backup') : say('recent-backup', { date: date(file.backup) }),
  );
  if (file.size !== null) facts.push(bytes(file.size));
  facts.push(
    isToday(file.openedAt)
      ? say('recent-opened-today', { time: time(file.openedAt) })
      : say('recent-opened', { when: day(file.openedAt) }),
  );
  return facts;
}

/** One known file: open it, or say where it is now, or take it off the list. */
export function RecentFile({ file, onOpen }: { file: RecentWorkspace; onOpen: () => void }) {
  const { say } = useWords();
  const forget = useAct('workspace.forget');
  const locate = useAct('workspace.locate');
  const choose = useChooseFile();
  const facts = useFacts(file);
  const separator = file.file.folder.includes('\\') ? '\\' : '/';
  const path = file.sample ? say('recent-sample') : `${file.file.folder}${separator}${file.file.name}`;
  const name = file.organisation;
  const find = () => {
    void choose().then((found) => found && locate.mutate({ file: file.file.token, found: found.token }));
  };
  return (
    <li>
      <button type="button" className={css.file} onClick={onOpen} disabled={!file.present}>
        <PhasePebble done={file.stones} total={STONES} size={24} />
        <span style={{ minWidth: 0 }}>
          <span className={css.fileName}>
            <span className={css.organisation} title={name}>
              {name}
            </span>
            <span className="row" style={{ gap: 5, color: file.encrypted ? 'var(--accent)' : 'var(--ink3)' }}>
              {file.encrypted ? (
                <IconLock size={14} aria-hidden="true" />
              ) : (
                <IconLockOpen size={14} aria-hidden="true" />
              )}
              {say(file.encrypted ? 'file-encrypted' : 'file-open')}
            </span>
          </span>
          <span className={css.path} title={path}>
            {path}
          </span>
        </span>
        <span className={css.state}>
          <span className={css.due} title={file.nextDue?.title}>
            {file.nextDue === null ? (
              <span className="quiet">{say('recent-nothing-due')}</span>
            ) : (
              <>
                <span className="quiet">{say('recent-due')}</span> <Due date={file.nextDue.date} />
              </>
            )}
          </span>
          <Trail file={file} />
        </span>
        <span className={css.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </button>
      {file.present ? (
        <span className={css.forget}>
          <IconButton
            size="small"
            label={say('recent-forget', { name })}
            onClick={() => forget.mutate({ file: file.file.token })}
          >
            <IconX size={15} aria-hidden="true" />
          </IconButton>
        </span>
      ) : (
        <div className={css.missing}>
          <Button size="small" aria-label={say('recent-locate-named', { name })} onClick={find}>
            {say('recent-locate')}
          </Button>
          <Button
            size="small"
            aria-label={say('recent-forget-named', { name })}
            onClick={() => forget.mutate({ file: file.file.token })}
          >
            {say('recent-forget-short')}
          </Button>
        </div>
      )}
    </li>
  );
}
