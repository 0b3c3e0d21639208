import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';

/** A governorate or province, the region, or a country: what a record represents where no finer place is known. */
export type NamedArea = {
  readonly name: string;
  /** Names of what this area is still drawn to hold, such as a younger governorate. */
  readonly also: readonly string[];
  readonly kind: 'governorate' | 'region' | 'country';
  /** WGS 84 degrees. */
  readonly shape: Polygon | MultiPolygon;
  /** Its outline, where that is not the edge of the shape: no outline runs along the antimeridian. */
  readonly outline?: MultiLineString;
};
