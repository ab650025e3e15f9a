import { Popover } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { isRefusal, TREATMENT } from '../../api';
import { ErrorPanel, useAnnounce } from '../feedback';
import { IconCheck } from '../icons';
import { Button, Status } from '../parts';
import { useWords } from '../words';
import type { SaveState } from './autosave';
import css from './form.module.css';

type Failed = Extract<SaveState, { state: 'failed' }>;

/** Why nothing was saved; a click tells what to do about it. */
function NotSaved({ failed, text }: { failed: Failed; text: string }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { error, retry } = failed;
  // Closes this alone, not the drawer around it.
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      closeOnEscape={false}
    >
      <Popover.Target>
        <button type="button" className={css.notSaved} onClick={() => setOpen(!open)}>
          <Status kind="attention">{text}</Status>
        </button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={close} aria-label={text}>
        <div className="stack">
          <ErrorPanel error={error} />
          <p className="caption">{say('not-saved-kept')}</p>
          {!isRefusal(error) && (
            <Button
              size="small"
              onClick={() => {
                setOpen(false);
                retry();
              }}
            >
              {say('error-retry')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** "Saving", "Saved 14:02", or why not and whether it is tried again; spoken politely. */
export function AutosaveState({ status }: { status: SaveState }) {
  const { say, time } = useWords();
  const announce = useAnnounce();
  const text =
    status.state === 'saved'
      ? say('saved-at', { time: time(status.at.toISOString()) })
      : status.state === 'saving'
        ? say('saving')
        : status.state === 'failed'
          ? say(status.again ? 'not-saved-yet' : 'not-saved', {
              why: say(TREATMENT[status.error.code].titleKey),
            })
          : '';
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text, announce]);
  if (text === '') return null;
  if (status.state === 'failed') return <NotSaved failed={status} text={text} />;
  return (
    <span className="row quiet nowrap" style={{ gap: 6 }}>
      {status.state === 'saved' && (
        <IconCheck size={15} style={{ color: 'var(--accent)' }} aria-hidden="true" />
      )}
      {text}
    </span>
  );
}
