import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LevelPyramid, type PyramidLimits } from '../../../../src/core/layout/level-pyramid.ts';
import { COARSE_LIMIT, FINEST_LIMIT } from '../../../../src/core/place/closest-zoom.ts';
import {
  NO_MARK,
  type MarkLayout,
  type PlacedCounts,
} from '../../../../src/core/layout/mark-layout.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { growthAt, radiusOf, radiusOfOne } from '../../../../src/core/layout/mark-radius.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { toMercator, WORLD_PIXELS } from '../../../../src/core/place/mercator.ts';
import { readIncidentCollection } from '../../../../src/formats/native/read-incidents.ts';
import { alwaysDue } from '../../always-due.ts';

type Place = { readonly lon: number; readonly lat: number; readonly count: number };

const placed = (places: readonly Place[]): PlacedCounts => {
  const points = places.map(({ lon, lat }) => toMercator(lon, lat));
  return {
    length: places.length,
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    count: Uint32Array.from(places, ({ count }) => count),
  };
};

/** A task whose progress must never go back. */
const forwards = () => {
  let last = 0;
  return alwaysDue((part) => {
    if (part < last || part > 1) throw new Error(`${last} before ${part}`);
    last = part;
  });
};

async function layOut(
  places: PlacedCounts,
  zoom: number,
  finest = COARSE_LIMIT,
): Promise<MarkLayout> {
  const pyramid = await LevelPyramid.of(places, finest, forwards());
  return pyramid.layoutAt(zoom, forwards());
}

/** From the finest to the coarsest. */
const levelsFrom = (finest: number): readonly number[] =>
  Array.from({ length: 2 * finest + 1 }, (_, half) => finest - half / 2);
const LEVELS = levelsFrom(COARSE_LIMIT);
const FINE_LEVELS = levelsFrom(FINEST_LIMIT);

async function layOutAll(
  places: PlacedCounts,
  levels = LEVELS,
  limits?: PyramidLimits,
): Promise<readonly MarkLayout[]> {
  const pyramid = await LevelPyramid.of(places, levels[0] ?? COARSE_LIMIT, forwards(), limits);
  const layouts: MarkLayout[] = [];
  for (const zoom of levels) layouts.push(await pyramid.layoutAt(zoom, forwards()));
  return layouts;
}

const at = (column: ArrayLike<number>, position: number): number => column[position] ?? NaN;

type Disc = { readonly x: number; readonly y: number; readonly radius: number };

/** The marks as drawn, in pixels of the world. */
const discsOf = (layout: MarkLayout, zoom: number): Disc[] =>
  Array.from(layout.count, (count, mark) => ({
    x: at(layout.x, mark) * WORLD_PIXELS * 2 ** zoom,
    y: at(layout.y, mark) * WORLD_PIXELS * 2 ** zoom,
    radius: radiusOf(count, layout.radiusOfOne),
  }));

/** Pairs of discs that may touch: those not further apart in x than the largest is wide. */
function* nearPairs(discs: readonly Disc[]): Generator<readonly [Disc, Disc]> {
  const byX = discs.toSorted((a, b) => a.x - b.x);
  const reach = 2 * Math.max(0, ...byX.map(({ radius }) => radius)) + 1;
  for (const [position, a] of byX.entries()) {
    for (let other = position + 1; ; other += 1) {
      const b = byX[other];
      if (!b || b.x - a.x > reach) break;
      if (Math.abs(b.y - a.y) <= reach) yield [a, b];
    }
  }
}

const gap = (a: Disc, b: Disc): number => Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius;

const narrowestGap = (discs: readonly Disc[]): number => {
  let narrowest = Infinity;
  for (const [a, b] of nearPairs(discs)) narrowest = Math.min(narrowest, gap(a, b));
  return narrowest;
};

