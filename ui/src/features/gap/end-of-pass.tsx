import type { GapItem, Pass } from '../../api';
import { IconArrowRight, IconGridDots } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './gap.module.css';
import { passEnd } from './ways';

/** After the last line: what is finished, and the way on to what is left. */
export function EndOfPass({
  items,
  pass,
  onOpen,
  onDeep,
  onOverview,
}: {
  items: readonly GapItem[];
  pass: Pass;
  onOpen: (requirement: string) => void;
  /** Goes to the deep pass of what was judged only quickly, at this line. */
  onDeep: (requirement: string) => void;
  onOverview: () => void;
}) {
  const { say } = useWords();
  const { all, assessed, open, quick } = passEnd(items);
  const after = <IconArrowRight size={15} aria-hidden="true" />;
  const [firstOpen] = open;
  const [firstQuick] = quick;
  return (
    <>
      <span className={`caption ${css.end}`} role="status">
        {firstOpen !== undefined
          ? say('gap-end-open', { assessed, all, open: open.length })
          : firstQuick !== undefined
            ? say('gap-end-quick', { all, quick: quick.length })
            : say('gap-end-all', { all })}
      </span>
      <Button
        look={firstOpen === undefined && firstQuick === undefined ? 'primary' : 'normal'}
        icon={<IconGridDots size={15} aria-hidden="true" />}
        onClick={onOverview}
      >
        {say('gap-end-overview')}
      </Button>
      {firstQuick !== undefined && (pass === 'quick' || firstOpen === undefined) && (
        <Button
          look={firstOpen === undefined ? 'primary' : 'normal'}
          after={after}
          onClick={() => onDeep(firstQuick.requirement)}
        >
          {say('gap-end-deep', { count: quick.length })}
        </Button>
      )}
      {firstOpen !== undefined && (
        <Button look="primary" after={after} onClick={() => onOpen(firstOpen.requirement)}>
          {say('gap-end-first', { id: firstOpen.requirement })}
        </Button>
      )}
    </>
  );
}
