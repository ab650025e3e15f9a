import { useEffect } from 'react';
import { useAnnounce } from '../feedback';
import { IconCheck } from '../icons';
import { Status } from '../parts';
import { useWords } from '../words';
import type { SaveState } from './autosave';

/** "Saving", "Saved 14:02", or "Not saved, trying again"; spoken politely. */
export function AutosaveState({ status }: { status: SaveState }) {
  const { say, time } = useWords();
  const announce = useAnnounce();
  const text =
    status.state === 'saved'
      ? say('saved-at', { time: time(status.at.toISOString()) })
      : status.state === 'saving'
        ? say('saving')
        : status.state === 'failed'
          ? say('not-saved')
          : '';
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text, announce]);
  if (text === '') return null;
  if (status.state === 'failed') return <Status kind="attention">{text}</Status>;
  return (
    <span className="row quiet nowrap" style={{ gap: 6 }}>
      {status.state === 'saved' && (
        <IconCheck size={15} style={{ color: 'var(--accent)' }} aria-hidden="true" />
      )}
      {text}
    </span>
  );
}