/** The part of the smaller disc that the larger one may cover, 0..1. */
function hiddenPart(a: Disc, b: Disc): number {
  const [large, small] = a.radius > b.radius ? [a.radius, b.radius] : [b.radius, a.radius];
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  if (apart >= large + small) return 0;
  if (apart <= large - small) return 1;
  const segment = (radius: number, other: number): number => {
    const chord = (apart ** 2 + radius ** 2 - other ** 2) / (2 * apart);
    return radius ** 2 * Math.acos(chord / radius) - chord * Math.sqrt(radius ** 2 - chord ** 2);
  };
  return (segment(large, small) + segment(small, large)) / (Math.PI * small ** 2);
}

/** Most marks on a screen, of the screens that lie half a screen apart. */
function fullestScreen(discs: readonly Disc[]): number {
  const held = new Map<string, number>();
  for (const { x, y } of discs) {
    for (const [right, down] of [
      [0, 0] as const,
      [0, 1] as const,
      [1, 0] as const,
      [1, 1] as const,
    ]) {
      const screen = `${Math.floor(x / 720) - right},${Math.floor(y / 450) - down}`;
      held.set(screen, (held.get(screen) ?? 0) + 1);
    }
  }
  return Math.max(0, ...held.values());
}

/** Every place in one mark, counts and means right, marks in order and apart. */
function expectSound(places: PlacedCounts, layout: MarkLayout, zoom: number): void {
  const count = new Float64Array(layout.length);
  const x = new Float64Array(layout.length);
  const y = new Float64Array(layout.length);
  for (let place = 0; place < places.length; place += 1) {
    const mark = at(layout.markOf, place);
    const held = at(places.count, place);
    if (held === 0) {
      if (mark !== NO_MARK) throw new Error(`place ${place} is not shown, but in mark ${mark}`);
      continue;
    }
    if (mark >= layout.length) throw new Error(`place ${place} is in no mark`);
    count[mark] = at(count, mark) + held;
    x[mark] = at(x, mark) + held * at(places.x, place);
    y[mark] = at(y, mark) + held * Math.min(Math.max(at(places.y, place), -0.5), 1.5);
  }
  expect([...layout.count]).toEqual([...count]);
  let farthest = 0;
  let disorder = 0;
  for (let mark = 0; mark < layout.length; mark += 1) {
    const dx = at(layout.x, mark) - at(x, mark) / at(count, mark);
    const dy = at(layout.y, mark) - at(y, mark) / at(count, mark);
    farthest = Math.max(farthest, Math.abs(dx), Math.abs(dy));
    if (mark === 0) continue;
    const order =
      at(layout.count, mark - 1) - at(layout.count, mark) ||
      at(layout.x, mark) - at(layout.x, mark - 1) ||
      at(layout.y, mark) - at(layout.y, mark - 1);
    if (!(order > 0)) disorder += 1;
  }
  expect(farthest).toBeLessThan(1e-9);
  expect(disorder).toBe(0);
  expect(narrowestGap(discsOf(layout, zoom))).toBeGreaterThan(1 - 1e-5);
  expect(layout.radiusOfOne).toBeGreaterThan(0);
  expect(layout.radiusOfOne).toBeLessThanOrEqual(radiusOfOne(zoom));
  const largest = layout.radiusOfOne * Math.sqrt(layout.count[0] ?? 0);
  expect(largest).toBeLessThan(56 * growthAt(zoom) + 1e-6);
}

/** Numbers 0..1 from a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}

function uniform(length: number, seed: number): PlacedCounts {
  const random = seeded(seed);
  return placed(
    Array.from({ length }, () => ({
      lon: 38.8 + 9.7 * random(),
      lat: 29.1 + 8.2 * random(),
      count: 1 + Math.floor(3 * random() ** 4),
    })),
  );
}

/** Towns of different size and spread, a few places with many incidents. */
function clustered(length: number, seed: number): PlacedCounts {
  const random = seeded(seed);
  const bell = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const towns = Array.from({ length: 60 }, () => ({
    lon: 38.8 + 9.7 * random(),
    lat: 29.1 + 8.2 * random(),
    spread: 0.02 + 0.3 * random(),
  }));
  return placed(
    Array.from({ length }, () => {
      const town = towns[Math.floor(60 * random() ** 2)];
      if (!town) throw new Error('no town');
      const count = random() < 0.01 ? 1 + Math.floor(30 * random()) : 1;
      const lon = town.lon + bell() * town.spread;
      return { lon, lat: town.lat + bell() * town.spread, count };
    }),
  );
}

