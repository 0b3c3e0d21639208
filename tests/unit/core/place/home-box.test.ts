/** Every point is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, type Bounds } from '../../../../src/core/place/bounds.ts';
import { homeBox } from '../../../../src/core/place/home-box.ts';
import { toMercator } from '../../../../src/core/place/mercator.ts';
import {
  sizeOf,
  smallestBox,
  type HeavyPoints,
  type MercatorBox,
} from '../../../../src/core/place/smallest-box.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { alwaysDue } from '../../always-due.ts';

type Point = { readonly lon: number; readonly lat: number; readonly weight: number };

const heavy = (points: readonly Point[]): HeavyPoints => {
  const at = points.map(({ lon, lat }) => toMercator(lon, lat));
  return {
    length: points.length,
    x: at.map(({ x }) => x),
    y: at.map(({ y }) => y),
    weight: points.map(({ weight }) => weight),
  };
};
const weightOf = (points: readonly Point[]): number =>
  points.reduce((sum, { weight }) => sum + weight, 0);

const home = (points: readonly Point[]): Promise<Bounds | undefined> =>
  homeBox(heavy(points), 9, UNINTERRUPTED);

const eastOf = (left: number, x: number): number => x - left - Math.floor(x - left);

function weightIn({ length, x, y, weight }: HeavyPoints, box: MercatorBox): number {
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const east = eastOf(box.left - 1e-9, x[at] ?? 0);
    const down = Math.min(Math.max(y[at] ?? 0, 0), 1);
    const isIn = east <= box.right - box.left + 2e-9;
    if (isIn && down >= box.top - 1e-9 && down <= box.bottom + 1e-9) sum += weight[at] ?? 0;
  }
  return sum;
}

/** The smallest box of all whose edges lie on points, also across the antimeridian. */
function smallestOfAll(points: HeavyPoints, needed: number): number {
  const xs = Array.from(points.x);
  const ys = Array.from(points.y, (y) => Math.min(Math.max(y, 0), 1));
  let least = Infinity;
  for (const left of xs)
    for (const x of xs)
      for (const top of ys)
        for (const bottom of ys) {
          const box = { left, right: left + eastOf(left, x), top, bottom };
          if (bottom < top || sizeOf(box) >= least) continue;
          if (weightIn(points, box) >= needed) least = sizeOf(box);
        }
  return least;
}

const lon = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: 170, max: 190, noNaN: true }),
  fc.double({ min: 34.2, max: 34.6, noNaN: true }),
  fc.constantFrom(-180, 180, 0),
);
const lat = fc.oneof(
  fc.double({ min: -85, max: 85, noNaN: true }),
  fc.double({ min: 31.2, max: 31.6, noNaN: true }),
  fc.constantFrom(90, 85, 78, 0),
);
const point = fc.record({ lon, lat, weight: fc.integer({ min: 1, max: 9 }) });

