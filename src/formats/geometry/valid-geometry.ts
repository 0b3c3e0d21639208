import type { Geometry } from 'geojson';
import { readGeometry } from './read-geometry.ts';

/** A GeoJSON geometry as far as it can be drawn; undefined where nothing of it can. */
export const validGeometry = (value: unknown): Geometry | undefined => readGeometry(value).geometry;
