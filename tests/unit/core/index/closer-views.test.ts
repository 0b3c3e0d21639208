/** How far the map zooms in, and what it shows at first, by the data sets that are on. Every record is made up. */
import { describe, expect, it } from 'vitest';
import { LruCache } from '../../../../src/core/base/lru-cache.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { isInOneCircle, isTornAt } from '../../../../src/core/index/one-circle.ts';
import { MergedIndex } from '../../../../src/core/index/merged-index.ts';
import { MergedParts } from '../../../../src/core/index/merged-parts.ts';
import { TableIndex } from '../../../../src/core/index/table-index.ts';
import type { LevelPyramid } from '../../../../src/core/layout/level-pyramid.ts';
import {
  IMPORTED_PRECISIONS,
  type ImportedPrecision,
} from '../../../../src/core/place/precision.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { madeUp, PERIOD } from '../records/made-up-incidents.ts';

type At = readonly [lon: number, lat: number];

let nextRef = 0;
function indexAt(points: readonly At[], precision: ImportedPrecision, dataset: number): TableIndex {
  const table = incidentTable(
    points.map(([lon, lat], i) => ({
      incident: madeUp({ id: `made-up-${dataset}-${i}`, place: { ...madeUp().place, lon, lat } }),
      span: PERIOD,
    })),
    dataset,
  );
  const code = IMPORTED_PRECISIONS.indexOf(precision);
  const places = { ...table.places, precision: table.places.precision.map(() => code) };
  nextRef += 1_000;
  return new TableIndex({ ...table, places }, nextRef, [], () => undefined, dataset);
}

const merged = (...indexes: readonly TableIndex[]): MergedIndex =>
  new MergedIndex(indexes, new LruCache<LevelPyramid>(4));

const COARSE = [
  [44.01, 36.19],
  [44.02, 36.2],
] as const;
/** Eleven metres apart and more. */
const FINE = Array.from({ length: 40 }, (_, i): At => [34.4501 + 0.0003 * i, 31.5202]);

const viewAt = (index: MergedIndex, zoom: number) =>
  index.view(
    EMPTY_FILTER,
    { zoom, extent: undefined, window: PERIOD, scheme: 'target', selected: undefined },
    UNINTERRUPTED,
  );

describe('the zoom limit of what is on', () => {
  it('is that of a kilometre for our own records, and follows the finest data set', async () => {
    const own = indexAt(COARSE, 'site', 0);
    const strikes = indexAt(FINE, 'unstated', 1);
    expect(await merged(own).zoomLimit(UNINTERRUPTED)).toBe(11);
    expect(await merged(strikes).zoomLimit(UNINTERRUPTED)).toBe(17);
    expect(await merged(own, strikes).zoomLimit(UNINTERRUPTED)).toBe(17);
    const rounded = indexAt(FINE, 'town', 2);
    expect(await merged(rounded).zoomLimit(UNINTERRUPTED)).toBe(11);
    expect(await merged().zoomLimit(UNINTERRUPTED)).toBe(11);
  });

  it('ends the levels there, and on the way every place gets a mark of its own', async () => {
    const own = merged(indexAt(COARSE, 'site', 0));
    expect((await viewAt(own, 15)).zoom).toBe(11);
    const strikes = merged(indexAt(FINE, 'unstated', 1));
    expect((await viewAt(strikes, 11)).marks.length).toBeLessThan(10);
    const closest = await viewAt(strikes, 20);
    expect(closest.zoom).toBe(17);
    expect(closest.marks.length).toBe(FINE.length);
  });
});

describe('the home view of what is on', () => {
  it('leaves out what is absurdly far, and shows an outline as a whole', async () => {
    const index = merged(indexAt([...FINE, [-120, 10]], 'unstated', 1));
    expect((await index.home([], UNINTERRUPTED))?.west).toBeCloseTo(34.4501, 9);
    const outline = { west: 34.1, south: 31.2, east: 34.6, north: 31.7 };
    const home = await index.home([outline], UNINTERRUPTED);
    expect(home?.west).toBeCloseTo(34.1, 9);
    expect(home?.north).toBeCloseTo(31.7, 9);
  });

  it('is that of all data sets together', async () => {
    const home = await merged(indexAt(COARSE, 'site', 0), indexAt(FINE, 'unstated', 1)).home(
      [],
      UNINTERRUPTED,
    );
    expect(home?.west).toBeCloseTo(34.4501, 9);
    expect(home?.east).toBeCloseTo(44.02, 9);
  });
});

describe('places on both sides of the antimeridian', () => {
  const points: readonly At[] = [
    [179.99, -17],
    [-179.99, -17],
  ];

  it('may be in one circle, and in one mark', async () => {
    const parts = new MergedParts([indexAt(points, 'town', 1)]);
    const mark = { markOf: new Uint32Array(2), mark: 0 };
    expect(await isInOneCircle(parts, mark, UNINTERRUPTED)).toBe(true);
    expect(isTornAt(parts, mark, 11)).toBe(false);
    expect(isTornAt(parts, mark, 17)).toBe(true);
    const view = await viewAt(merged(indexAt(points, 'town', 1)), 7);
    expect(view.marks.length).toBe(1);
    expect(Math.abs(view.marks.lon[0] ?? 0)).toBeCloseTo(180, 9);
  });
});
