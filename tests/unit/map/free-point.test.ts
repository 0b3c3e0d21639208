import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { toMercator } from '../../../src/core/place/mercator.ts';
import { freePoint } from '../../../src/map/free-point.ts';
import type { Box } from '../../../src/map/box.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
};
/** Pixels of the world. */
const PIXELS = 10_000;
const boxAround = (lon: number, lat: number, radius: number): Box => {
  const { x, y } = toMercator(lon, lat);
  return {
    left: x * PIXELS - radius,
    right: x * PIXELS + radius,
    top: y * PIXELS - radius,
    bottom: y * PIXELS + radius,
  };
};
const frame = (west: number, south: number, east: number, north: number): Box => {
  const [start, end] = [toMercator(west, north), toMercator(east, south)];
  return {
    left: start.x * PIXELS,
    right: end.x * PIXELS,
    top: start.y * PIXELS,
    bottom: end.y * PIXELS,
  };
};
const noRoom = { width: 0, height: 0 };

describe('`freePoint`', () => {
  it('is inside the area and away from the marks', () => {
    const point = freePoint(square, [boxAround(2, 2, 100)], noRoom, PIXELS);
    expect(booleanPointInPolygon(point, square)).toBe(true);
    const from = toMercator(2, 2);
    const to = toMercator(...point);
    expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThan(0.015);
  });

  it('is in no hole of the area, and in one of its parts', () => {
    const ring = (west: number, south: number, east: number, north: number): number[][] => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[ring(0, 0, 10, 10), ring(2, 2, 9, 9)], [ring(20, 0, 30, 10)]],
    };
    // Wherever the label is pulled to, what lies there belongs to the area.
    for (const [lon, lat] of [
      [5, 5],
      [15, 5],
      [25, 5],
      [5, 1],
    ] as const) {
      const pull = frame(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1);
      const point = freePoint(shape, [], noRoom, PIXELS, pull);
      expect(booleanPointInPolygon(point, shape), point.join()).toBe(true);
    }
  });

  it('keeps more distance sideways for a wide label', () => {
    const [, lat] = freePoint(square, [boxAround(5, 9, 10)], { width: 200, height: 10 }, PIXELS);
    expect(lat).toBeLessThan(3);
  });

  it('keeps the whole label in the home view if the area overlaps it', () => {
    const label = { width: 40, height: 30 };
    const marks = [boxAround(5, 7, 60)];
    const beyond = freePoint(square, marks, label, PIXELS);
    expect(beyond[1]).toBeLessThan(5);
    const [lon, lat] = freePoint(square, marks, label, PIXELS, frame(0, 5, 10, 10));
    const { x, y } = toMercator(lon, lat);
    const home = frame(0, 5, 10, 10);
    expect(x * PIXELS - 20).toBeGreaterThanOrEqual(home.left);
    expect(x * PIXELS + 20).toBeLessThanOrEqual(home.right);
    expect(y * PIXELS - 15).toBeGreaterThanOrEqual(home.top);
    expect(y * PIXELS + 15).toBeLessThanOrEqual(home.bottom);
  });

  it('is as close to the home view as possible if the area is outside of it', () => {
    const [, lat] = freePoint(square, [], noRoom, PIXELS, frame(0, 12, 10, 20));
    expect(lat).toBeGreaterThan(8);
  });
});
