import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { toMercator } from '../../../src/core/place/mercator.ts';
import { freePoint } from '../../../src/map/free-point.ts';

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
const noRoom = { width: 0, height: 0 };

describe('the point for an area’s label', () => {
  it('lies inside the area and away from the marks', () => {
    const mark = { lon: 2, lat: 2, radius: 0.01 };
    const point = freePoint(square, [mark], noRoom);
    expect(booleanPointInPolygon(point, square)).toBe(true);
    const from = toMercator(mark.lon, mark.lat);
    const to = toMercator(...point);
    expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThan(0.015);
  });

  it('keeps more distance sideways for a wide label', () => {
    const marks = [{ lon: 5, lat: 9, radius: 0.001 }];
    const [, lat] = freePoint(square, marks, { width: 0.02, height: 0.001 });
    expect(lat).toBeLessThan(3);
  });
});
