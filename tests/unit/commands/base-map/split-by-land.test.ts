import { describe, expect, it } from 'vitest';
import { SegmentIndex } from '../../../../src/commands/basemap/segment-index.ts';
import { splitByLand } from '../../../../src/commands/basemap/split-by-land.ts';

const island = new SegmentIndex([{ xy: [2, 2, 6, 2, 6, 6, 2, 6] }], true);

describe('a line over a coast', () => {
  it('is cut where it crosses it', () => {
    expect(splitByLand([0, 4, 4, 4, 8, 4], island, 0)).toEqual([
      { onLand: false, xy: [0, 4, 2, 4], cutAtStart: false, cutAtEnd: true },
      { onLand: true, xy: [2, 4, 4, 4, 6, 4], cutAtStart: true, cutAtEnd: true },
      { onLand: false, xy: [6, 4, 8, 4], cutAtStart: true, cutAtEnd: false },
    ]);
  });

  it('is not cut for less than the shortest part', () => {
    const parts = splitByLand([3, 3, 3, 1.5, 4, 1.5, 4, 5], island, 3);
    expect(parts.map(({ onLand }) => onLand)).toEqual([true]);
  });

  it('is one part where there is no coast', () => {
    expect(splitByLand([0, 0, 9, 0], island, 0).map(({ onLand }) => onLand)).toEqual([false]);
  });
});
