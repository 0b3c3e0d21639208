import { writeFileSync } from 'node:fs';
import type { Feature, Geometry, Position } from 'geojson';

export type MapFeature = Feature<Geometry, Readonly<Record<string, unknown>>>;

/** One feature a line, so that a rebuilt file shows in a diff what changed. */
export function writeFeatures(path: string, features: readonly MapFeature[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

export function mapFeature(
  properties: Readonly<Record<string, unknown>>,
  geometry: Geometry,
  decimals: number,
): MapFeature {
  return { type: 'Feature', properties, geometry: rounded(geometry, decimals) };
}

function rounded(geometry: Geometry, decimals: number): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: roundedPosition(geometry.coordinates, decimals) };
    case 'MultiPoint':
      return { ...geometry, coordinates: roundedLine(geometry.coordinates, decimals) };
    case 'LineString':
      return { ...geometry, coordinates: roundedLine(geometry.coordinates, decimals) };
    case 'MultiLineString':
      return { ...geometry, coordinates: roundedLines(geometry.coordinates, decimals, 2) };
    case 'Polygon':
      return { ...geometry, coordinates: roundedLines(geometry.coordinates, decimals, 4) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates
          .map((polygon) => roundedLines(polygon, decimals, 4))
          .filter((polygon) => polygon.length > 0),
      };
    case 'GeometryCollection':
      return {
        ...geometry,
        geometries: geometry.geometries.map((member) => rounded(member, decimals)),
      };
  }
}

/** Drops lines and rings that have too few points after rounding. */
function roundedLines(lines: Position[][], decimals: number, fewest: number): Position[][] {
  return lines.map((line) => roundedLine(line, decimals)).filter((line) => line.length >= fewest);
}

function roundedLine(line: Position[], decimals: number): Position[] {
  const kept: Position[] = [];
  for (const position of line) {
    const point = roundedPosition(position, decimals);
    const last = kept.at(-1);
    if (last?.[0] !== point[0] || last?.[1] !== point[1]) kept.push(point);
  }
  return kept;
}

function roundedPosition(position: Position, decimals: number): Position {
  return position.map((ordinate) => Number(ordinate.toFixed(decimals)));
}
