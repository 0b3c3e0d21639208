/** Every place is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NO_AREA, type PlaceTable } from '../../../../src/core/place/place-table.ts';
import { suspiciousPlaces } from '../../../../src/formats/import/suspicions.ts';
import { alwaysDue } from '../../always-due.ts';

const UNSTATED = 3;

type Point = readonly [lon: number, lat: number];

/** A row at each point; places that share a point are several. */
function tableOf(points: readonly Point[], precision: number = UNSTATED) {
  const places = {
    length: points.length,
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
    precision: new Uint8Array(points.length).fill(precision),
    area: new Uint16Array(points.length).fill(NO_AREA),
    areas: [],
  } as unknown as PlaceTable;
  return { length: points.length, place: Uint32Array.from(points, (_, at) => at), places };
}

const flagged = (flags: Uint8Array): number[] =>
  [...flags].flatMap((flag, at) => (flag === 1 ? [at] : []));

describe('suspicious places', () => {
  it('are crowded exactly if a count by position says so', async () => {
    const position = fc.tuple(fc.constantFrom(44, 44.1, -0, 0), fc.constantFrom(36, 36.1, 0, -0));
    await fc.assert(
      fc.asyncProperty(fc.array(position, { minLength: 20, maxLength: 300 }), async (points) => {
        const { crowded } = await suspiciousPlaces(tableOf(points), UNSTATED, UNINTERRUPTED);
        const counts = new Map<string, number>();
        const key = (point: Point): string => point.map(String).join(' ');
        for (const point of points) counts.set(key(point), (counts.get(key(point)) ?? 0) + 1);
        const limit = Math.max(30, points.length / 10);
        expect(flagged(crowded)).toEqual(
          points.flatMap((point, at) => ((counts.get(key(point)) ?? 0) >= limit ? [at] : [])),
        );
      }),
    );
  });

  it('are not crowded if their precision is stated', async () => {
    const points = Array.from({ length: 60 }, (): Point => [44, 36]);
    const { crowded } = await suspiciousPlaces(tableOf(points, 0), UNSTATED, UNINTERRUPTED);
    expect(flagged(crowded)).toEqual([]);
  });

  it('are far outside in a large file as well, whose centre is from a sample', async () => {
    const near = Array.from({ length: 100_000 }, (_, i): Point => [
      44 + (i % 97) / 97,
      36 + (i % 89) / 89,
    ]);
    const points = [...near, [-44, -36] as const];
    let yieldPoints = 0;
    const task = alwaysDue(() => yieldPoints++);
    const { far } = await suspiciousPlaces(tableOf(points), UNSTATED, task);
    expect(flagged(far)).toEqual([100_000]);
    expect(yieldPoints).toBeGreaterThan(5);
  });
});
