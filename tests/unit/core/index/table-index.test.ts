import { originsOf } from '../../../../src/core/records/origins.ts';
import { ROW_FILTER_NAMES } from '../../../../src/core/filters/row-filters.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { radiusOf } from '../../../../src/core/layout/mark-radius.ts';
import { NO_ROW, type MarkView } from '../../../../src/core/index/mark-view.ts';
import {
  countIntervals,
  newCounts,
  intervalIndexBuffers,
} from '../../../../src/core/index/interval-index.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import {
  searchTextOf as searchedFor,
  clauseOf,
  hiddenLayers,
  filterOf,
  EMPTY_FILTER,
  layerFlags,
  type Filter,
} from '../../../../src/core/filters/filter.ts';
import { matchesAll, searchWords } from '../../../../src/core/text/search-text.ts';
import { searchTextOf } from '../../../../src/core/records/record-search-text.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import {
  spanAt,
  type IncidentTable,
  type Row,
} from '../../../../src/core/records/incident-table.ts';
import { EFFECT_CLASSES, effectClassOf, TARGETS } from '../../../../src/core/records/incident.ts';
import { CATEGORIES } from '../../../../src/core/records/color-scheme.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { targetLayers } from '../../../../src/core/records/layer.ts';
import type { Bounds } from '../../../../src/core/place/bounds.ts';
import { nearestLongitude } from '../../../../src/core/place/longitude.ts';
import { toMercator } from '../../../../src/core/place/mercator.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { madeUp, PERIOD, span, table } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';
import {
  ALL_ON,
  EVERYTHING,
  indexOf,
  listOf,
  LOOKS_OF_TARGETS,
  totalsIn,
  viewOf,
} from './views.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

type Counts = { readonly certain: number; readonly possible: number };

/** Every row looked at one by one. */
function bruteForce(from: IncidentTable, rows: readonly Row[], window: TimeRange): Counts {
  let certain = 0;
  let possible = 0;
  for (const row of rows) {
    const time = spanAt(from, row);
    if (time.from >= window.from && time.to <= window.to) certain++;
    else if (time.from < window.to && time.to > window.from) possible++;
  }
  return { certain, possible };
}

const passes = (all: IncidentTable, row: Row, filter: Filter): boolean => {
  const only = clauseOf(filter, 'only')?.names;
  const text = searchedFor(filter);
  const incident = incidentAt(all, row);
  const isHalt = ['halted', 'outage', 'restored'].includes(incident.effect);
  if (only?.includes('attacks') && isHalt) return false;
  if (only?.includes('deaths') && !((incident.killed?.[1] ?? 0) > 0)) return false;
  if (only?.includes('origins') && !(originsOf(incident.reports).length > 1)) return false;
  return (
    !hiddenLayers(filter).has(incident.target) &&
    matchesAll(searchTextOf(incident), searchWords(text, []))
  );
};

const flagsOf = (filter: Filter): Uint8Array => layerFlags(targetLayers(), hiddenLayers(filter));

/** The incidents that pass a filter, one by one. */
const passing = (all: IncidentTable, filter: Filter): readonly Row[] =>
  allRows(all).filter(
    (row) => incidentAt(all, row).kind === 'incident' && passes(all, row, filter),
  );

const isOnPoint = (all: IncidentTable, row: Row): boolean =>
  !isArea(incidentAt(all, row).place.precision);

const filter: fc.Arbitrary<Filter> = fc
  .record({
    hidden: fc.subarray([...TARGETS]),
    text: fc.constantFrom('', 'made', 'struck', 'site nowhere', 'made-up-1', 'absent', 'IRBIL'),
    only: fc.subarray([...ROW_FILTER_NAMES]),
  })
  .map(filterOf);
const someFilter = fc.oneof(fc.constant(EVERYTHING), filter);
const window: fc.Arbitrary<TimeRange> = fc.oneof(
  span,
  fc.constantFrom(
    EVER,
    { from: -Infinity, to: PERIOD.from + 1440 },
    { from: PERIOD.to, to: EVER.to },
  ),
  fc.nat(10_000).map((at) => ({ from: PERIOD.from + at, to: PERIOD.from + at })),
  fc.nat(10_000).map((at) => ({ from: PERIOD.from + at, to: PERIOD.from + at + 1 })),
);
const zoom = fc.double({ min: 0, max: 22, noNaN: true });
/** Boxes, some across the antimeridian, some with edges on the coordinates of records. */
const box: fc.Arbitrary<Bounds> = fc.oneof(
  fc.record({
    west: fc.constantFrom(42.77, 43.96, 44.01, 20, -180),
    south: fc.constantFrom(35.47, 36.18, -90),
    east: fc.constantFrom(44.01, 44.63, 50, 180),
    north: fc.constantFrom(36.24, 37.12, 90),
  }),
  fc.constantFrom(
    { west: 170, south: -90, east: 190, north: 90 },
    { west: -190, south: -90, east: -170, north: 90 },
  ),
);
const isInside = ({ west, south, east, north }: Bounds, lon: number, lat: number): boolean =>
  lat >= south &&
  lat <= north &&
  [lon - 360, lon, lon + 360].some((turned) => turned >= west && turned <= east);

