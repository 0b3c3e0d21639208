/** How precisely the sources know a place, from the most to the least precise. */
export const PLACE_PRECISIONS = ['site', 'town', 'district', 'governorate', 'region'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

export type Place = {
  readonly name: string;
  readonly district: string | null;
  readonly governorate: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  readonly basis: 'stated' | 'inferred';
  readonly note: string | null;
};

/** True where the sources know an area and not a point: such a record never gets a pin. */
export const isArea = (precision: string): boolean =>
  precision === 'governorate' || precision === 'region' || precision === 'country';

/** Radius of the halo of a point's precision, in metres (codebook, `place.precision`). */
export const PRECISION_RADIUS_METERS = { site: 1_500, town: 5_000, district: 20_000 } as const;