describe('the smallest box with a part of the weight', () => {
  it('holds it, and no box is smaller by more than the grid shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(point, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.51, max: 1, noNaN: true }),
        async (some, part) => {
          const points = heavy(some);
          const needed = part * weightOf(some);
          const box = await smallestBox(points, needed, UNINTERRUPTED);
          if (!box) throw new Error('The points weigh enough.');
          expect(weightIn(points, box)).toBeGreaterThanOrEqual(needed);
          expect(sizeOf(box)).toBeLessThanOrEqual(1.08 * smallestOfAll(points, needed) + 1e-9);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is as large when the world is turned', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(point, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -720, max: 720 }),
        async (some, turn) => {
          const turned = some.map((one) => ({ ...one, lon: one.lon + turn }));
          const needed = 0.9 * weightOf(some);
          const [a, b] = [
            await smallestBox(heavy(some), needed, UNINTERRUPTED),
            await smallestBox(heavy(turned), needed, UNINTERRUPTED),
          ];
          if (!a || !b) throw new Error('The points weigh enough.');
          expect(sizeOf(b)).toBeLessThanOrEqual(1.08 * sizeOf(a) + 1e-9);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is none where nothing weighs as much', async () => {
    expect(await smallestBox(heavy([]), 1, UNINTERRUPTED)).toBeUndefined();
    const one = heavy([{ lon: 34, lat: 31, weight: 1 }]);
    expect(await smallestBox(one, 2, UNINTERRUPTED)).toBeUndefined();
  });
});

/** Places around one, all within a degree of it. */
const around = (middle: { lon: number; lat: number }, length: number): readonly Point[] =>
  Array.from({ length }, (_, i) => ({
    lon: middle.lon + Math.sin(i * 2.4) * Math.sqrt(i / length),
    lat: middle.lat + Math.cos(i * 2.4) * Math.sqrt(i / length),
    weight: 1,
  }));
const GAZA = { lon: 34.4, lat: 31.4 };
const far = { lon: 0.02, lat: 0.01, weight: 1 };

describe('the home view', () => {
  it('holds 98 % of the incidents, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 80 }), async (points) => {
        const box = await home(points);
        if (!box) throw new Error('There are points.');
        const shown = points.filter(({ lon: x, lat: y }) =>
          // The map ends near 85 degrees.
          isWithin({ ...box, south: box.south - 6, north: box.north + 6 }, x, y),
        );
        const total = weightOf(points);
        const least = total < 50 ? total - 1 : 0.98 * total;
        expect(weightOf(shown)).toBeGreaterThanOrEqual(least - 1e-9);
      }),
    );
  });

  it.each([10, 30, 49, 60, 400])('is not moved by one wrong point among %d', async (length) => {
    const near = around(GAZA, length);
    const before = await home(near);
    const after = await home([...near, far]);
    if (!before || !after) throw new Error('There are points.');
    for (const side of ['west', 'south', 'east', 'north'] as const)
      expect(after[side]).toBeCloseTo(before[side], 9);
  });

  it('shows all of few points, unless one is absurdly far', async () => {
    const four = [...around(GAZA, 4), far];
    expect((await home(four))?.west).toBeCloseTo(far.lon, 6);
    // As Lviv is from Kyiv: far, and not absurd.
    const kyiv = around({ lon: 30.5, lat: 50.4 }, 12).map((one) => ({
      ...one,
      lon: 30.5 + (one.lon - 30.5) / 9,
      lat: 50.4 + (one.lat - 50.4) / 9,
    }));
    expect((await home([...kyiv, { lon: 24, lat: 49.8, weight: 1 }]))?.west).toBeCloseTo(24, 6);
  });

  it('counts incidents, not places', async () => {
    const many = around(GAZA, 10).map((one) => ({ ...one, weight: 100 }));
    const others = around({ lon: -100, lat: 40 }, 10);
    expect((await home([...many, ...others]))?.west).toBeGreaterThan(30);
    expect(
      (await home([...many, ...others.map((one) => ({ ...one, weight: 10 }))]))?.west,
    ).toBeLessThan(-90);
  });

  it('lies across the antimeridian where that is smaller', async () => {
    const fiji = [177.5, 178.4, 179.2, -179.9, -178.8].flatMap((lon, i) =>
      Array.from({ length: 20 }, () => ({ lon, lat: -17 - i / 5, weight: 1 })),
    );
    const box = await home([...fiji, { lon: 10, lat: 50, weight: 1 }]);
    expect(box?.west).toBeCloseTo(177.5 - (box && box.west < 0 ? 360 : 0), 9);
    expect((box?.east ?? 0) - (box?.west ?? 0)).toBeCloseTo(3.7, 9);
  });

  it('leaves out what is close around it for nothing', async () => {
    const row = Array.from({ length: 1_000 }, (_, i) => ({ lon: i / 100, lat: 0, weight: 1 }));
    const box = await home(row);
    expect(box?.west).toBeCloseTo(0, 9);
    expect(box?.east).toBeCloseTo(9.99, 9);
  });

  it('is none without incidents, and yields while it is found', async () => {
    expect(await home([])).toBeUndefined();
    let yields = 0;
    const task = alwaysDue(() => {
      yields++;
    });
    await homeBox(heavy(around(GAZA, 200)), 9, task);
    expect(yields).toBeGreaterThan(5);
  });
});