const rowsOfMark = async (
  all: IncidentTable,
  view: MarkView,
  rows: readonly Row[],
): Promise<Row[][]> => {
  const marks: Row[][] = Array.from({ length: view.marks.length }, () => []);
  for (const row of rows) {
    const { markOfSelected: holding } = await viewOf(all, { zoom: view.zoom, selected: row });
    if (holding !== undefined) marks[holding]?.push(row);
  }
  return marks;
};

describe('the totals and bins of a filter', () => {
  it('count any window as looking at every incident does, in all and by layer', async () => {
    await fc.assert(
      fc.asyncProperty(table, someFilter, window, async (all, asked, at) => {
        const { cells } = await indexOf([all]).counts(asked, 'target', undefined, UNINTERRUPTED);
        const totals = totalsIn(cells, at, flagsOf(asked));
        const rows = passing(all, asked);
        expect({ certain: totals.certain, possible: totals.possible }).toEqual(
          bruteForce(all, rows, at),
        );
        TARGETS.forEach((target, i) => {
          const ofLayer = rows.filter((row) => incidentAt(all, row).target === target);
          expect({
            certain: totals.byLayer.certain[i],
            possible: totals.byLayer.possible[i],
          }).toEqual(bruteForce(all, ofLayer, at));
        });
      }),
    );
  });

  it('count only what lies in the seen part of the world, across the antimeridian too', async () => {
    await fc.assert(
      fc.asyncProperty(table, box, window, async (all, seen, at) => {
        const { cells } = await indexOf([all]).counts(EMPTY_FILTER, 'target', seen, UNINTERRUPTED);
        const { certain, possible } = totalsIn(cells, at, ALL_ON);
        const rows = passing(all, EVERYTHING).filter((row) => {
          const { lon, lat } = incidentAt(all, row).place;
          return isOnPoint(all, row) && isInside(seen, lon, lat);
        });
        expect({ certain, possible }).toEqual(bruteForce(all, rows, at));
      }),
    );
  });

  it('have the halts apart, in counts and in lists', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, window, async (all, asked, at) => {
        const rows = passing(all, asked).filter((row) =>
          ['halted', 'outage', 'restored'].includes(incidentAt(all, row).effect),
        );
        const expected = bruteForce(all, rows, at);
        const { cells } = await indexOf([all]).counts(asked, 'target', undefined, UNINTERRUPTED);
        const isHalt = (cell: number): boolean => cells.effectClass[cell] === HALT;
        const { certain, possible } = totalsIn(cells, at, flagsOf(asked), isHalt);
        expect({ certain, possible }).toEqual(expected);
        const { days } = await listOf([all], at, { filter: asked });
        const sum = (counts: Uint32Array): number => counts.reduce((total, one) => total + one, 0);
        expect({
          certain: sum(days.certainHalts),
          possible: sum(days.possibleHalts),
        }).toEqual(expected);
      }),
    );
  });

  it('have the incidents of a list by what came of them', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, window, async (all, asked, at) => {
        const { effects } = await listOf([all], at, { filter: asked });
        EFFECT_CLASSES.forEach((effectClass, position) => {
          const rows = passing(all, asked).filter(
            (row) => effectClassOf(incidentAt(all, row).effect) === effectClass,
          );
          expect({
            certain: effects.certain[position],
            possible: effects.possible[position],
          }).toEqual(bruteForce(all, rows, at));
        });
      }),
    );
  });

  it('name every area with what is known no closer, by layer', async () => {
    await fc.assert(
      fc.asyncProperty(table, window, async (all, at) => {
        const { areas } = await indexOf([all]).counts(
          EMPTY_FILTER,
          'target',
          undefined,
          UNINTERRUPTED,
        );
        all.places.areas.forEach((name, area) => {
          const rows = passing(all, EVERYTHING).filter((row) => {
            const { place } = incidentAt(all, row);
            const own = place.precision === 'governorate' ? place.governorate : place.name;
            return !isOnPoint(all, row) && own === name;
          });
          const { certain, possible } = totalsIn(
            areas,
            at,
            ALL_ON,
            (cell) => areas.area[cell] === area,
          );
          expect({ certain, possible }).toEqual(bruteForce(all, rows, at));
        });
      }),
    );
  });
});

