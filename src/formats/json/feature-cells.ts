import { isObject } from '../source/is-object.ts';
import { STEP, type PutCell } from '../table/column-paths.ts';
import { cellText, flatten } from './flatten.ts';
import { linkedTime } from './linked-time.ts';
import { NO_GEOMETRY, readGeometry, type ReadGeometry } from '../geometry/read-geometry.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const GEOMETRY_TYPES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

const SHAPE = new Set(['type', 'coordinates', 'geometries', 'bbox']);

const NOT_CELLS = new Set(['type', 'geometry', 'properties', 'bbox']);

export const isFeature = (value: unknown): value is JsonObject =>
  isObject(value) && value['type'] === 'Feature';

export const isGeometry = (value: unknown): value is JsonObject =>
  isObject(value) && GEOMETRY_TYPES.includes(String(value['type']));

/** What a geometry says besides its shape, as Linked Places do; of a collection, each part's too. */
function foreignMembers(geometry: JsonObject): JsonObject {
  const members = Object.entries(geometry).filter(([key]) => !SHAPE.has(key));
  const parts = geometry['type'] === 'GeometryCollection' ? geometry['geometries'] : undefined;
  if (Array.isArray(parts)) {
    const said = parts.map((part) => (isObject(part) ? foreignMembers(part) : {}));
    if (said.some((one) => Object.keys(one).length > 0)) members.push(['geometries', said]);
  }
  return Object.fromEntries(members);
}

/** The geometry, its altitude in a cell; what cannot be drawn is kept in a cell as it is. */
function geometryCells(value: unknown, put: PutCell): ReadGeometry {
  if (value === null || value === undefined) return NO_GEOMETRY;
  const read = readGeometry(value);
  const { geometry, unread } = read;
  // What is left out is kept as it is.
  if (unread === 'bad' || !geometry) put('geometry', cellText(value));
  if (!geometry) return read;
  if (isObject(value)) flatten({ geometry: foreignMembers(value) }, put);
  if (geometry.type === 'Point' && geometry.coordinates.length > 2)
    put(`${STEP}altitude`, String(geometry.coordinates[2]));
  return read;
}

/**
 * Puts all that a Feature says into cells: its properties, then what is next to them (`id`,
 * foreign members such as `when`); a name that its properties have already gets `feature.` before.
 * A bare geometry is a Feature without properties. Undefined where `value` is neither.
 */
export function featureCells(value: unknown, put: PutCell): ReadGeometry | undefined {
  if (isGeometry(value)) return geometryCells(value, put);
  if (!isFeature(value)) return undefined;
  const properties = isObject(value['properties']) ? value['properties'] : {};
  flatten(properties, put);
  if (typeof value['properties'] !== 'object' || Array.isArray(value['properties']))
    put('properties', cellText(value['properties']));
  if (isObject(properties['when'])) put('when', linkedTime(properties['when']));
  const beside: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (NOT_CELLS.has(key)) continue;
    if (!Object.hasOwn(properties, key)) beside[key] = member;
    else if (cellText(properties[key]) !== cellText(member))
      beside[`feature${STEP}${key}`] = member;
  }
  flatten(beside, put);
  if (isObject(beside['when'])) put('when', linkedTime(beside['when']));
  return geometryCells(value['geometry'], put);
}
