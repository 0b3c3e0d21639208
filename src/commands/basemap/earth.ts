import type { GeometryCollection, MultiPolygon, Position } from 'geojson';
import Flatbush from 'flatbush';
import { mercatorX, mercatorY } from './mercator.ts';
import { boxOf, ringArea, type Box } from './ring-area.ts';
import { SegmentIndex } from './segment-index.ts';
import { vertexWeights } from './vertex-weights.ts';

/**
 * A shore of land or water. Each ring is drawn as a polygon of its own, in the order of depth: MapLibre drops
 * holes of a polygon after the 500th.
 */
export interface EarthRing {
  readonly xy: Float64Array;
  readonly weights: Float32Array;
  readonly area: number;
  readonly box: Box;
  /** 0 land, 1 a lake, 2 an island in it, 3 a lake on that island… */
  readonly depth: number;
}

interface Outline {
  readonly xy: Float64Array;
  readonly area: number;
  readonly box: Box;
  readonly isHole: boolean;
}

/** Two pixels of zoom 9, where over-zoomed tiles would show no more than a dot. */
const smallestLake = 2 / (2 ** 9 * 512) ** 2;

/** The source is cut at 180° and at the edge of the Mercator square: past these, a cut is outside of every tile. */
const cutLongitude = 179.9999;
const cutLatitude = -85.05;
const pastEdge = 0.05;

export function readEarth(json: string): EarthRing[] {
  const { geometries } = JSON.parse(json) as GeometryCollection<MultiPolygon>;
  const polygons = geometries.flatMap(({ coordinates }) => coordinates);
  const outlines = polygons.flatMap((rings) =>
    rings
      .map((ring, index) => outlineOf(ring, index > 0))
      .filter(({ isHole, area }) => !isHole || area >= smallestLake),
  );
  const depths = depthsOf(outlines);
  return outlines.map(({ xy, area, box }, index) => ({
    xy,
    weights: vertexWeights(xy, true),
    area,
    box,
    depth: depths[index] ?? 0,
  }));
}

function outlineOf(ring: readonly Position[], isHole: boolean): Outline {
  const xy = new Float64Array((ring.length - 1) * 2);
  for (let index = 0; index < ring.length - 1; index++) {
    const [longitude = NaN, latitude = NaN] = ring[index] ?? [];
    xy[2 * index] =
      longitude >= cutLongitude
        ? 1 + pastEdge
        : longitude <= -cutLongitude
          ? -pastEdge
          : mercatorX(longitude);
    xy[2 * index + 1] = latitude <= cutLatitude ? 1 + pastEdge : mercatorY(latitude);
  }
  return { xy, area: Math.abs(ringArea(xy)), box: boxOf(xy), isHole };
}

/** Islands in lakes are polygons of their own in the source, so their depth is the number of lakes around them. */
function depthsOf(outlines: readonly Outline[]): number[] {
  const lakes = outlines.filter(({ isHole }) => isHole);
  const boxes = new Flatbush(lakes.length);
  for (const { box } of lakes) boxes.add(...box);
  boxes.finish();
  const shores = lakes.map(() => undefined as SegmentIndex | undefined);
  const depths: number[] = [];
  let landDepth = 0;
  for (const { xy, area, box, isHole } of outlines) {
    if (!isHole) {
      const around = boxes.search(...box, (index) => {
        const lake = lakes[index];
        if (!lake || lake.area <= area || !holds(lake.box, box)) return false;
        const shore = (shores[index] ??= new SegmentIndex([lake], true));
        return shore.contains(xy[0] ?? NaN, xy[1] ?? NaN);
      });
      landDepth = 2 * around.length;
      depths.push(landDepth);
    } else {
      // Holes follow the outer ring of their polygon.
      depths.push(landDepth + 1);
    }
  }
  return depths;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  );
}
