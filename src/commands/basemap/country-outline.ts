import { featureCollection, intersect, polygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import type { BorderLine } from './border-lines.ts';
import { clipRing } from './clip-path.ts';
import type { EarthRing } from './earth.ts';
import { latitudeOf, longitudeOf } from './mercator.ts';
import { boxOf } from './ring-area.ts';
import { simplifyLine } from './simplify-line.ts';

/** Nothing of a country with one coast is farther from its borders, in the Mercator square. */
const margin = 1e-3;
const fewestVertices = 8;

/**
 * The land of a country that has a single coast: inside its borders, which are joined where they meet and closed at
 * sea, and on land. Simplified as the borders of the tiles are, so that it has their vertices.
 */
export function countryOutline(
  code: string,
  borders: readonly BorderLine[],
  earth: readonly EarthRing[],
  tolerance: number,
): MultiPolygon {
  const lines = borders
    .filter(({ between }) => between.split('-').includes(code))
    .map((line) => simplifyLine(line, tolerance));
  const ring = joinLines(lines);
  const [left, top, right, bottom] = boxOf(ring);
  const land = earth
    .filter(
      ({ depth, box }) =>
        depth === 0 && box[0] < right && box[2] > left && box[1] < bottom && box[3] > top,
    )
    .map((shore) => {
      const strip = clipRing(simplifyLine(shore, tolerance), 0, left - margin, right + margin);
      return clipRing(strip, 1, top - margin, bottom + margin);
    })
    .filter(({ length }) => length >= 6)
    .map((shore) => polygon([closedRing(shore)]));
  const whole = polygon([closedRing(ring)]);
  const parts = land.flatMap((shore) => {
    const part = intersect(featureCollection([whole, shore]))?.geometry;
    const polygons = part?.type === 'Polygon' ? [part.coordinates] : (part?.coordinates ?? []);
    // Reeds and banks in a river of the border are not worth a part of their own.
    return polygons.filter(([outer = []]) => outer.length >= fewestVertices);
  });
  return { type: 'MultiPolygon', coordinates: parts };
}

/** From the end that no other line has, line after line. */
function joinLines(lines: readonly (readonly number[])[]): number[] {
  const left = new Set(lines);
  const isShared = (x: number | undefined, y: number | undefined, line: readonly number[]) =>
    lines.some((other) => other !== line && hasEnd(other, x, y));
  const atSea = lines.find(
    (line) => !isShared(line[0], line[1], line) || !isShared(line.at(-2), line.at(-1), line),
  );
  if (!atSea) throw new Error('The borders of the country have no end at sea.');
  left.delete(atSea);
  const joined = isShared(atSea[0], atSea[1], atSea) ? reversed(atSea) : [...atSea];
  for (;;) {
    const [x, y] = joined.slice(-2);
    const next = [...left].find((line) => hasEnd(line, x, y));
    if (!next) return joined;
    left.delete(next);
    const onward = next[0] === x && next[1] === y ? next : reversed(next);
    joined.push(...onward.slice(2));
  }
}

function hasEnd(line: readonly number[], x: number | undefined, y: number | undefined): boolean {
  return (line[0] === x && line[1] === y) || (line.at(-2) === x && line.at(-1) === y);
}

function reversed(xy: readonly number[]): number[] {
  return toPairs(xy).reverse().flat();
}

function closedRing(xy: readonly number[]): Position[] {
  const ring = toPairs(xy).map(([x = NaN, y = NaN]) => [longitudeOf(x), latitudeOf(y)]);
  return [...ring, ring[0] ?? []];
}

function toPairs(xy: readonly number[]): number[][] {
  return Array.from({ length: xy.length / 2 }, (_, index) => xy.slice(2 * index, 2 * index + 2));
}
