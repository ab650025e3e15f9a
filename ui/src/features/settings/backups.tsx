import { PasswordInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { type BackupItem, type Place, useAct, useRead } from '../../api';
import { platform } from '../../platform';
import { useOpening } from '../../shared/enter';
import { ErrorPanel, Skeleton, useAnnounce } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Button, Dialog } from '../../shared/parts';
import { useWords } from '../../shared/words';
import { Section, Setting } from './section';
import css from './settings.module.css';
import { Warning } from './warning';

/** Opens a backup as a copy: asks where the copy goes, then for the passphrase where the backup has one. */
function CopyDialog({ item, to, onClose }: { item: BackupItem; to: Place; onClose: () => void }) {
  const { say, date } = useWords();
  const open = useOpening('backup.open');
  const [passphrase, setPassphrase] = useState('');
  const asks = open.error?.code === 'passphrase-needed' || open.error?.code === 'passphrase-wrong';
  const wrong = open.error?.code === 'passphrase-wrong' ? open.error.wire : null;
  const start = (event: SyntheticEvent) => {
    event.preventDefault();
    open.start({ file: item.file.token, to: to.token, passphrase: passphrase === '' ? null : passphrase });
  };
  return (
    <Dialog title={say('backup-copy-title', { date: date(item.day) })} size={440} onClose={onClose}>
      <form className="stack" onSubmit={start}>
        <p style={{ color: 'var(--ink2)' }}>{say('backup-copy-what', { file: to.name })}</p>
        {(asks || passphrase !== '') && (
          <PasswordInput
            data-autofocus
            label={say('backup-passphrase')}
            autoComplete="current-password"
            value={passphrase}
            error={fieldError(wrong?.message)}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        {open.error && !asks && <ErrorPanel error={open.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={open.isPending || (asks && passphrase === '')}>
            {say('backup-copy')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Backup({ item, onOpen }: { item: BackupItem; onOpen: () => void }) {
  const { say, date, moment, bytes } = useWords();
  return (
    <li className={css.member}>
      <div className={css.who}>
        <div className={css.name}>{date(item.day)}</div>
        <div className="caption" title={item.writtenAt === null ? undefined : moment(item.writtenAt)}>
          {say('backup-facts', { name: item.file.name, size: bytes(item.size) })}
        </div>
      </div>
      <Button size="small" onClick={onOpen} aria-label={say('backup-copy-named', { date: date(item.day) })}>
        {say('backup-copy')}
      </Button>
    </li>
  );
}

/** The backups of the open workspace: where they go, what there is, one more now, one opened as a copy. */
export function Backups() {
  const { say } = useWords();
  const announce = useAnnounce();
  const read = useRead('backup.list', {});
  const create = useAct('backup.create');
  const place = useAct('backup.place');
  const [copy, setCopy] = useState<{ item: BackupItem; to: Place } | null>(null);
  const list = read.data;
  const now = () => create.mutate({}, { onSuccess: () => announce(say('backup-done')) });
  const choose = () => {
    void platform()
      .dialog({ kind: 'folder', title: say('backup-folder-title') })
      .then((folder) => folder && place.mutate({ folder: folder.token }));
  };
  const openCopy = (item: BackupItem) => {
    const files = [{ name: say('workspace-files'), endings: ['cairn'] }];
    void platform()
      .dialog({ kind: 'save', title: say('backup-copy-where'), files, suggested: item.file.name })
      .then((to) => to && setCopy({ item, to }));
  };
  const error = create.error ?? place.error;
  return (
    <Section
      id="backups"
      aside={
        <Button size="small" onClick={now} disabled={create.isPending}>
          {say(create.isPending ? 'backup-working' : 'backup-now')}
        </Button>
      }
    >
      <p className="quiet">{say('backups-about', { kept: list?.kept ?? 0 })}</p>
      {error && <ErrorPanel error={error} />}
      {!error && list?.trouble && <Warning title={say('notice-backup')}>{list.trouble}</Warning>}
      {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton rows={3} />}
      {list && (
        <>
          <Setting name={say('backup-folder')} help={list.folder}>
            <div className="row">
              <Button size="small" onClick={choose}>
                {say('backup-folder-change')}
              </Button>
              {list.chosen && (
                <Button size="small" onClick={() => place.mutate({ folder: null })}>
                  {say('backup-folder-own')}
                </Button>
              )}
            </div>
          </Setting>
          {list.items.length === 0 && <p className="caption">{say('backups-none')}</p>}
          <ul>
            {list.items.map((item) => (
              <Backup key={item.file.name} item={item} onOpen={() => openCopy(item)} />
            ))}
          </ul>
        </>
      )}
      {copy !== null && <CopyDialog {...copy} onClose={() => setCopy(null)} />}
    </Section>
  );
}
