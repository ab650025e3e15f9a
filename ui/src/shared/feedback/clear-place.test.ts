import { describe, expect, it } from 'vitest';
import { type Box, clearPlace, REST } from './clear-place';

const HEIGHT = 700;
const TOAST: Box = { left: 300, right: 700, top: 640, bottom: 680 };
const box = (left: number, right: number, top: number, bottom: number): Box => ({ left, right, top, bottom });

describe('the place of a toast', () => {
  it('is at the lower edge where nothing is in the way', () => {
    expect(clearPlace(TOAST, [], HEIGHT)).toBe(REST);
    expect(clearPlace(TOAST, [box(0, 200, 640, 680), box(720, 800, 640, 680)], HEIGHT)).toBe(REST);
  });

  it('is above the foot of a drawer that it would cover, and above what stands over that', () => {
    const foot = box(560, 680, 652, 684);
    expect(clearPlace(TOAST, [foot], HEIGHT)).toBe(HEIGHT - 652 + 8);
    const above = box(560, 600, 600, 630);
    expect(clearPlace(TOAST, [foot, above], HEIGHT)).toBe(HEIGHT - 600 + 8);
  });

  it('lies over a part of a card rather than on what is read further up', () => {
    const foot = box(280, 420, 640, 680);
    const cards = [560, 470, 380].map((top) => box(280, 720, top, top + 80));
    const narrow = { ...TOAST, left: 400, right: 600 };
    expect(clearPlace(narrow, [foot, ...cards], HEIGHT)).toBe(HEIGHT - 640 + 8);
    const buttons = [560, 470, 380].map((top) => box(280, 720, top, top + 30));
    expect(clearPlace(TOAST, [foot, ...buttons], HEIGHT)).toBe(HEIGHT - 640 + 8);
  });

  it('never rises into the upper part of the window', () => {
    const all = Array.from({ length: 22 }, (_, at) => box(400, 500, 320 + at * 30, 345 + at * 30));
    expect(clearPlace(TOAST, all, HEIGHT)).toBeLessThanOrEqual(HEIGHT * 0.4);
  });

  it('covers least where no place is free', () => {
    const all = Array.from({ length: 22 }, (_, at) => box(400, 500, 20 + at * 30, 45 + at * 30));
    const crowded = [...all, box(600, 620, 655, 675), box(630, 650, 655, 675)];
    const bottom = clearPlace(TOAST, crowded, HEIGHT);
    const [upper, lower] = [HEIGHT - bottom - 40, HEIGHT - bottom];
    expect(crowded.filter((one) => one.top < lower && one.bottom > upper).length).toBeLessThanOrEqual(2);
  });
});
