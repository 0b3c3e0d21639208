import type { Meaning, PlaceMeaning } from '../../../core/reading/meaning.ts';
import { readDegrees, readNumber, type Axis } from '../degrees.ts';
import { readQuantity } from '../quantity.ts';
import { placeOfCell, type PairOrder } from '../place-of-cell.ts';
import { isOfScale } from '../place-scale.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';

const LATITUDE = synonyms(
  'latitude lat decimalLatitude geo_lat y ycoord lat_dd latitud breite breitengrad العرض خط_العرض',
  'latitude lat latitud العرض',
);
const LONGITUDE = synonyms(
  'longitude lon long lng decimalLongitude geo_lon x xcoord lon_dd longitud länge längengrad الطول خط_الطول',
  'longitude lon long lng longitud الطول',
);
const PAIR = synonyms(
  'coordinates latlon latlng latlong lat_lon lat_long lat_lng lonlat lnglat location geolocation geo point gps coords position wkt geom_wkt geometry the_geom geom coordonnées coordenadas الإحداثيات',
  'coordinates coords coord latlon latlng gps wkt point coordonnées coordenadas إحداثيات',
);

/** Degrees are written so finely; counts and codes are not. */
const MANY_DECIMALS = /^[+-]?\d{1,3}[.,]\d{3,}/;

const LIMITS: Readonly<Record<Axis, number>> = { latitude: 90, longitude: 360 };

/** 0 where the column cannot be this axis. Values weigh as much as names: NA everywhere is no axis. */
function axisScore(column: ColumnProfile, axis: Axis): number {
  const byName = nameScore(column.name, axis === 'latitude' ? LATITUDE : LONGITUDE);
  if (byName === 0) return 0;
  const fits = shareOfValues(column, (value) => Math.abs(readDegrees(value, axis)) <= LIMITS[axis]);
  const isBare = column.name.whole.length === 1;
  if (fits < 0.5 || (isBare && shareOfValues(column, (value) => /[.,°]/.test(value)) < 0.3))
    return 0;
  return byName + 10 * fits * column.filled;
}

/** `start_lat` belongs to `start_lon`, not to `end_lon`. */
function restOfName({ name }: ColumnProfile, axis: Axis): string {
  const { words } = axis === 'latitude' ? LATITUDE : LONGITUDE;
  const rest = name.words.filter((word) => !words.includes(word) && !['x', 'y'].includes(word));
  return rest.join(' ').replace(/(?:latitude|longitude)$/, '');
}

type Pair = { readonly latitude: ColumnProfile; readonly longitude: ColumnProfile };

function* pairs(columns: readonly ColumnProfile[]): Generator<Pair & { readonly score: number }> {
  const scoredAs = (axis: Axis) =>
    columns.flatMap((column) => {
      const score = axisScore(column, axis);
      return score > 0 ? [{ column, score }] : [];
    });
  const longitudes = scoredAs('longitude');
  for (const { column: latitude, score } of scoredAs('latitude'))
    for (const { column: longitude, score: other } of longitudes) {
      if (latitude === longitude) continue;
      const isKin = restOfName(latitude, 'latitude') === restOfName(longitude, 'longitude');
      yield { latitude, longitude, score: score + other + (isKin ? 4 : 0) };
    }
}

/** Without names: two columns side by side that hold finely written degrees. */
function pairByValues(columns: readonly ColumnProfile[]): Pair | undefined {
  const isFine = (column: ColumnProfile): boolean =>
    column.filled > 0.3 && shareOfValues(column, (value) => MANY_DECIMALS.test(value)) >= 0.8;
  const within = (column: ColumnProfile, limit: number): boolean =>
    shareOfValues(column, (value) => Math.abs(readNumber(value)) <= limit) === 1;
  for (const [at, first] of columns.entries()) {
    const second = columns[at + 1];
    if (!second || !isFine(first) || !isFine(second)) continue;
    if (within(first, 90) && within(second, 180)) return { latitude: first, longitude: second };
    if (within(first, 180) && within(second, 90)) return { latitude: second, longitude: first };
  }
  return undefined;
}