const file = new URL('../../../../geodata/incidents.geojson', import.meta.url);
const read = readIncidentCollection(
  'incidents.geojson',
  readFileSync(file, 'utf8'),
  180,
  readEdtfSpan,
);
if (read.kind === 'failed') throw new Error('The shipped data cannot be read.');
const shipped = placed(
  read.value.records
    .map(({ incident }) => incident)
    .filter(({ kind, place }) => kind === 'incident' && !isArea(place.precision))
    .map(({ place: { lon, lat } }) => ({ lon, lat, count: 1 })),
);

const SETS = [
  { name: 'the shipped data', places: shipped },
  { name: '20,000 clustered places', places: clustered(20_000, 1) },
  { name: '20,000 scattered places', places: uniform(20_000, 2) },
  {
    name: '20,000 records of one point',
    places: placed(Array.from({ length: 20_000 }, () => ({ lon: 44.01, lat: 36.19, count: 1 }))),
  },
  { name: '2,000 places, ungathered', places: uniform(2_000, 3) },
];
const ZOOMS = [2, 4, 6, 7, 8.5, 10, 11];
const cases = SETS.flatMap((dataset) => ZOOMS.map((zoom) => ({ ...dataset, zoom })));

describe('the marks of a level', () => {
  it.each(cases)('of $name are sound at zoom $zoom and fit a screen', async ({ places, zoom }) => {
    const layout = await layOut(places, zoom);
    expectSound(places, layout, zoom);
    const discs = discsOf(layout, zoom);
    let hidden = 0;
    for (const [a, b] of nearPairs(discs)) hidden = Math.max(hidden, hiddenPart(a, b));
    expect(hidden).toBeLessThanOrEqual(1 / 3);
    expect(fullestScreen(discs)).toBeLessThanOrEqual(places.length > 2_000 ? 900 : 2_000);
  });

  it.each(cases)('of $name leave room for the map at zoom $zoom', async ({ places, zoom }) => {
    const { radiusOfOne: ofOne } = await layOut(places, zoom);
    const side = 256 * growthAt(zoom);
    const perWorld = (WORLD_PIXELS * 2 ** zoom) / side;
    const held = new Map<string, number>();
    for (let one = 0; one < places.length; one += 1) {
      const column = Math.floor(at(places.x, one) * perWorld);
      const square = `${column},${Math.floor(at(places.y, one) * perWorld)}`;
      held.set(square, (held.get(square) ?? 0) + at(places.count, one));
    }
    const ink = Math.max(...held.values()) * Math.PI * ofOne ** 2;
    // Gathering may move incidents over the edge of a square.
    expect(ink / side ** 2).toBeLessThan(0.3);
  });

  it.each(ZOOMS)('have their full size in the shipped data at zoom %d', async (zoom) => {
    expect((await layOut(shipped, zoom)).radiusOfOne).toBe(radiusOfOne(zoom));
  });

  it('of the shipped data split as the map comes closer and never join again', async () => {
    const zooms = LEVELS.toReversed();
    const lengths = await Promise.all(
      zooms.map(async (zoom) => (await layOut(shipped, zoom)).length),
    );
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths.at(-1)).toBeGreaterThan(10 * (lengths[0] ?? 0));
  });

  it('do not lie on a grid when places are gathered', async () => {
    const { x, length } = await layOut(uniform(20_000, 4), 6);
    const cell = 36 / (WORLD_PIXELS * 2 ** 6);
    const tenths = new Uint32Array(10);
    for (const one of x) {
      const tenth = Math.floor(((one / cell) % 1) * 10);
      tenths[tenth] = at(tenths, tenth) + 1;
    }
    expect(Math.max(...tenths)).toBeLessThan((2 * length) / 10);
  });
});

type Joined = Disc & { readonly count: number; readonly places: readonly number[] };

