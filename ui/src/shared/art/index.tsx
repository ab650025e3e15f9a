import { type CSSProperties, useId } from 'react';
import css from './art.module.css';
import { type PlacedStone, pile, type StoneState, smoothPath, stonePath } from './stone';

export type { StoneState } from './stone';

const toned = (tone: number) => ({ '--tone': `${tone}%` }) as CSSProperties;

function Stones({ stones, ahead }: { stones: readonly PlacedStone[]; ahead?: boolean }) {
  return stones.map((stone) => (
    <path
      key={stone.path}
      d={stone.path}
      className={stone.state === 'open' && ahead ? css.ahead : css[stone.state]}
      style={stone.state === 'set' ? toned(stone.tone) : undefined}
    />
  ));
}

/** The mark: three stones. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d={stonePath(16, 29, 30, 9.4, 0.02)} className={css.set} style={toned(100)} />
      <path d={stonePath(15.4, 19.4, 21, 7.6, -0.03)} className={css.set} style={toned(78)} />
      <path d={stonePath(16.4, 11.6, 13, 6.6, 0.04)} className={css.set} style={toned(58)} />
    </svg>
  );
}

/** One pile of stones, from below. Purely decorative: say the count in words beside it. */
export function Cairn({ states, width = 120 }: { states: readonly StoneState[]; width?: number }) {
  return (
    <svg width={width} height={width * 0.96} viewBox="0 0 120 115" aria-hidden="true">
      <Stones stones={pile(states, 60, 112, 108, 25)} />
    </svg>
  );
}

const PEBBLE = stonePath(11, 15, 19.6, 13.4, 0.02);

/** A phase in the navigation, or a file on the start page: a pebble that fills from below. */
export function PhasePebble({ done, total, size = 20 }: { done: number; total: number; size?: number }) {
  const clip = useId();
  const share = total === 0 ? 0 : Math.min(done / total, 1);
  const box = { width: size, height: (size * 16) / 22, viewBox: '0 0 22 16' } as const;
  if (share === 0) {
    return (
      <svg {...box} aria-hidden="true">
        <path d={PEBBLE} className={css['pebble-none']} />
      </svg>
    );
  }
  const level = share === 1 ? 0 : 15 - 13.4 * (0.14 + share * 0.7);
  return (
    <svg {...box} aria-hidden="true">
      <clipPath id={clip}>
        <path d={PEBBLE} />
      </clipPath>
      <path d={PEBBLE} className={css['pebble-outline']} />
      <rect
        x={0}
        y={level}
        width={22}
        height={16}
        clipPath={`url(#${clip})`}
        className={css['pebble-fill']}
      />
    </svg>
  );
}

/** A single stone for lines of history: the newest set, earlier ones in outline, what is to come dashed. */
export function Pebble({ state, settles }: { state: StoneState; settles?: boolean }) {
  return (
    <svg
      width={22}
      height={16}
      viewBox="0 0 22 16"
      aria-hidden="true"
      className={settles ? css.settles : undefined}
    >
      <path
        d={stonePath(11, 14, 18, 11.6, 0.02)}
        className={state === 'progress' ? css['pebble-outline'] : css[state]}
        style={toned(100)}
      />
    </svg>
  );
}

/** Height of the hillside at a point of the welcome scene; lines flatten towards the valley. */
function hillside(line: number, x: number): number {
  const swell = Math.exp(-(((x - 360) / 150) ** 2));
  const dip = Math.exp(-(((x - 205) / 110) ** 2));
  const fade = 1 - line / 18;
  return 424 + line * 28.5 - swell * (52 * fade + 8) + dip * 10 * fade + (x / 500) * 10 * fade;
}

const WELCOME_LINES = Array.from({ length: 15 }, (_, line) => ({
  path: smoothPath(
    Array.from({ length: 15 }, (_unused, step) => [step * 40 - 20, hillside(line, step * 40 - 20)]),
  ),
  tone: Math.round((line / 14) * 100),
}));

const WELCOME_TRAIL = smoothPath([
  [-10, 786],
  [40, 758],
  [92, 737],
  [160, 722],
  [250, 670],
  [306, 628],
  [372, 560],
  [440, 512],
  [510, 486],
]);

const SET_5: StoneState[] = ['set', 'set', 'set', 'set', 'set'];
const WELCOME_PILES = [
  pile(['set', 'set', 'set'], 93, 745, 60, 15),
  pile(SET_5, 251, 669, 122, 31),
  pile(['open', 'open', 'open'], 386, 558, 60, 15),
  pile(['open', 'open'], 466, 503, 42, 11),
];

/** The hillside of the welcome screen: contour lines, a trail, cairns set and cairns to come. */
export function WelcomeScene({ className }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 500 800"
      preserveAspectRatio="xMinYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      {WELCOME_LINES.map((line) => (
        <path key={line.path} d={line.path} className={css.contour} style={toned(line.tone)} />
      ))}
      <path d={WELCOME_TRAIL} className={css.dots} />
      {WELCOME_PILES.map((stones) => (
        <Stones key={stones[0]?.path} stones={stones} ahead />
      ))}
    </svg>
  );
}

const SCENE_WIDTH = 1000;
const SCENE_HEIGHT = 154;

/** The ground under the five cairns of the overview. */
function ground(x: number, offset: number): number {
  return (
    138 - Math.sin(((x - 120) / SCENE_WIDTH) * Math.PI * 2.2) * 5 - (x > 500 ? (x - 500) * 0.085 : 0) - offset
  );
}

function groundLine(from: number, to: number, offset: number): string {
  const steps = 16;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const x = from + ((to - from) * step) / steps;
    return [x, ground(x, offset)] as const;
  });
  return smoothPath(points);
}

/** The trail over all phases: one cairn for each, from left to right. Decorative; the figures stand below it. */
export function TrailScene({ phases }: { phases: readonly (readonly StoneState[])[] }) {
  const slot = SCENE_WIDTH / Math.max(phases.length, 1);
  const started = phases.findLastIndex((states) => states.some((state) => state !== 'open'));
  const reached = started < 0 ? 0 : slot * (started + 0.5);
  return (
    <svg width="100%" viewBox={`0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}`} aria-hidden="true" focusable="false">
      {[14, 30, 46].map((offset) => (
        <path key={offset} d={groundLine(0, SCENE_WIDTH, offset)} className={css.faint} />
      ))}
      <path d={groundLine(0, Math.max(reached, 1), -2)} className={css.walked} />
      <path d={groundLine(reached, SCENE_WIDTH, -2)} className={css['ahead-dots']} />
      {phases.map((states, index) => {
        const x = slot * (index + 0.5);
        return <Stones key={x} stones={pile(states, x, ground(x, -3), 100, 24)} />;
      })}
    </svg>
  );
}

/** One outline for empty places. */
export function EmptyStone() {
  return (
    <svg width={56} height={40} viewBox="0 0 56 40" aria-hidden="true">
      <path d={stonePath(28, 36, 50, 30, 0.03)} className={css.open} />
    </svg>
  );
}