/** A pair that could not be something else, such as a decimal comma between two digits. */
function isPair(value: string): boolean {
  if (!/[.;°(]|,.*,|[NS].*[EW]|[EW].*[NS]/i.test(value)) return false;
  const point = placeOfCell(value, 'latitude-first');
  if (!point) return false;
  const [less = 0, more = 0] = [Math.abs(point.lat), Math.abs(point.lon)].toSorted((a, b) => a - b);
  return less <= 90 && more <= 360;
}

function orderOfPairs(column: ColumnProfile): PairOrder {
  const { whole } = column.name;
  if (/^(?:lonlat|lnglat|longlat|lonlatitude)/.test(whole)) return 'longitude-first';
  const isLatitudeNamed = /^lat(?:lng|lon|itudelon)/.test(whole);
  // A list in brackets is as GeoJSON writes it.
  const isList = shareOfValues(column, (value) => value.startsWith('[')) > 0.5;
  const beyond = (axis: 'lat' | 'lon'): boolean =>
    column.values.some((value) => {
      const point = placeOfCell(value, 'latitude-first');
      return point !== undefined && Math.abs(point[axis]) > 90;
    });
  if (beyond('lat') && !beyond('lon')) return 'longitude-first';
  return isList && !isLatitudeNamed && !beyond('lon') ? 'longitude-first' : 'latitude-first';
}

function pairColumn(columns: readonly ColumnProfile[]): PlaceMeaning | undefined {
  const best = bestBy(columns, (column) => {
    const share = shareOfValues(column, isPair);
    return share >= 0.6 ? 1 + nameScore(column.name, PAIR) + 5 * share * column.filled : 0;
  });
  return best && { kind: 'one', column: best.index, order: orderOfPairs(best) };
}

/** Where the places stand: two columns by name, else one cell with both, else two columns by value. */
export function guessPlace(columns: readonly ColumnProfile[], hasGeometry: boolean): PlaceMeaning {
  if (hasGeometry) return { kind: 'geometry' };
  const two = (pair: Pair | undefined): PlaceMeaning | undefined =>
    pair && { kind: 'two', latitude: pair.latitude.index, longitude: pair.longitude.index };
  return (
    two(bestBy(pairs(columns), ({ score }) => score)) ??
    pairColumn(columns) ??
    two(pairByValues(columns)) ?? { kind: 'none' }
  );
}

const METERS = synonyms(
  'coordinateUncertaintyInMeters coordinate_uncertainty uncertainty_m uncertainty_meters accuracy_m accuracy_meters radius_m accuracy uncertainty',
);
const WORDS = synonyms(
  'place_precision location_precision geo_precision geoprecision geolocation_accuracy location_accuracy precision accuracy geo_accuracy geocode_precision',
  'precision accuracy',
);

/** Small whole numbers under such a name are somebody's codes, not metres. */
const isMeters = (column: ColumnProfile): boolean =>
  shareOfValues(column, (value) => readQuantity(value, undefined).value >= 0) > 0.8 &&
  (/m(?:et(?:er|re)s?)?$/.test(column.name.whole) ||
    column.values.some((value) => readQuantity(value, undefined).value > 10));

/** The column that says how finely places are known, where its scale is one that we know. */
export function guessPlacePrecision(columns: readonly ColumnProfile[]): Meaning['placePrecision'] {
  const named = (name: string): ColumnProfile | undefined =>
    columns.find(({ name: { whole } }) => whole === name);
  const acled = named('geoprecision');
  if (acled && shareOfValues(acled, (value) => isOfScale('acled', value)) === 1)
    return { column: acled.index, scale: 'acled' };
  const ucdp = named('whereprec');
  if (ucdp && shareOfValues(ucdp, (value) => isOfScale('ucdp', value)) > 0.8)
    return { column: ucdp.index, scale: 'ucdp' };
  const meters = bestBy(columns, (column) =>
    isMeters(column) ? nameScore(column.name, METERS) : 0,
  );
  if (meters) return { column: meters.index, scale: 'meters' };
  for (const scale of ['codebook', 'airwars'] as const) {
    const words = bestBy(columns, (column) =>
      shareOfValues(column, (value) => isOfScale(scale, value)) >= 0.6
        ? nameScore(column.name, WORDS)
        : 0,
    );
    if (words) return { column: words.index, scale };
  }
  return undefined;
}
