import { STEP, type PutCell } from '../table/column-paths.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Objects inside objects become columns down to this level; what lies deeper is kept as JSON. */
const MAX_LEVELS = 4;

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** A value as the text of one cell: lists of plain values joined by `; `, anything deeper as JSON. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every(isScalar)) return value.map(cellText).join('; ');
  return JSON.stringify(value);
}

/** Keys under which records have a position as a list, as GeoJSON, Leaflet and MongoDB write it. */
const POSITION_KEY =
  /^(?:geo[-_ ]?)?(?:coord(?:s|inates?)?|l(?:at|o?ng?|on)[-_ ]?l(?:at|o?ng?|on)|loc(?:ation)?|pos(?:ition)?|point|gps|cent(?:er|re|roid)|geometry)$|^geo$/i;

const isPosition = (key: string, value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  (value.length === 2 || value.length === 3) &&
  POSITION_KEY.test(key) &&
  value.every((one) => cellText(one) !== '' && /^[-+\d.,eE\s]+$/.test(cellText(one)));

/** In brackets, so that what reads the cell knows that it is a list. */
const positionText = (position: readonly unknown[]): string =>
  `[${position.map(cellText).join(', ')}]`;

/** Puts each value of an object into a cell of its own, objects inside by the path of their keys. */
export function flatten(object: JsonObject, put: PutCell, before = '', level = 1): void {
  for (const [key, value] of Object.entries(object)) {
    const path = before + key;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inside = value as JsonObject;
      if (level < MAX_LEVELS) flatten(inside, put, path + STEP, level + 1);
      else put(path, cellText(inside));
    } else put(path, isPosition(key, value) ? positionText(value) : cellText(value));
  }
}
