import type { PlacePrecisionScale } from '../../core/mapping/column-mapping.ts';
import { IMPORTED_PRECISIONS, type ImportedPrecision } from '../../core/place/precision.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import { readNumber } from './degrees.ts';
import { readQuantity, type DecimalSign } from './quantity.ts';

/** A place that is only known to a country or to the high seas: nothing to draw. */
export type ReadPrecision = ImportedPrecision | 'too-coarse';

type Codes = ReadonlyMap<string, ReadPrecision>;

const codes = (of: Readonly<Record<string, ReadPrecision>>): Codes => new Map(Object.entries(of));

/** ACLED codebook, `geo_precision`: 1 is a town's own coordinates, 2 a place near a town, 3 a region. */
const ACLED = codes({ 1: 'town', 2: 'near', 3: 'governorate' });

/** UCDP GED codebook, `where_prec`: 5 is a line or an area, 6 a country, 7 international waters. */
const UCDP = codes({
  1: 'site',
  2: 'near',
  3: 'district',
  4: 'governorate',
  5: 'wide',
  6: 'too-coarse',
  7: 'too-coarse',
});

/** GDELT codebook, `ActionGeo_Type`: 0 none, 1 country, 2 and 5 first-level divisions, 3 and 4 cities. */
const GDELT = codes({
  0: 'unstated',
  1: 'too-coarse',
  2: 'governorate',
  3: 'town',
  4: 'town',
  5: 'governorate',
});

const CODEBOOK = codes({
  ...Object.fromEntries(IMPORTED_PRECISIONS.map((precision) => [precision, precision] as const)),
  country: 'too-coarse',
});

/** Airwars' words, and what other files say in their place; of two classes the coarser one. */
const AIRWARS = codes({
  exact: 'site',
  'exact location': 'site',
  'within 1m': 'site',
  'within 1 m': 'site',
  'within 100m': 'site',
  'within 100 m': 'site',
  'within 1m via coalition': 'site',
  'within 100m via coalition': 'site',
  street: 'site',
  building: 'site',
  'nearby landmark': 'town',
  neighbourhood: 'town',
  neighborhood: 'town',
  'neighbourhood area': 'town',
  'neighborhood area': 'town',
  village: 'town',
  town: 'town',
  city: 'town',
  settlement: 'town',
  subdistrict: 'district',
  'sub district': 'district',
  district: 'district',
  adm2: 'district',
  admin2: 'district',
  province: 'governorate',
  governorate: 'governorate',
  'province governorate': 'governorate',
  adm1: 'governorate',
  admin1: 'governorate',
  country: 'too-coarse',
  adm0: 'too-coarse',
});

/** The smallest class that is not finer than the stated distance. */
const METERS: readonly (readonly [atMost: number, precision: ImportedPrecision])[] = [
  [1_500, 'site'],
  [5_000, 'town'],
  [20_000, 'district'],
  [25_000, 'near'],
  [150_000, 'wide'],
];

/** A distance of 0 is how programs write that there is none; one below is no distance. */
function ofMeters(text: string, sign: DecimalSign | undefined): ReadPrecision | undefined {
  const meters = readQuantity(text, sign).value;
  if (meters === 0) return 'unstated';
  if (!(meters > 0)) return undefined;
  return METERS.find(([atMost]) => meters <= atMost)?.[1] ?? 'too-coarse';
}

/** Spread sheets write 1 as 1.0. */
const ofCode = (scale: Codes, text: string): ReadPrecision | undefined =>
  scale.get(text) ?? (text.includes('.') ? scale.get(String(readNumber(text))) : undefined);

const ofWord = (scale: Codes, text: string): ReadPrecision | undefined => {
  const word = text.toLowerCase();
  return scale.get(word) ?? scale.get(word.replace(/[^\p{L}\d]+/gu, ' ').trim());
};

function classOf(
  scale: PlacePrecisionScale,
  text: string,
  sign: DecimalSign | undefined,
): ReadPrecision | undefined {
  switch (scale) {
    case 'acled':
      return ofCode(ACLED, text);
    case 'ucdp':
      return ofCode(UCDP, text);
    case 'gdelt':
      return ofCode(GDELT, text);
    case 'airwars':
      return ofWord(AIRWARS, text);
    case 'codebook':
      return ofWord(CODEBOOK, text);
    case 'meters':
      return ofMeters(text, sign);
    default:
      return assertNever(scale);
  }
}

/**
 * What a cell of a scale says of the place; `unstated` for a code that the scale does not have. `sign`:
 * how the file writes decimals.
 */
export const precisionOf = (
  scale: PlacePrecisionScale,
  text: string,
  sign?: DecimalSign,
): ReadPrecision => (text.length > 40 ? undefined : classOf(scale, text, sign)) ?? 'unstated';

/** True for a text that the scale knows. */
export const isOfScale = (scale: PlacePrecisionScale, text: string, sign?: DecimalSign): boolean =>
  text.length <= 40 && classOf(scale, text, sign) !== undefined;