describe('the marks of a view', () => {
  it('hold every incident with a point once; with the areas they add up to the totals', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, zoom, window, async (all, asked, at, time) => {
        const view = await viewOf(all, { zoom: at }, asked);
        const { marks, looks } = new MarkCounter(view, LOOKS_OF_TARGETS).count(time, ALL_ON);
        const rows = passing(all, asked).filter((row) => isOnPoint(all, row));
        const sum = (counts: Uint32Array): number => counts.reduce((total, one) => total + one, 0);
        const whole = bruteForce(all, rows, time);
        expect({ certain: sum(marks.certain), possible: sum(marks.possible) }).toEqual(whole);
        expect(sum(looks)).toBe(whole.certain);
        expect(sum(view.marks.count)).toBe(rows.length);
      }),
    );
  });

  it('count as looking at every incident of the mark does, by its layers, outcomes and halts', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(1, 6, 9, 14), window, async (all, at, time) => {
        const view = await viewOf(all, { zoom: at, scheme: 'outcome' });
        const counts = new MarkCounter(view, LOOKS_OF_TARGETS).count(time, ALL_ON);
        const rows = passing(all, EVERYTHING).filter((row) => isOnPoint(all, row));
        (await rowsOfMark(all, view, rows)).forEach((own, mark) => {
          const told = {
            certain: counts.marks.certain[mark],
            possible: counts.marks.possible[mark],
          };
          expect(told).toEqual(bruteForce(all, own, time));
          const byLayer = TARGETS.map((target) => {
            const ofLayer = own.filter((row) => incidentAt(all, row).target === target);
            const { certain, possible } = bruteForce(all, ofLayer, time);
            return certain + possible;
          });
          expect(counts.layersOf(mark)).toEqual(byLayer);
          const outcomes = CATEGORIES.outcome.map(({ key }) =>
            bruteForce(
              all,
              own.filter((row) => effectClassOf(incidentAt(all, row).effect) === key),
              time,
            ),
          );
          expect(counts.categoriesOf(mark)).toEqual(
            outcomes.map(({ certain, possible }) => certain + possible),
          );
          expect(counts.haltsOf(mark)).toEqual(outcomes.at(-1));
          expect(view.marks.row[mark]).toBe(own[0]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('leave out a layer that is switched off before the worker has answered', async () => {
    await fc.assert(
      fc.asyncProperty(table, filter, window, async (all, some, time) => {
        const layersOnly = filterOf({ hidden: hiddenLayers(some) });
        const view = await viewOf(all);
        const counter = new MarkCounter(view, LOOKS_OF_TARGETS);
        counter.count(EVER, ALL_ON);
        const { marks, layersOf } = counter.count(time, flagsOf(layersOnly));
        const inLayers = Array.from(marks.certain.keys(), layersOf).flat();
        const rows = passing(all, layersOnly).filter((row) => isOnPoint(all, row));
        const sum = (counts: Uint32Array): number => counts.reduce((total, one) => total + one, 0);
        expect({ certain: sum(marks.certain), possible: sum(marks.possible) }).toEqual(
          bruteForce(all, rows, time),
        );
        expect(inLayers.reduce((total, one) => total + one, 0)).toBe(
          sum(marks.certain) + sum(marks.possible),
        );
      }),
    );
  });

  it('stand at the mean of what the window leaves of them, or of all where it leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(3, 12), span, async (all, at, time) => {
        const view = await viewOf(all, { zoom: at, window: time });
        const rows = passing(all, EVERYTHING).filter((row) => isOnPoint(all, row));
        (await rowsOfMark(all, view, rows)).forEach((own, mark) => {
          const inWindow = own.filter((row) => {
            const { certain, possible } = bruteForce(all, [row], time);
            return certain + possible > 0;
          });
          const told = [view.marks.lon[mark] ?? NaN, view.marks.lat[mark] ?? NaN];
          // Of each place, the copy of the world that is near the mark: 179 is near -179.
          const near = (lon: number): number => nearestLongitude(lon, told[0] ?? 0);
          const mean = (held: readonly Row[], of: (row: Row) => number): number =>
            held.reduce((sum, row) => sum + of(row), 0) / held.length;
          const stands = [inWindow, own].filter((held) => held.length > 0);
          const places = stands.map((held) => [
            mean(held, (row) => near(incidentAt(all, row).place.lon)),
            mean(held, (row) => incidentAt(all, row).place.lat),
          ]);
          expect(Math.abs(told[0] ?? NaN)).toBeLessThanOrEqual(180);
          const isNear = places.some(
            ([lon = 0, lat = 0]) =>
              Math.abs(lon - (told[0] ?? 0)) < 1e-9 && Math.abs(lat - (told[1] ?? 0)) < 1e-9,
          );
          expect(isNear).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('join across the antimeridian, and stand between what they hold', async () => {
    const at = (id: string, lon: number, lat: number) => {
      const incident = madeUp({ id });
      return {
        incident: { ...incident, place: { ...incident.place, lon, lat } },
        span: { from: PERIOD.from, to: PERIOD.from + 1 },
      };
    };
    const fiji = incidentTable([at('west', 179.99, -16.802), at('east', -179.915, -16.853)]);
    const far = await viewOf(fiji, { zoom: 4 });
    expect(far.marks.length).toBe(1);
    expect(far.marks.lon[0]).toBeCloseTo(-179.9625, 9);
    expect(far.marks.lat[0]).toBeCloseTo(-16.8275, 9);
    const close = await viewOf(fiji, {
      zoom: 11,
      extent: { west: 179.9, east: 180.2, south: -17, north: -16 },
    });
    expect([...close.marks.lon].toSorted((a, b) => a - b)).toEqual([-179.915, 179.99]);
  });

  it('go back to where they stood when two would touch at the mean of the window', async () => {
    // At zoom 7 a pixel is 360 / 65,536 degrees: 24 pixels to the place that is joined, 45 to the other mark.
    const east = (pixels: number): number => 44 + (pixels * 360) / 65_536;
    const later = { from: PERIOD.to, to: PERIOD.to + 10 };
    const records = [
      ...Array.from({ length: 20 }, () => ({ lon: east(0), time: PERIOD })),
      { lon: east(24), time: later },
      ...Array.from({ length: 9 }, () => ({ lon: east(45), time: later })),
    ];
    const all = incidentTable(
      records.map(({ lon, time }, i) => ({
        incident: madeUp({ id: `made-up-${i}`, place: { ...madeUp().place, lon } }),
        span: time,
      })),
    );
    const whole = (await viewOf(all, { window: EVER })).marks;
    expect([...whole.count]).toEqual([21, 9]);
    expect((await viewOf(all, { window: PERIOD })).marks.lon[0]).toBeCloseTo(east(0), 9);
    expect([...(await viewOf(all, { window: later })).marks.lon]).toEqual([...whole.lon]);
  });

  it('stay in a box that does not change with the window, up to the middle of their level', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(3, 6.5, 9), span, async (all, at, time) => {
        const whole = (await viewOf(all, { zoom: at })).marks.extents;
        const view = await viewOf(all, { zoom: at, window: time });
        expect(view.marks.extents).toEqual(whole);
        const counts = new MarkCounter(view, LOOKS_OF_TARGETS).count(time, ALL_ON).marks;
        for (const scale of [1, 2 ** 0.25]) {
          const pixels = 512 * 2 ** at * scale;
          for (let mark = 0; mark < view.marks.length; mark++) {
            const count = (counts.certain[mark] ?? 0) + (counts.possible[mark] ?? 0);
            if (count === 0) continue;
            const radius = radiusOf(count, view.radiusOfOne);
            const from = toMercator(whole.lon[mark] ?? 0, whole.lat[mark] ?? 0);
            const lon = nearestLongitude(view.marks.lon[mark] ?? 0, whole.lon[mark] ?? 0);
            const to = toMercator(lon, view.marks.lat[mark] ?? 0);
            const [west, east, north, south] = whole.reach.slice(4 * mark, 4 * mark + 4);
            const dx = (to.x - from.x) * pixels;
            const dy = (to.y - from.y) * pixels;
            // What a mark joins is a few degrees wide, where the scale of the projection changes a little.
            const slack = 1 + 0.02 * Math.abs(dy);
            expect(radius - dx).toBeLessThanOrEqual((west ?? 0) + slack);
            expect(radius + dx).toBeLessThanOrEqual((east ?? 0) + slack);
            expect(radius - dy).toBeLessThanOrEqual((north ?? 0) + slack);
            expect(radius + dy).toBeLessThanOrEqual((south ?? 0) + slack);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say in words what the window leaves of them', async () => {
    const at = (id: string, name: string, time: TimeRange) => ({
      incident: madeUp({ id, place: { ...madeUp().place, name } }),
      span: time,
    });
    const later = { from: PERIOD.to, to: PERIOD.to + 10 };
    const all = incidentTable([
      at('a', 'Somewhere', PERIOD),
      at('b', 'Elsewhere', PERIOD),
      at('c', 'Elsewhere', PERIOD),
      at('d', 'Somewhere', later),
    ]);
    const namesIn = async (window: TimeRange) => {
      const query = { filter: EVERYTHING, zoom: 7, window, marks: Uint32Array.of(0) };
      const { place, morePlaces } = await indexOf([all]).markNames(query, UNINTERRUPTED);
      return [place, [...morePlaces]];
    };
    expect(await namesIn(PERIOD)).toEqual([['Elsewhere'], [1]]);
    expect(await namesIn(later)).toEqual([['Somewhere'], [0]]);
    const both = (await viewOf(all, { window: PERIOD })).details;
    expect([...both.single]).toEqual([NO_ROW]);
    const lone = (await viewOf(all, { window: later })).details;
    expect([...lone.single]).toEqual([3]);
    expect(lone.singleWeapons.get(0)).toBe('drone');
  });

  it('carry the circles of their places, each once, counted by window', async () => {
    await fc.assert(
      fc.asyncProperty(table, window, async (all, time) => {
        const view = await viewOf(all);
        const counts = newCounts(view.halos.length);
        countIntervals(view.halos.spans, time, counts);
        const rows = passing(all, EVERYTHING).filter((row) => isOnPoint(all, row));
        const keyOf = (row: Row): string => {
          const { lon, lat, precision } = incidentAt(all, row).place;
          return [lon, lat, precision].join();
        };
        const keys = [...new Set(rows.map(keyOf))];
        expect(view.halos.length).toBe(keys.length);
        const told = Array.from(counts.certain, (certain, i) => ({
          certain,
          possible: counts.possible[i] ?? 0,
        }));
        const byHand = keys.map((key) =>
          bruteForce(
            all,
            rows.filter((row) => keyOf(row) === key),
            time,
          ),
        );
        const inOrder = (counted: readonly Counts[]): readonly string[] =>
          counted.map(({ certain, possible }) => `${certain} ${possible}`).toSorted();
        expect(inOrder(told)).toEqual(inOrder(byHand));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the listing of a group', () => {
  it('holds what looking at every record finds, in order, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        someFilter,
        fc.option(box, { nil: undefined }),
        window,
        async (all, asked, seen, time) => {
          const listing = await listOf([all], time, { filter: asked, extent: seen });
          const rows = allRows(all).filter((row) => {
            const { lon, lat } = incidentAt(all, row).place;
            const isSeen = !seen || (isOnPoint(all, row) && isInside(seen, lon, lat));
            const { certain, possible } = bruteForce(all, [row], time);
            return isSeen && passes(all, row, asked) && certain + possible > 0;
          });
          const ofKind = (kind: string) => rows.filter((row) => incidentAt(all, row).kind === kind);
          expect([...listing.rows]).toEqual([
            ...ofKind('incident'),
            ...ofKind('series'),
            ...ofKind('total'),
          ]);
          expect(listing.certain).toBe(bruteForce(all, ofKind('incident'), time).certain);
        },
      ),
    );
  });

  it('of a mark is what the mark counts', async () => {
    await fc.assert(
      fc.asyncProperty(table, zoom, async (all, at) => {
        const [first] = passing(all, EVERYTHING).filter((row) => isOnPoint(all, row));
        if (first === undefined) return;
        const view = await viewOf(all, { zoom: at, selected: first });
        const group = { kind: 'mark', zoom: at, record: first } as const;
        const listing = await listOf([all], EVER, { group });
        expect(listing.rows.length).toBe(view.marks.count[view.markOfSelected ?? NO_ROW]);
        expect(listing.rows).toContain(first);
      }),
    );
  });
});

it('gives buffers that can be moved to another thread', async () => {
  const { groups } = await viewOf(incidentTable([{ incident: madeUp(), span: PERIOD }]));
  const moved = structuredClone(groups, { transfer: intervalIndexBuffers(groups.spans) });
  expect(groups.spans.starts.length).toBe(0);
  expect([...moved.spans.starts]).toEqual([PERIOD.from]);
});