/** What merging the worst pair of all, again and again, makes of some discs. */
function mergedOneByOne(some: readonly Joined[], ofOne: number): readonly Joined[] {
  const join = (a: Joined, b: Joined): Joined => {
    const count = a.count + b.count;
    const x = (a.x * a.count + b.x * b.count) / count;
    const y = (a.y * a.count + b.y * b.count) / count;
    return { x, y, count, radius: radiusOf(count, ofOne), places: [...a.places, ...b.places] };
  };
  let discs = some;
  for (;;) {
    let worst: readonly [Joined, Joined] | undefined;
    let narrowest = 1;
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1)) {
        if (gap(a, b) >= narrowest) continue;
        narrowest = gap(a, b);
        worst = [a, b];
      }
    }
    if (!worst) return discs;
    const [a, b] = worst;
    discs = [...discs.filter((one) => one !== a && one !== b), join(a, b)];
  }
}

/** The places of each mark of each level, the marks of one level merged into those of the next. */
function levelsOneByOne(places: PlacedCounts, sizes: readonly number[]): string[][] {
  let discs: readonly Joined[] = Array.from(places.count, (count, one): Joined => ({
    x: at(places.x, one) * WORLD_PIXELS,
    y: at(places.y, one) * WORLD_PIXELS,
    count,
    radius: 0,
    places: [one],
  }));
  let scale = 1;
  return LEVELS.map((zoom, level) => {
    const ofOne = at(sizes, level);
    const larger = 2 ** zoom / scale;
    scale = 2 ** zoom;
    const scaled = discs.map((disc) => ({
      ...disc,
      x: disc.x * larger,
      y: disc.y * larger,
      radius: radiusOf(disc.count, ofOne),
    }));
    discs = mergedOneByOne(scaled, ofOne);
    return discs.map((disc) => disc.places.toSorted((a, b) => a - b).join()).toSorted();
  });
}

describe('few places', () => {
  it.each([1, 2, 3])('are merged worst pair first, level by level: seed %d', async (seed) => {
    const places = clustered(120, seed);
    const layouts = await layOutAll(places);
    const found = layouts.map(({ count, markOf }) => {
      const held = Array.from(count, (): number[] => []);
      markOf.forEach((mark, one) => held[mark]?.push(one));
      return held.map((one) => one.join()).toSorted();
    });
    expect(found).toEqual(
      levelsOneByOne(
        places,
        layouts.map(({ radiusOfOne: ofOne }) => ofOne),
      ),
    );
  });
});

/** Of a base of few points. */
const FEW: PyramidLimits = { coarse: 5_000, fine: 5_000, later: 5_000 };

/** Places on top of each other, close by and far away, on the far side and at the poles. */
const place: fc.Arbitrary<Place> = fc.record({
  lon: fc.oneof(
    fc.constantFrom(-180, -179.99, 0, 44, 44.01, 44.02, 179.99, 180),
    fc.double({ min: 43, max: 45, noNaN: true }),
  ),
  lat: fc.oneof(
    fc.constantFrom(-90, -84.9, 0, 36.18, 36.19, 36.2, 84.9, 90),
    fc.double({ min: 35, max: 37, noNaN: true }),
  ),
  count: fc.oneof(fc.constantFrom(0, 1, 2, 90), fc.integer({ min: 0, max: 3_000 })),
});
const zoomArbitrary = fc.constantFrom(...LEVELS);

/** Throws where places share a mark and do not share one at the next coarser level. */
function expectNested(layouts: readonly MarkLayout[]): void {
  for (const [level, { markOf }] of layouts.slice(1).entries()) {
    const finer = layouts[level];
    if (!finer) throw new Error('There is a finer level.');
    const parentOf = new Map<number, number>();
    for (const [place, mark] of finer.markOf.entries()) {
      const parent = at(markOf, place);
      if ((parentOf.get(mark) ?? parent) !== parent)
        throw new Error(
          `Mark ${mark}, ${level} levels from the finest, is torn apart further out.`,
        );
      parentOf.set(mark, parent);
    }
  }
}

