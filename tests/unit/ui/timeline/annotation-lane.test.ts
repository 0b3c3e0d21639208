import { describe, expect, it } from 'vitest';
import { lineUp } from '../../../../src/ui/timeline/annotation-lane.ts';

describe('`lineUp`', () => {
  it('writes each at its day, and those of one day after each other', () => {
    const labels = [
      { x: 0, width: 80 },
      { x: 0, width: 90 },
      { x: 300, width: 100 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([0, 92, 300]);
  });

  it('moves one a little after an earlier one, and leaves out what would be read as another day', () => {
    const labels = [
      { x: 100, width: 80 },
      { x: 180, width: 80 },
      { x: 200, width: 80 },
      { x: 290, width: 80 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([100, 192, undefined, 290]);
  });

  it('leaves out what begins before the axis or ends after it', () => {
    const labels = [
      { x: -40, width: 80 },
      { x: 950, width: 80 },
    ];
    expect(lineUp(labels, 1_000)).toEqual([undefined, undefined]);
  });
});
