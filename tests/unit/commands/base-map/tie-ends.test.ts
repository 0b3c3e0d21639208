import { describe, expect, it } from 'vitest';
import { metersPerUnit } from '../../../../src/commands/basemap/mercator.ts';
import { SegmentIndex } from '../../../../src/commands/basemap/segment-index.ts';
import { tieEnds } from '../../../../src/commands/basemap/tie-ends.ts';

const y = 0.5;
const kilometer = 1000 / metersPerUnit(y);
const wall = [{ segments: new SegmentIndex([{ xy: [0.5, 0.4, 0.5, 0.6] }], false) }];

function eastward(...kilometers: number[]): number[] {
  return kilometers.flatMap((distance) => [0.5 + distance * kilometer, y]);
}

describe('an end of a line', () => {
  it('is cut where the line crosses what it should meet', () => {
    const tied = tieEnds(eastward(-40, -20, 3), wall, 5000);
    expect(tied.slice(-2)[0]).toBeCloseTo(0.5, 12);
    expect(tied).toHaveLength(6);
  });

  it('is lengthened to what it stops short of', () => {
    const tied = tieEnds(eastward(-40, -20, -3), wall, 5000);
    expect(tied).toHaveLength(8);
    expect(tied.slice(-2)).toEqual([0.5, y]);
  });

  it('stays where nothing is within reach', () => {
    const far = eastward(-40, -20, -9);
    expect(tieEnds(far, wall, 5000)).toEqual(far);
  });

  it('stays where it meets another line already', () => {
    const short = eastward(-20, -3);
    expect(tieEnds(short, wall, 5000, [true, false])).toEqual(short);
  });

  it('is not cut at the other end of a short line', () => {
    const short = eastward(0, 3);
    expect(tieEnds(short, wall, 5000, [false, true])).toHaveLength(6);
  });
});
