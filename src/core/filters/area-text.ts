import type { AreaShape } from './area-shape.ts';
import { writeShape } from './write-shape.ts';

export const MAX_CORNERS = 200;
const MIN_CORNERS = 3;
/** Half of the equator of the Mercator map, in km. */
export const MAX_RADIUS = 20_037;
const MAX_NAME_LENGTH = 200;
/** Corners may lie this far around the world from Greenwich, so that a polygon may cross the antimeridian. */
const MAX_TURNED = 540;

/** A number as it is written: no exponents, at most four decimals, which are 11 metres. */
const NUMBER = /^-?\d{1,5}(?:\.\d{1,4})?$/;

const isLon = (lon: number): boolean => Math.abs(lon) <= 180;
const isLat = (lat: number): boolean => Math.abs(lat) <= 90;

/** Reads what `writeShape` wrote, from any link; undefined where it is no such text. */
export function readShape(text: string): AreaShape | undefined {
  const at = text.indexOf(':');
  const [kind, value] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (kind === 'place' || kind === 'named')
    return isName(value) ? { kind, name: value } : undefined;
  const numbers = numbersIn(value);
  if (!numbers) return undefined;
  if (kind === 'box') return readBox(numbers);
  if (kind === 'circle') return readCircle(numbers);
  return kind === 'polygon' ? readPolygon(numbers) : undefined;
}

/** The shape as a link restores it, rounded; undefined where no link could: it is empty, or too large. */
export const storableShape = (shape: AreaShape): AreaShape | undefined =>
  readShape(writeShape(shape));

const isName = (name: string): boolean =>
  name !== '' && name.length <= MAX_NAME_LENGTH && name.trim() === name && !/\p{C}/u.test(name);

function numbersIn(text: string): readonly number[] | undefined {
  const parts = text.split(',', 2 * MAX_CORNERS + 1);
  return parts.every((part) => NUMBER.test(part))
    ? parts.map((part) => Number(part) + 0)
    : undefined;
}

function readBox(numbers: readonly number[]): AreaShape | undefined {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !isLon(west) || !isLon(east) || !isLat(south) || !isLat(north))
    return undefined;
  return south < north && west !== east ? { kind: 'box', west, south, east, north } : undefined;
}

function readCircle(numbers: readonly number[]): AreaShape | undefined {
  const [lon = NaN, lat = NaN, radiusKm = NaN] = numbers;
  if (numbers.length !== 3 || !isLon(lon) || !isLat(lat)) return undefined;
  return radiusKm > 0 && radiusKm <= MAX_RADIUS
    ? { kind: 'circle', lon, lat, radiusKm }
    : undefined;
}

function readPolygon(numbers: readonly number[]): AreaShape | undefined {
  const corners = Array.from({ length: numbers.length / 2 }, (_, i): readonly [number, number] => [
    numbers[2 * i] ?? NaN,
    numbers[2 * i + 1] ?? NaN,
  ]);
  if (numbers.length % 2 !== 0 || corners.length < MIN_CORNERS || corners.length > MAX_CORNERS)
    return undefined;
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  const isSound =
    lons.every((lon) => Math.abs(lon) <= MAX_TURNED) &&
    lats.every(isLat) &&
    Math.max(...lons) - Math.min(...lons) <= 360 &&
    new Set(lons).size > 1 &&
    new Set(lats).size > 1;
  return isSound ? { kind: 'polygon', corners } : undefined;
}
