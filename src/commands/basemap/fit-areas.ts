import {
  booleanPointInPolygon,
  lineString,
  featureCollection,
  pointOnFeature,
  polygonize,
} from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import { linesBetween, type Area, type AreaTopology } from './administrative-areas.ts';
import { LineEnds } from './line-ends.ts';
import { latitudeOf, longitudeOf, projectLine } from './mercator.ts';
import { SegmentIndex } from './segment-index.ts';
import { simplifyLine } from './simplify-line.ts';
import { tieEnds } from './tie-ends.ts';
import { vertexWeights } from './vertex-weights.ts';

export interface FittedArea {
  readonly area: Area;
  readonly polygons: readonly Polygon[];
}

/** Metres between the outlines of a country in two sources. */
const reach = 15_000;

/**
 * Areas of one source inside the outline of their country in another: the lines between the areas are tied to the outline,
 * which is then cut there. What the lines enclose are the areas, so they share every vertex.
 */
export function fitAreas(
  joined: AreaTopology,
  areas: readonly Area[],
  outline: MultiPolygon,
  tolerance: number,
): FittedArea[] {
  const rings = outline.coordinates.flat().map((ring) => Array.from(projectLine(ring)));
  const edges = new SegmentIndex(
    rings.map((xy) => ({ xy })),
    false,
  );
  const lines = linesBetween(joined, areas).map((line) => {
    const xy = projectLine(line);
    return simplifyLine({ xy, weights: vertexWeights(xy, false) }, tolerance);
  });
  const ends = new LineEnds(lines);
  const tied = lines.map((line) => tieEnds(line, [{ segments: edges }], reach, ends.loose(line)));
  const cutRings = rings.map((ring) => withVertices(ring, tied.flatMap(endsOf)));
  const faces = polygonize(featureCollection([...tied, ...cutRings].map(toLineString))).features;
  const outlines = areas.map((area) => ({ area, original: merge(joined, [area]) }));
  return outlines.map(({ area, original }) => ({
    area,
    polygons: faces
      .map(({ geometry }) => geometry)
      .filter((face) => booleanPointInPolygon(pointOnFeature(face), original)),
  }));
}

function endsOf(xy: readonly number[]): number[][] {
  return [xy.slice(0, 2), xy.slice(-2)];
}

/** Adds the points that are on the segments of a ring, up to rounding, as its vertices. */
function withVertices(ring: readonly number[], points: readonly number[][]): number[] {
  const cut: number[] = ring.slice(0, 2);
  for (let index = 2; index < ring.length; index += 2) {
    const [ax = NaN, ay = NaN, bx = NaN, by = NaN] = ring.slice(index - 2, index + 2);
    const length = Math.hypot(bx - ax, by - ay);
    const within = points
      .map(([x = NaN, y = NaN]) => {
        const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length ** 2;
        const across = Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
        return { x, y, along, across };
      })
      .filter(({ along, across }) => along > 0 && along < 1 && across < rounding)
      .sort((a, b) => a.along - b.along);
    for (const { x, y } of within) cut.push(x, y);
    cut.push(bx, by);
  }
  return cut;
}

/** A millimetre in the Mercator square. */
const rounding = 2.5e-11;

function toLineString(xy: readonly number[]) {
  const positions: Position[] = [];
  for (let index = 0; index < xy.length; index += 2) {
    // Rounded, since both ways to project have errors in the last digit.
    positions.push([round(longitudeOf(xy[index] ?? NaN)), round(latitudeOf(xy[index + 1] ?? NaN))]);
  }
  return lineString(positions);
}

function round(degrees: number): number {
  return Number(degrees.toFixed(7));
}
