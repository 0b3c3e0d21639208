import { PairNumbers } from '../base/pair-numbers.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { CATEGORIES, categoryOf, type ColorScheme } from '../records/color-scheme.ts';
import { DEATHS, EFFECT_CLASSES } from '../records/incident.ts';
import { ZONES, type IncidentTable } from '../records/incident-table.ts';
import { ORIGIN_CLASSES, originClassAt } from '../records/origin-classes.ts';
import { UNDATED } from '../records/unknown-ends.ts';
import { NO_AREA } from '../place/place-table.ts';
import { NO_GROUP } from './interval-index.ts';

/** What rows are told apart by, in the order of a code of mixed base. */
const OF_EFFECTS = EFFECT_CLASSES.length;
const OF_CATEGORIES = Math.max(...Object.values(CATEGORIES).map(({ length }) => length));
const OF_DEATHS = DEATHS.length;
const OF_ZONES = ZONES.length;
const OF_ORIGINS = ORIGIN_CLASSES.length;
/** A `Uint16Array` holds this many codes. */
const SHORT = 2 ** 16;

/**
 * All that counts are told apart by, as one number of each row: combinations that occur, numbered as
 * they are met. It holds whatever the filter is, so a change of the filter only looks numbers up.
 */
export type RowCodes = {
  readonly scheme: ColorScheme;
  /** The number of each row. */
  readonly of: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** How many numbers there are; the columns below are by number. */
  readonly length: number;
  readonly layer: Uint32Array<ArrayBuffer>;
  /** Position in `EFFECT_CLASSES`. */
  readonly effectClass: Uint8Array<ArrayBuffer>;
  /** Position in `CATEGORIES` of the scheme; 0 for `target`. */
  readonly category: Uint8Array<ArrayBuffer>;
  /** Position in `DEATHS`. */
  readonly deaths: Uint8Array<ArrayBuffer>;
  /** Position in `ZONES`. */
  readonly zone: Uint8Array<ArrayBuffer>;
  /** Position in `ORIGIN_CLASSES`. */
  readonly origins: Uint8Array<ArrayBuffer>;
  /** 1: without a date. */
  readonly isUndated: Uint8Array<ArrayBuffer>;
  /** Position of the area, or `NO_AREA`. */
  readonly area: Uint16Array<ArrayBuffer>;
  /** What a mark tells apart: layer, effect class, category and deaths. */
  readonly marks: Distinct;
  /** All but the area. */
  readonly cells: Distinct;
  /** All of those that have an area. */
  readonly areaCells: Distinct;
};

/** Numbers that are alike in something are one: `of` by number, `NO_GROUP` where it is none; `example` has the first of each. */
type Distinct = { readonly of: Uint32Array; readonly example: Uint32Array };

function distinct(length: number, keyOf: (number: number) => string | undefined): Distinct {
  const known = new Map<string, number>();
  const example: number[] = [];
  const of = Uint32Array.from({ length }, (_, number) => {
    const key = keyOf(number);
    if (key === undefined) return NO_GROUP;
    const at = known.get(key) ?? example.push(number) - 1;
    known.set(key, at);
    return at;
  });
  return { of, example: Uint32Array.from(example) };
}

/** Costs one pass over the rows of any kind. */
export async function rowCodesOf(
  table: IncidentTable,
  scheme: ColorScheme,
  task: Task,
): Promise<RowCodes> {
  const { length, layer, effectClass, deaths, isUndated, origins, place, places, traits } = table;
  const category = categoryOf(scheme, table);
  const elsewhere = ZONES.indexOf('elsewhere');
  const pairs = new PairNumbers();
  const numbers = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    const ofMark =
      (((layer[row] ?? 0) * OF_EFFECTS + (effectClass[row] ?? 0)) * OF_CATEGORIES + category(row)) *
        OF_DEATHS +
      (deaths[row] ?? 0);
    const zone = traits ? (traits.zone[row] ?? elsewhere) : elsewhere;
    const ofRest =
      (((places.area[place[row] ?? 0] ?? 0) * OF_ORIGINS + originClassAt(origins, row)) * OF_ZONES +
        zone) *
        2 +
      (isUndated[row] === UNDATED ? 1 : 0);
    numbers[row] = pairs.of(ofMark, ofRest);
  }
  const { first, second } = pairs;
  const digit = (codes: Uint32Array, below: number, base: number) =>
    Uint8Array.from(codes, (code) => Math.floor(code / below) % base);
  const above = (codes: Uint32Array, below: number) => (at: number) =>
    Math.floor((codes[at] ?? 0) / below);
  const layerAt = above(first, OF_EFFECTS * OF_CATEGORIES * OF_DEATHS);
  const withoutArea = OF_ORIGINS * OF_ZONES * 2;
  const areaAt = above(second, withoutArea);
  const area = Uint16Array.from(second, (_, at) => areaAt(at));
  return {
    scheme,
    of: pairs.length > SHORT ? numbers : Uint16Array.from(numbers),
    length: pairs.length,
    layer: Uint32Array.from(first, (_, at) => layerAt(at)),
    effectClass: digit(first, OF_CATEGORIES * OF_DEATHS, OF_EFFECTS),
    category: digit(first, OF_DEATHS, OF_CATEGORIES),
    deaths: digit(first, 1, OF_DEATHS),
    zone: digit(second, 2, OF_ZONES),
    origins: digit(second, 2 * OF_ZONES, OF_ORIGINS),
    isUndated: digit(second, 1, 2),
    area,
    marks: distinct(pairs.length, (at) => String(first[at])),
    cells: distinct(pairs.length, (at) => `${first[at]} ${(second[at] ?? 0) % withoutArea}`),
    areaCells: distinct(pairs.length, (at) => (area[at] === NO_AREA ? undefined : String(at))),
  };
}
