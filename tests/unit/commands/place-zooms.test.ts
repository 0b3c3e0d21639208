import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeZooms, type ZoomCandidate } from '../../../src/commands/basemap/place-zooms.ts';

function candidate(x: number, score: number, more: Partial<ZoomCandidate> = {}): ZoomCandidate {
  return { x, y: 0.5, score, earliest: 0, ...more };
}

const metropolis = candidate(0.5, 5e6);

describe('the zoom from which a place is named', () => {
  it('is earlier for a larger place, and 12 at the latest', () => {
    const lone = [5e6, 7e5, 3e5, 3e4, 500, 1].map((score, index) => candidate(index / 10, score));
    expect(placeZooms(lone)).toEqual([2, 3, 4, 7, 11, 11]);
    expect(placeZooms([metropolis, candidate(0.500001, 1)])).toEqual([2, 12]);
  });

  it('waits until a place close to a larger one has room', () => {
    const [, far = 0] = placeZooms([metropolis, candidate(0.6, 4e6)]);
    const [, close = 0] = placeZooms([metropolis, candidate(0.502, 4e6)]);
    expect(far).toBe(2);
    expect(close).toBeGreaterThan(4);
  });

  it('is not before the earliest, and not after the latest', () => {
    expect(placeZooms([candidate(0.1, 5e6, { earliest: 8 })])).toEqual([8]);
    expect(placeZooms([metropolis, candidate(0.502, 4e6, { latest: 4 })])).toEqual([2, 4]);
  });

  it('is kept where it is fixed, and others make room', () => {
    const fixed = candidate(0.5, 0, { fixed: 5.8 });
    const [kept, other = 0] = placeZooms([fixed, candidate(0.5005, 3e5)]);
    expect(kept).toBe(5.8);
    expect(placeZooms([candidate(0.5005, 3e5)])).toEqual([4]);
    expect(other).toBe(4);
    expect(
      placeZooms([candidate(0.5, 0, { fixed: 4.8 }), candidate(0.5005, 3e5)])[1],
    ).toBeGreaterThan(5);
  });

  it('does not depend on the order of the places', () => {
    const places = fc.uniqueArray(
      fc.record({
        x: fc.double({ min: 0, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 1, noNaN: true }),
        score: fc.integer({ min: 0, max: 1e7 }),
        earliest: fc.constant(0),
      }),
      { selector: ({ score }) => score },
    );
    fc.assert(
      fc.property(places, (all) => {
        const backwards = placeZooms(all.toReversed()).toReversed();
        expect(backwards).toEqual(placeZooms(all));
      }),
    );
  });
});
