import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api';
import { IconArrowLeft, IconArrowRight } from '../../shared/icons';
import { useShortcuts } from '../../shared/keyboard';
import { Button, ShareBar } from '../../shared/parts';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { USUAL } from './pack';

/** Where somebody is in the queue of undecided systems, shown while they work through it. */
export function QueueBar({
  system,
  pack,
  leave,
}: {
  system: string;
  pack: string;
  /** Runs a step once everything typed is stored. */
  leave: (go: () => void) => void;
}) {
  const [inQueue] = useSearchParam('queue');
  return inQueue === null ? null : <Bar system={system} pack={pack} leave={leave} />;
}

function Bar({ system, pack, leave }: { system: string; pack: string; leave: (go: () => void) => void }) {
  const { say, percent } = useWords();
  const navigate = useNavigate();
  const queue = useRead('classification.queue', { pack, at: system }, { keep: true }).data;
  const search: Record<string, string> = pack === USUAL ? {} : { pack };
  const go = (to: string | undefined) => {
    if (to === undefined) return;
    leave(() => void navigate({ to: `/classification/${to}`, search: { ...search, queue: '1' } }));
  };
  const next = queue?.next?.id;
  const previous = queue?.previous?.id;
  useShortcuts([
    {
      keys: 'alt+ArrowDown',
      label: say('classification-queue-next'),
      run: () => go(next),
      whileTyping: true,
    },
    {
      keys: 'alt+ArrowUp',
      label: say('classification-queue-previous'),
      run: () => go(previous),
      whileTyping: true,
    },
  ]);
  if (!queue) return null;
  const share = queue.total === 0 ? 0 : queue.decided / queue.total;
  return (
    <section className={css.queue} aria-label={say('classification-queue')}>
      <strong>{say('classification-queue')}</strong>
      <span className={css.queueBar}>
        <ShareBar parts={[{ share, fill: '--accent', key: 'decided' }]} />
      </span>
      <span className="caption">
        {say('classification-queue-figures', {
          decided: queue.decided,
          total: queue.total,
          percent: percent(share),
        })}
      </span>
      {queue.place !== null && (
        <span className="caption">
          {say('classification-queue-place', { place: queue.place, waiting: queue.waiting })}
        </span>
      )}
      {queue.level !== null && (
        <span className="caption" title={say(`screening-depth-${queue.level}`)}>
          {say('classification-queue-level', { level: say(`screening-level-${queue.level}`) })}{' '}
          {say(`screening-depth-${queue.level}`)}
        </span>
      )}
      <span className={css.queueEnd}>
        <Button
          size="small"
          icon={<IconArrowLeft size={14} aria-hidden="true" />}
          title="Alt ↑"
          disabled={previous === undefined}
          onClick={() => go(previous)}
        >
          {say('classification-queue-previous')}
        </Button>
        <Button
          size="small"
          after={<IconArrowRight size={14} aria-hidden="true" />}
          title="Alt ↓"
          disabled={next === undefined}
          onClick={() => go(next)}
        >
          {say('classification-queue-next')}
        </Button>
        <Button size="small" onClick={() => leave(() => void navigate({ to: '/classification', search }))}>
          {say('classification-queue-leave')}
        </Button>
      </span>
    </section>
  );
}
