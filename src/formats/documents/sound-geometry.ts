import type { Geometry } from 'geojson';
import { isObject } from '../geojson/read-json.ts';

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && value.every(isNumber);

const isListOf = (value: unknown, least: number, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length >= least && value.every(isOne);

const isLine = (value: unknown): boolean => isListOf(value, 2, isPosition);

/** A ring that its file leaves open has three positions at least. */
const isPolygon = (value: unknown): boolean =>
  isListOf(value, 1, (ring) => isListOf(ring, 3, isPosition));

function hasSoundCoordinates(type: unknown, coordinates: unknown): boolean {
  switch (type) {
    case 'Point':
      return isPosition(coordinates);
    case 'MultiPoint':
      return isListOf(coordinates, 1, isPosition);
    case 'LineString':
      return isLine(coordinates);
    case 'MultiLineString':
      return isListOf(coordinates, 1, isLine);
    case 'Polygon':
      return isPolygon(coordinates);
    case 'MultiPolygon':
      return isListOf(coordinates, 1, isPolygon);
    default:
      return false;
  }
}

function isSound(value: unknown): boolean {
  if (!isObject(value)) return false;
  return value['type'] === 'GeometryCollection'
    ? isListOf(value['geometries'], 1, isSound)
    : hasSoundCoordinates(value['type'], value['coordinates']);
}

function bare(geometry: Geometry): Geometry {
  return geometry.type === 'GeometryCollection'
    ? { type: geometry.type, geometries: geometry.geometries.map(bare) }
    : ({ type: geometry.type, coordinates: geometry.coordinates } as Geometry);
}

/**
 * A GeoJSON geometry that can be drawn, without foreign members; undefined where any part of it is
 * not one. That it lies on the globe is not asked here.
 */
export const soundGeometry = (value: unknown): Geometry | undefined =>
  isSound(value) ? bare(value as Geometry) : undefined;
