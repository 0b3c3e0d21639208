import { PLACE_PRECISIONS, PRECISION_RADIUS_METERS } from './place.ts';

/**
 * How finely a place is known, by the codebook or by a file. Besides the codebook's classes: `spot` is
 * within 15 m of a point, `block` within 150 m, `near` within 25 km, `wide` within 150 km; `unstated` is a
 * point whose precision nobody gives; of `country` nothing finer is known. Codes are positions: new classes are added
 * at the end, and those before `unstated` are no finer than a kilometre.
 */
export const IMPORTED_PRECISIONS = [
  ...PLACE_PRECISIONS,
  'near',
  'wide',
  'unstated',
  'country',
  'spot',
  'block',
] as const;
export type ImportedPrecision = (typeof IMPORTED_PRECISIONS)[number];

/** Radius of the circle in which the true place lies; undefined where none can be drawn. */
export function radiusMetersOf(precision: ImportedPrecision): number | undefined {
  switch (precision) {
    case 'site':
    case 'town':
    case 'district':
      return PRECISION_RADIUS_METERS[precision];
    case 'spot':
      return 15;
    case 'block':
      return 150;
    case 'near':
      return 25_000;
    case 'wide':
      return 150_000;
    case 'governorate':
    case 'region':
    case 'country':
    case 'unstated':
      return undefined;
  }
}

/** A place as any record has it. WGS 84 degrees. */
export type KnownPlace = {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: ImportedPrecision;
};
