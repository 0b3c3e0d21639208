import { wktToGeoJSON } from 'betterknown';
import type { Geometry } from 'geojson';
import { validGeometry } from './valid-geometry.ts';

const WKT =
  /^(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b|^(?:SRID=\d+;)?\s*GEOMETRYCOLLECTION\b/i;
const GEOJSON = /^\{\s*"(?:type|coordinates|geometries|geometry|crs|bbox)"/;

/** True for a text that begins as a geometry does. */
export const looksLikeGeometry = (text: string): boolean => WKT.test(text) || GEOJSON.test(text);

/**
 * The geometry that a cell writes, as WKT, EWKT of WGS 84, GeoJSON or a GeoJSON Feature; null for an
 * empty one and for anything else. Coordinates are longitude first, as both standards have them.
 */
export function writtenGeometry(text: string): Geometry | null {
  try {
    if (WKT.test(text)) return validGeometry(wktToGeoJSON(text)) ?? null;
    if (!GEOJSON.test(text)) return null;
    const value = JSON.parse(text) as { readonly type?: unknown; readonly geometry?: unknown };
    return validGeometry(value.type === 'Feature' ? value.geometry : value) ?? null;
  } catch {
    // No WKT after all, or in coordinates of another system: the row is noted as one without a place.
    return null;
  }
}
