import { filterOf } from '../../../src/core/filters/filter.ts';
import { describe, expect, it } from 'vitest';
import { radiusOf } from '../../../src/core/layout/mark-radius.ts';
import { formOf, lozengeOf, lozengeReach } from '../../../src/core/model/mark-shape.ts';
import { toMercator, WORLD_PIXELS } from '../../../src/core/place/mercator.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { lozengeSide, type PlacedMarks } from '../../../src/map/marks/lozenge-side.ts';
import { viewOf } from '../core/index/views.ts';
import { DATASET, RECORDS } from '../published-records.ts';

const at = (places: readonly (readonly [x: number, y: number])[]): PlacedMarks => ({
  length: places.length,
  x: Float32Array.from(places, ([x]) => x),
  y: Float32Array.from(places, ([, y]) => y),
  count: new Uint32Array(places.length).fill(1),
  radiusOfOne: 5.5,
});
const lozenge = lozengeOf('filled', 5.5);

describe('`lozengeSide`', () => {
  it('is the right, but not where a mark is in the way there only', () => {
    const own = [0, 0] as const;
    expect(lozengeSide(0, lozenge, at([own]))).toBe(1);
    expect(lozengeSide(0, lozenge, at([own, [12, -6]]))).toBe(-1);
    expect(lozengeSide(0, lozenge, at([own, [-12, -6]]))).toBe(1);
    // As much in the way on both sides.
    expect(lozengeSide(0, lozenge, at([own, [12, -6], [-12, -6]]))).toBe(1);
  });

  it('covers no other mark of the published data, at any zoom, with all of them or those with deaths', async () => {
    const table = incidentTable(RECORDS, 0, DATASET);
    const bitten: string[] = [];
    for (const only of [new Set<never>(), new Set(['deaths' as const])])
      for (let zoom = 5; zoom <= 11; zoom += 0.5) {
        const view = await viewOf(table, { zoom }, filterOf({ only }));
        const { length, lon, lat, count } = view.marks;
        const pixels = WORLD_PIXELS * 2 ** zoom;
        const points = Array.from(lon, (east, mark) => toMercator(east, lat[mark] ?? 0));
        const marks = {
          length,
          x: Float32Array.from(points, ({ x }) => (x - 0.6) * pixels),
          y: Float32Array.from(points, ({ y }) => (y - 0.4) * pixels),
          count,
          radiusOfOne: view.radiusOfOne,
        };
        const deadly = new Set(
          Array.from(view.groups.deaths.keys()).flatMap((group) => {
            const mark = view.marks.groups.findLastIndex((first) => first <= group);
            return view.groups.deaths[group] === 0 ? [] : [mark];
          }),
        );
        for (const mark of deadly) {
          const radius = radiusOf(count[mark] ?? 0, view.radiusOfOne);
          const own = lozengeOf(formOf(count[mark] ?? 0, 0), radius);
          const side = lozengeSide(mark, own, marks);
          for (let other = 0; other < length; other++) {
            const distance = Math.hypot(
              (marks.x[other] ?? 0) - (marks.x[mark] ?? 0) - side * own.at,
              (marks.y[other] ?? 0) - (marks.y[mark] ?? 0) + own.at,
            );
            const gap = distance - radiusOf(count[other] ?? 0, view.radiusOfOne);
            if (other !== mark && gap < lozengeReach(own.half))
              bitten.push(`${only.size} ${zoom} ${mark}-${other}: ${gap - lozengeReach(own.half)}`);
          }
        }
      }
    expect(bitten).toEqual([]);
  });
});
