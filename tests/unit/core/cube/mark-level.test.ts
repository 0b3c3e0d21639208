import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IncidentIndex } from '../../../../src/core/cube/incident-index.ts';
import { levelOf, markLevel, placedFor } from '../../../../src/core/cube/mark-level.ts';
import { markRadius } from '../../../../src/core/cube/mark-radius.ts';
import { allRows, incidentTable } from '../../../../src/core/incident/incident-table.ts';
import { toMercator, WORLD_PIXELS } from '../../../../src/core/place/mercator.ts';
import { readIncidentCollection } from '../../../../src/formats/geojson/read-incidents.ts';
import { madeUp, PERIOD } from '../made-up-incidents.ts';

const file = new URL('../../../../geodata/incidents.geojson', import.meta.url);
const read = readIncidentCollection('incidents.geojson', readFileSync(file, 'utf8'), 180);
if (read.kind === 'failed') throw new Error('The shipped data cannot be read.');
const shipped = incidentTable(read.value.records);
const index = new IncidentIndex(shipped, allRows(shipped));

const ZOOMS = [4, 5, 6, 6.5, 7, 7.3, 7.5, 8, 9, 10, 11, 12.5];

describe('the marks of the shipped data', () => {
  it.each(ZOOMS)('stand apart at zoom %d, even when all of the period is shown', (zoom) => {
    const { marks } = index.marksAt(zoom);
    const pixels = WORLD_PIXELS * 2 ** zoom;
    for (const a of marks) {
      for (const b of marks.slice(a.id + 1)) {
        const from = toMercator(a.lon, a.lat);
        const to = toMercator(b.lon, b.lat);
        const distance = Math.hypot(from.x - to.x, from.y - to.y) * pixels;
        const radii =
          markRadius(a.rows.length, levelOf(zoom)) + markRadius(b.rows.length, levelOf(zoom));
        // The mean of longitudes and the mean on the map differ by less than a pixel.
        expect(distance).toBeGreaterThan(radii - 1);
      }
    }
  });

  it('split as the map comes closer and never join again', () => {
    const counts = [4, 6, 8, 10, 12].map((zoom) => index.marksAt(zoom).marks.length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });

  it('stand at the mean of what they hold', () => {
    for (const mark of index.marksAt(7).marks) {
      const mean = (column: Float64Array): number =>
        mark.rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / mark.rows.length;
      expect(mark.lon).toBeCloseTo(mean(shipped.lon), 10);
      expect(mark.lat).toBeCloseTo(mean(shipped.lat), 10);
    }
  });
});

describe('a mark', () => {
  it('has an area in proportion to its count', () => {
    expect(markRadius(20, 7) ** 2 / markRadius(5, 7) ** 2).toBeCloseTo(4, 10);
  });

  it('stacks its layers in the order of the legend, what hit in the middle of each', () => {
    const table = incidentTable(
      (['struck', 'intercepted', 'unknown', 'halted'] as const).flatMap((effect) =>
        (['civilian', 'us-military'] as const).map((target) => ({
          incident: madeUp({ id: `${effect}-${target}`, effect, target }),
          span: PERIOD,
        })),
      ),
    );
    const { rings } = markLevel(table, allRows(table), 7);
    expect(rings.map(({ target, form }) => [target, form])).toEqual([
      [0, 1],
      [0, 3],
      [0, 0],
      [4, 1],
      [4, 3],
      [4, 0],
    ]);
  });

  it('stays one mark for records on one point, however close the view', () => {
    const table = incidentTable(
      ['a', 'b', 'c'].map((id) => ({ incident: madeUp({ id }), span: PERIOD })),
    );
    expect(markLevel(table, allRows(table), 20).marks).toHaveLength(1);
  });

  it('stands on the one place that a window leaves of it, and goes back when all is shown', () => {
    const at = (id: string, lon: number, span: typeof PERIOD) => ({
      incident: madeUp({ id, place: { ...madeUp().place, lon } }),
      span,
    });
    const later = { from: PERIOD.to, to: PERIOD.to + 10 };
    const table = incidentTable([at('a', 44, PERIOD), at('b', 44.02, later)]);
    const level = markLevel(table, allRows(table), 6);
    expect(level.marks).toHaveLength(1);
    expect(level.marks[0]?.lon).toBeCloseTo(44.01, 10);
    expect(placedFor(table, level, PERIOD).marks.map(({ lon }) => lon)).toEqual([44]);
    expect(placedFor(table, level, later).marks.map(({ lon }) => lon)).toEqual([44.02]);
    expect(placedFor(table, level, { from: PERIOD.from, to: later.to })).toBe(level);
    expect(placedFor(table, level, { from: 0, to: 1 })).toBe(level);
  });
});
