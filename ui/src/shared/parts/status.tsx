import type { ReactNode } from 'react';
import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconArrowDownRight,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf,
  IconCircleMinus,
  IconClock,
  IconEye,
  IconInfoSquareRounded,
  IconMinus,
  IconStack2,
} from '../icons';
import css from './parts.module.css';

/** Colour of a status; always the third carrier after shape and word. */
export type Tone = 'accent' | 'amber' | 'brick' | 'slate' | 'quiet' | 'ink';

const SHAPES = {
  done: [IconCircleCheckFilled, 'accent'],
  half: [IconCircleHalf, 'amber'],
  'on-paper': [IconCircleHalf, 'accent'],
  attention: [IconAlertTriangleFilled, 'amber'],
  blocked: [IconAlertOctagonFilled, 'brick'],
  info: [IconInfoSquareRounded, 'slate'],
  open: [IconCircleDashed, 'quiet'],
  waiting: [IconClock, 'amber'],
  excluded: [IconCircleMinus, 'ink'],
  inherited: [IconArrowDownRight, 'slate'],
  'high-risk': [IconStack2, 'amber'],
  transparency: [IconEye, 'slate'],
  minimal: [IconMinus, 'ink'],
} as const;

/** What a status means; each has one icon shape everywhere. */
export type StatusKind = keyof typeof SHAPES;

/** Icon shape and word; `leading` draws the soft pill, once per record at most; `wraps` lets a sentence take a second line. */
export function Status({
  kind,
  children,
  tone,
  leading,
  wraps,
  size = 15,
}: {
  kind: StatusKind;
  children?: ReactNode;
  tone?: Tone;
  leading?: boolean;
  wraps?: boolean;
  size?: number;
}) {
  const [Shape, usual] = SHAPES[kind];
  return (
    <span
      className={css.status}
      data-tone={tone ?? usual}
      data-leading={leading || undefined}
      data-wraps={wraps || undefined}
    >
      <Shape size={size} stroke={1.8} aria-hidden="true" />
      {children !== undefined && <span className={wraps ? undefined : css.cut}>{children}</span>}
    </span>
  );
}
