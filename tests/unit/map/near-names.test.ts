import { filterOf } from '../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { MarkCounter } from '../../../src/core/index/mark-counter.ts';
import { boundsOf, withMargin } from '../../../src/core/place/bounds.ts';
import { toMercator, WORLD_PIXELS } from '../../../src/core/place/mercator.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { lineBoxes, textBox } from '../../../src/map/label-box.ts';
import { discsOf, nearNames } from '../../../src/map/near-names.ts';
import { writeNames, type WrittenName } from '../../../src/map/written-names.ts';
import { ALL_ON, LOOKS_OF_TARGETS, modelOfView, viewOf } from '../core/index/views.ts';
import { baseMapNames } from '../base-map-names.ts';
import { DATASET, RECORDS } from '../published-records.ts';

const table = incidentTable(RECORDS, 0, DATASET);
const bounds = boundsOf(
  RECORDS.flatMap(({ incident: { place } }) =>
    ['governorate', 'region'].includes(place.precision) ? [] : [place],
  ),
);
const home = bounds && withMargin(bounds, 0.12);
if (!home) throw new Error('No published record has a place.');
const names = await baseMapNames(home);
const start = minuteOf(2026, 2, 28);
const WHOLE = { from: start, to: start + 19 * DAY };
const days = Array.from({ length: 19 }, (_, day) => ({
  from: start + day * DAY,
  to: start + (day + 1) * DAY,
}));
const base = await modelOfView(table, WHOLE);

async function namesIn(zoom: number, window: typeof WHOLE, isDeaths = false) {
  const filter = filterOf({ only: isDeaths ? ['deaths'] : [] });
  const view = await viewOf(table, { zoom, window }, filter);
  const shapes = { ...base.shapes, view, home };
  const counts = {
    ...base.counts,
    ...new MarkCounter(view, LOOKS_OF_TARGETS).count(window, ALL_ON),
  };
  const written = writeNames(names, shapes);
  return {
    written,
    near: nearNames(written, { shapes, counts }),
    discs: discsOf({ shapes, counts }),
    zoom,
  };
}
type Written = Awaited<ReturnType<typeof namesIn>>;

/** Pixels from a name to its place or the mark on it, and to the nearest other mark. */
function gapsOf({ name, lines, anchor, offset }: WrittenName, { discs, zoom }: Written) {
  const [lon = 0, lat = 0] = name.geometry.coordinates;
  const at = toMercator(lon, lat);
  const [x, y] = [at.x * WORLD_PIXELS * 2 ** zoom, at.y * WORLD_PIXELS * 2 ** zoom];
  const boxes = lineBoxes({ lines }, anchor, textBox({ x, y, lines }, anchor, offset));
  const to = (px: number, py: number, radius: number) =>
    Math.min(
      ...boxes.map((box) =>
        Math.hypot(
          Math.max(box.left - px, 0, px - box.right),
          Math.max(box.top - py, 0, py - box.bottom),
        ),
      ),
    ) - radius;
  const own = discs.find((disc) => Math.hypot(disc.x - x, disc.y - y) < disc.radius);
  const others = discs.filter((disc) => disc !== own);
  return {
    own: own ? to(own.x, own.y, own.radius) : to(x, y, 0),
    other: Math.min(...others.map((disc) => to(disc.x, disc.y, disc.radius))),
  };
}

const misread = (from: 'written' | 'near', all: Written): readonly string[] =>
  all[from].flatMap((one) => {
    if (one.anchor === 'center') return [];
    const { own, other } = gapsOf(one, all);
    return own > 26.001 || (own > 7.001 && other < own)
      ? [String(one.name.properties?.['name'])]
      : [];
  });
const namesOf = (written: readonly WrittenName[]) =>
  written.map(({ name }) => String(name.properties?.['name']));

describe('`nearNames` on the published map', () => {
  it('writes no name far from its place, or nearer to the mark of another, in any window', async () => {
    let before = 0;
    for (const zoom of [5.5, 6, 7])
      for (const all of [
        await namesIn(zoom, WHOLE, true),
        ...(await Promise.all([WHOLE, ...days].map((window) => namesIn(zoom, window)))),
      ]) {
        before += misread('written', all).length;
        expect(misread('near', all)).toEqual([]);
      }
    expect(before).toBeGreaterThan(10);
  });

  it('moves a name rather than to lose it, and leaves the others alone', async () => {
    const all = await namesIn(6, days[5] ?? WHOLE);
    const moved = misread('written', all);
    expect(namesOf(all.near)).toEqual(
      expect.arrayContaining(namesOf(all.written.filter(({ isKey }) => isKey))),
    );
    for (const one of all.written)
      if (!moved.includes(String(one.name.properties?.['name']))) expect(all.near).toContain(one);
  });
});
