import { describe, expect, it } from 'vitest';
import { MarkCounter } from '../../../src/core/index/mark-counter.ts';
import { radiusOf } from '../../../src/core/layout/mark-radius.ts';
import type { MarkView } from '../../../src/core/index/mark-view.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import type { Incident } from '../../../src/core/records/incident.ts';
import { boundsOf, withMargin } from '../../../src/core/place/bounds.ts';
import { toMercator } from '../../../src/core/place/mercator.ts';
import type { TimeRange } from '../../../src/core/time/time-range.ts';
import { lineBoxes, textBox } from '../../../src/map/label-box.ts';
import { writeNames, type WrittenName } from '../../../src/map/written-names.ts';
import { records, spanOf } from '../../browser/told-by-data.ts';
import { baseMapNames } from '../base-map-names.ts';
import { ALL_ON, viewOf } from '../core/index/views.ts';

const DAY = 24 * 60;
/** Pixels of a line's box that its letters do not fill. */
const MAX_DEPTH = 3.5;
const MINUTE_MILLISECONDS = 60_000;
const [FIRST, DAYS] = [Date.parse('2026-02-28') / MINUTE_MILLISECONDS, 19];

/** The published records and the base map. */
const table = incidentTable(
  records.map((record) => {
    const [from = 0, to = 0] = spanOf(record).map((time) => time / MINUTE_MILLISECONDS);
    return { incident: record as unknown as Incident, span: { from, to } };
  }),
);
const onPoint = records
  .map(({ place }) => place)
  .filter(({ precision }) => !['governorate', 'region'].includes(precision));
const bounds = boundsOf(onPoint);
const home = bounds && withMargin(bounds, 0.12);
if (!home) throw new Error('No published record has a place.');
const names = await baseMapNames(home);

const windows: readonly TimeRange[] = Array.from({ length: DAYS }, (_, day) => [
  { from: FIRST + day * DAY, to: FIRST + (day + 1) * DAY },
  { from: FIRST, to: FIRST + (day + 1) * DAY },
]).flat();

/** The zooms of the home view on phones, wide phones and desktops; a level and half of the way up. */
const ZOOMS = [
  [6, 6.1],
  [6, 6.25],
  [6.5, 6.5],
  [7, 7.2],
  [7.5, 7.7],
] as const;

const written = async (zoom: number, window: TimeRange): Promise<readonly WrittenName[]> =>
  writeNames(names, { view: await viewOf(table, { zoom, window }), home });
const keysAt = async (zoom: number, window: TimeRange): Promise<readonly string[]> =>
  (await written(zoom, window)).flatMap(({ name, isKey }) =>
    isKey ? [String(name.properties?.['name'])] : [],
  );

/** How deep the marks of a window lie in a key name, at a zoom of the level. */
function deepest(view: MarkView, window: TimeRange, zoom: number, keys: readonly WrittenName[]) {
  const pixels = 512 * 2 ** zoom;
  const at = (lon: number, lat: number) => {
    const { x, y } = toMercator(lon, lat);
    return { x: x * pixels, y: y * pixels };
  };
  const { certain, possible } = new MarkCounter(view, []).count(window, ALL_ON).marks;
  const discs = Array.from(view.marks.lon, (lon, mark) => ({
    ...at(lon, view.marks.lat[mark] ?? 0),
    radius: radiusOf((certain[mark] ?? 0) + (possible[mark] ?? 0), view.radiusOfOne),
  })).filter(({ radius }) => radius > 0);
  return keys.map(({ name, lines, anchor, offset }) => {
    const [lon = 0, lat = 0] = name.geometry.coordinates;
    const whole = textBox({ ...at(lon, lat), lines }, anchor, offset);
    const depths = lineBoxes({ lines }, anchor, whole).flatMap((box) =>
      discs.map(({ x, y, radius }) => {
        const dx = Math.max(box.left - x, 0, x - box.right);
        const dy = Math.max(box.top - y, 0, y - box.bottom);
        return radius - Math.hypot(dx, dy);
      }),
    );
    return [String(name.properties?.['name']), Math.max(...depths, 0)] as const;
  });
}

describe('`writeNames` on the published map', () => {
  it('names the key cities of the home view at its zooms, Irbil first', async () => {
    const whole = { from: FIRST, to: FIRST + DAYS * DAY };
    for (const [level] of ZOOMS) {
      const keys = await keysAt(level, whole);
      expect(keys[0]).toBe('Irbil');
      expect(keys).toEqual(expect.arrayContaining(['Sulaymaniyah', 'Kirkuk', 'Mosul', 'Duhok']));
      expect(keys.length).toBeGreaterThanOrEqual(8);
      expect(keys.length).toBeLessThanOrEqual(10);
    }
    expect((await keysAt(7.5, whole)).length).toBe(10);
  });

  it('keeps the key names where they are in every window, one day or cumulative', async () => {
    for (const [level] of ZOOMS) {
      const [first, ...rest] = await Promise.all(
        windows.map(async (window) =>
          (await written(level, window)).map(({ name, anchor, offset, isKey }) => [
            name.properties?.['name'] as unknown,
            anchor,
            offset,
            isKey,
          ]),
        ),
      );
      for (const one of rest) expect(one).toEqual(first);
    }
  });

  it.each([4, 4.5, 5, 5.5, 6, 7])('writes names next to their places: level %d', async (level) => {
    const whole = { from: FIRST, to: FIRST + DAYS * DAY };
    const offsets = (await written(level, whole)).map(({ offset }) => offset);
    expect(Math.max(...offsets)).toBeLessThanOrEqual(66);
  });

  it('writes no key name under a mark in any window', async () => {
    const hidden: unknown[] = [];
    for (const [level, zoom] of ZOOMS)
      for (const window of windows) {
        const view = await viewOf(table, { zoom: level, window });
        const keys = (await written(level, window)).filter(({ isKey }) => isKey);
        for (const [name, depth] of deepest(view, window, zoom, keys))
          if (depth > MAX_DEPTH) hidden.push([zoom, window, name, depth]);
      }
    expect(hidden).toEqual([]);
  });

  it('has no key names without a home view', async () => {
    const view = await viewOf(incidentTable([]), { zoom: 6 });
    const keys = writeNames(names, { view, home: undefined });
    expect(keys.length).toBeLessThanOrEqual(names.length);
    expect(keys.filter(({ isKey }) => isKey)).toEqual([]);
  });
});
