import { Popover } from '@mantine/core';
import type { PhaseView, StoneState as Standing } from '../../api';
import { type StoneState, TrailScene } from '../../shared/art';
import { Button, Status, type StatusKind } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './overview.module.css';
import { StepLink } from './step-link';

const DRAWN: Readonly<Record<Standing, StoneState>> = {
  set: 'set',
  'in-progress': 'progress',
  'to-come': 'open',
};
const SHAPES: Readonly<Record<Standing, StatusKind>> = {
  set: 'done',
  'in-progress': 'half',
  'to-come': 'open',
};

/** A pile stands from below: what is set carries what is begun, and that what is to come. */
const LAID: readonly Standing[] = ['set', 'in-progress', 'to-come'];

function pileOf(phase: PhaseView): StoneState[] {
  return LAID.flatMap((state) =>
    phase.stones.filter(({ standing }) => standing.state === state).map(() => DRAWN[state]),
  );
}

function Stones({ phase }: { phase: PhaseView }) {
  const { say } = useWords();
  return (
    <ul className={css.stones}>
      {phase.stones.map(({ standing, label }) => (
        <li key={standing.stone}>
          <Status kind={SHAPES[standing.state]} />
          <span>{label}</span>
          <span className="caption nowrap">
            {standing.progress.total > 1
              ? say('phase-count', { done: standing.progress.done, total: standing.progress.total })
              : say(`stone-state-${standing.state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Phase({ phase }: { phase: PhaseView }) {
  const { say } = useWords();
  const whole = phase.set === phase.stones.length;
  return (
    <section className={css.phase} aria-label={phase.label}>
      <div className={css.phaseHead}>
        <h2 className={css.phaseName}>{phase.label}</h2>
        <Popover position="bottom-end" width={340} trapFocus returnFocus>
          <Popover.Target>
            <Button look="link">
              <span className={css.count}>
                {say('overview-stones', { set: phase.set, of: phase.stones.length })}
              </span>
              <span className="visually-hidden">{phase.label}</span>
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stones phase={phase} />
          </Popover.Dropdown>
        </Popover>
      </div>
      {phase.next ? (
        <>
          <StepLink step={phase.next} />
          <div className="caption">{phase.next.owner?.name ?? say('overview-no-owner')}</div>
          {phase.next.holdsUp && <div className="caption">{say('overview-others-wait')}</div>}
        </>
      ) : whole ? (
        <Status kind="done">{say('overview-phase-set')}</Status>
      ) : (
        <span className="quiet">{say('overview-phase-nothing')}</span>
      )}
    </section>
  );
}

/** Five cairns on the trail; below each its phase with the stones set and the next step. */
export function TrailPanel({ phases }: { phases: readonly PhaseView[] }) {
  return (
    <div className={`panel ${css.trail}`}>
      <div className={css.scene}>
        <TrailScene phases={phases.map(pileOf)} />
      </div>
      <div className={css.phases}>
        {phases.map((phase) => (
          <Phase key={phase.phase} phase={phase} />
        ))}
      </div>
    </div>
  );
}