describe('the levels of a pyramid', () => {
  it.each([
    { name: 'the shipped data', places: shipped },
    { name: '2,000 places', places: uniform(2_000, 3) },
    { name: '20,000 clustered places', places: clustered(20_000, 1) },
    { name: '20,000 scattered places', places: uniform(20_000, 2) },
  ])('keep together what shares a mark of a finer one: $name', async ({ places }) => {
    expectNested(await layOutAll(places));
  });

  it.each([COARSE_LIMIT, 14, FINEST_LIMIT])(
    'are nested, sound and the same whatever is asked first, for any places, from zoom %d on',
    async (finest) => {
      const levels = levelsFrom(finest);
      await fc.assert(
        fc.asyncProperty(fc.array(place, { maxLength: 60 }), async (places) => {
          const columns = placed(places);
          const layouts = await layOutAll(columns, levels);
          expectNested(layouts);
          for (const [level, layout] of layouts.entries())
            expectSound(columns, layout, at(levels, level));
          const pyramid = await LevelPyramid.of(columns, finest, forwards());
          for (const zoom of levels.toReversed())
            expect(await pyramid.layoutAt(zoom, forwards())).toEqual(layouts[levels.indexOf(zoom)]);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('are nested from the finest on where places of a metre are few enough', async () => {
    expectNested(await layOutAll(clustered(8_000, 1), FINE_LEVELS));
  });

  it('are nested from the finest to the coarse limit, and from there on, where they are many', async () => {
    const limits = { coarse: 2 ** 18, fine: 2 ** 10, later: 2 ** 16 };
    const places = clustered(20_000, 1);
    const layouts = await layOutAll(places, FINE_LEVELS, limits);
    const coarse = FINE_LEVELS.indexOf(COARSE_LIMIT);
    expectNested(layouts.slice(0, coarse));
    expectNested(layouts.slice(coarse));
    for (const [level, layout] of layouts.entries())
      expectSound(places, layout, at(FINE_LEVELS, level));
  });

  it('cost a coarse view nothing more where a closer view is allowed', async () => {
    const places = clustered(20_000, 1);
    for (const zoom of [5, 8, 11])
      expect(await layOut(places, zoom, FINEST_LIMIT)).toEqual(await layOut(places, zoom));
  });

  it('tell places of a few metres apart at the finest zoom, and join them at that of a kilometre', async () => {
    const lon = Array.from({ length: 400 }, (_, i) => 34.45 + (i % 20) * 0.0002);
    const strikes = placed(
      lon.map((east, i) => ({ lon: east, lat: 31.5 + Math.floor(i / 20) * 0.0002, count: 1 })),
    );
    expect((await layOut(strikes, 17, FINEST_LIMIT)).length).toBe(400);
    expect((await layOut(strikes, 11, FINEST_LIMIT)).length).toBeLessThan(20);
  });

  it('end at the finest zoom: an old link to a group further in finds its mark there', async () => {
    const pyramid = await LevelPyramid.of(shipped, COARSE_LIMIT, forwards());
    const finest = await pyramid.layoutAt(COARSE_LIMIT, forwards());
    expect(await pyramid.layoutAt(14, forwards())).toBe(finest);
  });

  it('can be asked for by a task that was cancelled before, and by two at once', async () => {
    const places = clustered(20_000, 8);
    const expected = await layOut(places, 5);
    const pyramid = await LevelPyramid.of(places, COARSE_LIMIT, forwards());
    let yields = 0;
    const cancelled = alwaysDue(() => {
      yields += 1;
      if (yields === 20) throw new DOMException('Cancelled.', 'AbortError');
    });
    await expect(pyramid.layoutAt(5, cancelled)).rejects.toThrow('Cancelled.');
    const both = [5, 5].map((zoom) => pyramid.layoutAt(zoom, forwards()));
    for (const layout of await Promise.all(both)) expect(layout).toEqual(expected);
  });

  it('are sound, and in the same order of places or another, finer than a base of few points', async () => {
    const places = uniform(20_000, 9);
    const backwards: PlacedCounts = {
      length: places.length,
      x: places.x.toReversed(),
      y: places.y.toReversed(),
      count: places.count.toReversed(),
    };
    const pyramid = await LevelPyramid.of(places, COARSE_LIMIT, forwards(), FEW);
    const other = await LevelPyramid.of(backwards, COARSE_LIMIT, forwards(), FEW);
    for (const zoom of [4, 7, 9, 11]) {
      const layout = await pyramid.layoutAt(zoom, forwards());
      expectSound(places, layout, zoom);
      expect((await other.layoutAt(zoom, forwards())).markOf.toReversed()).toEqual(layout.markOf);
    }
    // The finest level still tells the places apart.
    expect((await pyramid.layoutAt(11, forwards())).length).toBeGreaterThan(10_000);
  });
});

describe('any places', () => {
  it('are laid out soundly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 80 }), zoomArbitrary, async (places, zoom) => {
        const columns = placed(places);
        expectSound(columns, await layOut(columns, zoom), zoom);
      }),
      { numRuns: 300 },
    );
  });

  it('of equal coordinates share a mark, as few or gathered', async () => {
    const crowd = Array.from({ length: 2_100 }, (_, i) => ({ lon: i / 12, lat: -30, count: 1 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(place),
        zoomArbitrary,
        fc.boolean(),
        async (some, zoom, isCrowded) => {
          const places = [...some, ...(isCrowded ? crowd : []), ...some];
          const columns = placed(places.map((one) => ({ ...one, count: Math.max(one.count, 1) })));
          const { markOf: markOf } = await layOut(columns, zoom);
          const again = markOf.slice(places.length - some.length);
          expect([...again]).toEqual([...markOf.slice(0, some.length)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([2_000, 20_000])('give the same marks in any order: %d of them', async (length) => {
    const places = clustered(length, 5);
    const backwards: PlacedCounts = {
      length,
      x: places.x.toReversed(),
      y: places.y.toReversed(),
      count: places.count.toReversed(),
    };
    for (const zoom of [4, 7, 10]) {
      const layout = await layOut(places, zoom);
      const mirrored = await layOut(backwards, zoom);
      expect(await layOut(places, zoom)).toEqual(layout);
      expect(mirrored.markOf.toReversed()).toEqual(layout.markOf);
      expect(mirrored.count).toEqual(layout.count);
      expect(mirrored.radiusOfOne).toBe(layout.radiusOfOne);
    }
  });

  it('of equal coordinates count as one when it is asked whether to gather', async () => {
    const once = uniform(1_000, 7);
    const thrice = (column: ArrayLike<number>): number[] =>
      [0, 1, 2].flatMap(() => Array.from(column));
    const layout = await layOut({ ...once, count: once.count.map((count) => count * 3) }, 7);
    const apart = await layOut(
      {
        length: 3_000,
        x: Float64Array.from(thrice(once.x)),
        y: Float64Array.from(thrice(once.y)),
        count: Uint32Array.from(thrice(once.count)),
      },
      7,
    );
    expect([...apart.markOf]).toEqual(thrice(layout.markOf));
  });

  it('on both sides of the antimeridian are far apart', async () => {
    const sides = [-179.99, 179.99].map((lon) => ({ lon, lat: 0, count: 1 }));
    expect((await layOut(placed(sides), 2)).length).toBe(2);
  });

  it('may be none', async () => {
    const none = await layOut(placed([{ lon: 44, lat: 36, count: 0 }]), 5);
    expect(none.length).toBe(0);
    expect([...none.markOf]).toEqual([NO_MARK]);
    expect((await layOut(placed([]), 5)).length).toBe(0);
  });

  it('have many yield points when they are many', async () => {
    let yieldPoints = 0;
    const task = alwaysDue(() => {
      yieldPoints++;
    });
    const pyramid = await LevelPyramid.of(uniform(60_000, 6), COARSE_LIMIT, task);
    await pyramid.layoutAt(9, task);
    expect(yieldPoints).toBeGreaterThan(50);
  });
});
