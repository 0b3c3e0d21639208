import type { FeatureCollection, Point } from 'geojson';

export type PlaceNames = FeatureCollection<Point>;

const isNamedPoint = (feature: unknown): boolean => {
  const { geometry, properties } = (feature ?? {}) as Partial<PlaceNames['features'][number]>;
  const [lon, lat] = geometry?.coordinates ?? [];
  return Number.isFinite(lon) && Number.isFinite(lat) && typeof properties?.['name'] === 'string';
};

/** Reads a file of place names; undefined when it is none. */
export function readPlaceNames(text: string): PlaceNames | undefined {
  try {
    const names = JSON.parse(text) as Partial<PlaceNames>;
    const isSound = Array.isArray(names.features) && names.features.every(isNamedPoint);
    return isSound ? (names as PlaceNames) : undefined;
  } catch {
    return undefined;
  }
}
