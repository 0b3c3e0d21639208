import type { ColumnMapping, PlaceMapping } from '../../core/mapping/column-mapping.ts';
import { readDegrees, readNumber, type Axis } from '../mapping/degrees.ts';
import { readQuantity } from '../../core/text/quantity.ts';
import { placeOfCell, type PairOrder } from '../mapping/place-of-cell.ts';
import { isOfScale } from '../mapping/place-scale.ts';
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

/** Where a person or a device is, not what is reported. */
const ELSEWHERE = synonyms(
  '',
  'interviewer enumerator reporter respondent observer surveyor collector device user author phone office home residence birth headquarters hq hospital submission submitted geopoint startgeopoint',
);
const INCIDENT = synonyms(
  '',
  'incident event attack strike accident crash occurrence offence offense scene explosion evento incidente hecho vorfall olay الحادث حادث',
);

/** Points for where the named place is: an incident's beats one of no name, which beats a reporter's. */
function placeRole({ name, raw }: ColumnProfile): number {
  if (nameScore(name, INCIDENT) > 0) return 3;
  // KoboToolbox puts the place of the device in a column of its own.
  const isDevice = nameScore(name, ELSEWHERE) > 0 || /^_geolocation\b/.test(raw);
  return isDevice ? -12 : 0;
}

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
  return Math.max(0.1, byName + 10 * fits * column.filled + placeRole(column));
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
  if (!/[.;°(]|,[^,\n\r]*,|[NS][^NS\n\r]*[EW]|[EW][^EW\n\r]*[NS]/i.test(value)) return false;
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

function pairColumn(columns: readonly ColumnProfile[]): PlaceMapping | undefined {
  const best = bestBy(columns, (column) => {
    const share = shareOfValues(column, isPair);
    if (share < 0.6) return 0;
    const points = 1 + nameScore(column.name, PAIR) + 5 * share * column.filled;
    return Math.max(0.1, points + placeRole(column));
  });
  return best && { kind: 'one', column: best.index, order: orderOfPairs(best) };
}

/** As a table of metres on a map's grid names its columns. */
const NORTHING = synonyms('northing northings utm_n utm_y', 'northing');
const EASTING = synonyms('easting eastings utm_e utm_x', 'easting');

/** Names that are nothing else, so that they count whatever their cells hold; `long` may be an adjective. */
const SURELY = /^(?:geo)?(?:lat|latitude|latitud|lon|lng|longitude|longitud)(?:dd)?$/;
const SURELY_PAIR = /^(?:coordinates|coordenadas|coordonnees|latlon|latlng|latlong|lonlat|lnglat)$/;

/**
 * Columns that are named as coordinates, although their values are none: rows that say so are better
 * than rows without a place. One letter is no name, unless its numbers are too large for anything else.
 */
function unreadPlace(columns: readonly ColumnProfile[]): PlaceMapping | undefined {
  const find = (names: typeof LATITUDE, grid: typeof LATITUDE): ColumnProfile | undefined =>
    bestBy(columns, (column) => {
      const isSure = SURELY.test(column.name.whole);
      if (column.filled === 0) return 0;
      if (!isSure && !column.values.some((value) => /\p{Nd}/u.test(value))) return 0;
      const isBare = column.name.whole.length === 1;
      const isLarge = (value: string): boolean => Math.abs(readNumber(value)) > 360;
      if (isBare && shareOfValues(column, isLarge) < 0.8) return 0;
      const byName = nameScore(column.name, names) || nameScore(column.name, grid);
      return byName === 0 ? 0 : Math.max(0.1, byName + placeRole(column));
    });
  const [latitude, longitude] = [find(LATITUDE, NORTHING), find(LONGITUDE, EASTING)];
  if (latitude && longitude && latitude !== longitude)
    return { kind: 'two', latitude: latitude.index, longitude: longitude.index };
  const pair = bestBy(columns, (column) => {
    const { whole } = column.name;
    if (SURELY_PAIR.test(whole)) return column.filled;
    if (!/coord|latl|lonlat|lnglat|^gps|wkt|إحداثيات|الاحداثيات/.test(whole)) return 0;
    return shareOfValues(column, (value) => /\p{Nd}/u.test(value)) >= 0.5 ? column.filled : 0;
  });
  return pair && { kind: 'one', column: pair.index, order: 'latitude-first' };
}

/** Where the places are: two columns by name, else one cell with both, else two columns by value. */
export function guessPlace(columns: readonly ColumnProfile[], hasGeometry: boolean): PlaceMapping {
  if (hasGeometry) return { kind: 'geometry' };
  const two = (pair: Pair | undefined): PlaceMapping | undefined =>
    pair && { kind: 'two', latitude: pair.latitude.index, longitude: pair.longitude.index };
  const pair = bestBy(pairs(columns), ({ score }) => score);
  const cell = pairColumn(columns);
  const isElsewhere = (column: ColumnProfile | undefined): boolean =>
    column !== undefined && placeRole(column) < 0;
  const isCellBetter =
    isElsewhere(pair?.latitude) && cell?.kind === 'one' && !isElsewhere(columns[cell.column]);
  return (
    (isCellBetter ? cell : two(pair)) ??
    cell ??
    two(pairByValues(columns)) ??
    unreadPlace(columns) ?? { kind: 'none' }
  );
}

const METERS = synonyms(
  'coordinateUncertaintyInMeters coordinate_uncertainty uncertainty_m uncertainty_meters accuracy_m accuracy_meters radius_m accuracy uncertainty',
);
const WORDS = synonyms(
  'place_precision location_precision geo_precision geoprecision geolocation_accuracy location_accuracy precision accuracy geo_accuracy geocode_precision',
  'precision accuracy',
);

/** Small whole numbers under such a name are codes, not metres. */
const isMeters = (column: ColumnProfile): boolean =>
  shareOfValues(column, (value) => readQuantity(value, undefined).value >= 0) > 0.8 &&
  (/m(?:et(?:er|re)s?)?$/.test(column.name.whole) ||
    column.values.some((value) => readQuantity(value, undefined).value > 10));

/** The column that says how finely places are known, where its scale is one that we know. */
export function guessPlacePrecision(
  columns: readonly ColumnProfile[],
): ColumnMapping['placePrecision'] {
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
