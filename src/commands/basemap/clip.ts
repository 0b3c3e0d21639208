import { bbox, bboxClip } from '@turf/turf';
import type {
  BBox,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';

/** Iraq and its neighbours: what `region.json` holds in detail. West, south, east, north. */
export const regionBox: BBox = [36, 28.5, 53, 40.5];

/** The Kurdistan Region and its surroundings: where small towns are named too. */
export const closeBox: BBox = [41.5, 33.8, 47.5, 38];

const [west, south, east, north] = regionBox;

const boxesAroundRegion: readonly BBox[] = [
  [-180, -90, west, 90],
  [east, -90, 180, 90],
  [west, -90, east, south],
  [west, north, east, 90],
];

type Lines = LineString | MultiLineString;
type Areas = Polygon | MultiPolygon;

export function boxHolds([boxWest, boxSouth, boxEast, boxNorth]: BBox, point: Position): boolean {
  const [longitude = NaN, latitude = NaN] = point;
  return (
    longitude >= boxWest && longitude <= boxEast && latitude >= boxSouth && latitude <= boxNorth
  );
}

export function touchesRegion(geometry: Geometry): boolean {
  const [minLongitude, minLatitude, maxLongitude, maxLatitude] = bbox(geometry);
  return (
    minLongitude <= east && maxLongitude >= west && minLatitude <= north && maxLatitude >= south
  );
}

export function linesInRegion(lines: Lines): MultiLineString {
  return { type: 'MultiLineString', coordinates: linesIn(regionBox, lines) };
}

export function linesOutsideRegion(lines: Lines): MultiLineString {
  return {
    type: 'MultiLineString',
    coordinates: boxesAroundRegion.flatMap((box) => linesIn(box, lines)),
  };
}

export function areasInRegion(areas: Areas): MultiPolygon {
  const clipped = bboxClip(areas, regionBox).geometry;
  if (clipped.type === 'MultiPolygon') return clipped;
  return {
    type: 'MultiPolygon',
    coordinates: clipped.type === 'Polygon' ? [clipped.coordinates] : [],
  };
}

function linesIn(box: BBox, lines: Lines): Position[][] {
  const clipped = bboxClip(lines, box).geometry;
  if (clipped.type === 'LineString') return [clipped.coordinates];
  return clipped.type === 'MultiLineString' ? clipped.coordinates : [];
}
