import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/map/box.ts';
import { overlapOf } from '../../../src/map/box.ts';
import { roomyPoint } from '../../../src/map/roomy-point.ts';

/** Ten pixels for each degree, in a frame of 0 to 40° in both directions. */
const project = (lon: number, lat: number) => ({ x: lon * 10, y: 400 - lat * 10 });
const frame = { left: 0, top: 0, right: 400, bottom: 400 };
const size = { width: 80, height: 20 };

const rectangle = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const place = (shape: Polygon, obstacles: readonly Box[] = []) => {
  const point = roomyPoint(shape, size, {
    project,
    seen: [0, 0, 40, 40],
    frame,
    marks: [],
    obstacles,
  });
  return point && ([point.lon, point.lat] as const);
};

const boxAt = ([lon, lat]: readonly [number, number]): Box => {
  const { x, y } = project(lon, lat);
  return { left: x - 40, right: x + 40, top: y - 10, bottom: y + 10 };
};

describe('the point of a label in an area', () => {
  it('is in the middle where nothing is in its way', () => {
    const [lon, lat] = place(rectangle(5, 5, 35, 35)) ?? [];
    expect(lon).toBeCloseTo(20, -0.5);
    expect(lat).toBeCloseTo(20, -0.5);
  });

  it('leaves obstacles free where the area has room', () => {
    const shape = rectangle(5, 5, 35, 35);
    const obstacles = [
      { left: 100, right: 300, top: 100, bottom: 300 },
      { left: 50, right: 350, top: 300, bottom: 350 },
    ];
    const point = place(shape, obstacles);
    expect(point).toBeDefined();
    for (const obstacle of obstacles)
      expect(overlapOf(boxAt(point ?? [20, 20]), obstacle)).toBeLessThanOrEqual(0);
  });

  it('costs least for the label that covers least', () => {
    const shape = rectangle(15, 5, 25, 35);
    const room = { project, seen: [0, 0, 40, 40] as const, frame, marks: [], obstacles: [] };
    const costOf = (width: number, height: number): number =>
      roomyPoint(shape, { width, height }, room)?.cost ?? Infinity;
    expect(costOf(60, 40)).toBeLessThan(costOf(300, 20));
  });

  it('is rather on a name than on the edge of a mark', () => {
    const shape = rectangle(10, 10, 30, 20);
    const half = (left: number, right: number): Box => ({ left, right, top: 190, bottom: 310 });
    const room = { project, seen: [0, 0, 40, 40] as const, frame };
    const sides = [
      { marks: [half(90, 195)], obstacles: [half(195, 310)] },
      { marks: [half(205, 310)], obstacles: [half(90, 205)] },
    ].map((covered) => roomyPoint(shape, { width: 60, height: 20 }, { ...room, ...covered })?.lon);
    expect(sides[0]).toBeGreaterThan(22);
    expect(sides[1]).toBeLessThan(18);
  });

  it('is inside of an area with a hole, where its middle is not', () => {
    const outer = rectangle(5, 5, 35, 35);
    const hole = rectangle(10, 10, 30, 30);
    const ring: Polygon = {
      type: 'Polygon',
      coordinates: [...outer.coordinates, ...hole.coordinates],
    };
    const [lon = 20, lat = 20] = place(ring) ?? [];
    expect(lon > 10 && lon < 30 && lat > 10 && lat < 30).toBe(false);
  });

  it('is in the part of the area that is seen, and none where nothing is seen of it', () => {
    const [lon = 0] = place(rectangle(20, 10, 200, 30)) ?? [];
    expect(lon).toBeGreaterThan(20);
    expect(boxAt([lon, 20]).right).toBeLessThanOrEqual(400);
    expect(place(rectangle(50, 10, 60, 20))).toBeUndefined();
  });
});
