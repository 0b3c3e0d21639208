import { describe, expect, it } from 'vitest';
import { lineUp } from '../../../../src/ui/timeline/annotation-lane.ts';

describe('`lineUp`', () => {
  it('writes each at its day, and those of one day after each other', () => {
    const labels = [
      { x: 0, end: 60, width: 80 },
      { x: 0, end: 60, width: 90 },
      { x: 300, end: 360, width: 100 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([0, 92, 300]);
  });

  it('moves one a little after an earlier one, and leaves out what would be read as another day', () => {
    const labels = [
      { x: 100, end: 160, width: 80 },
      { x: 180, end: 240, width: 80 },
      { x: 200, end: 260, width: 80 },
      { x: 290, end: 350, width: 80 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([100, 192, undefined, 290]);
  });

  it('writes what began before the axis at its start, and leaves out what ended before or has no room', () => {
    const labels = [
      { x: -90, end: -30, width: 80 },
      { x: -40, end: 20, width: 80 },
      { x: 950, end: 1010, width: 80 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([undefined, 0, undefined]);
  });
});
