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

/** What incidents are told apart by, as columns: an entry for each combination that occurs. */
export type CellColumns = {
  readonly length: number;
  /** What `category` is of. */
  readonly scheme: ColorScheme;
  readonly layer: Uint32Array<ArrayBuffer>;
  /** Position in `EFFECT_CLASSES`. */
  readonly effectClass: Uint8Array<ArrayBuffer>;
  /** Position in `CATEGORIES` of the scheme; 0 for `target`, whose categories are the layers. */
  readonly category: Uint8Array<ArrayBuffer>;
  /** Position in `DEATHS`. */
  readonly deaths: Uint8Array<ArrayBuffer>;
  /** Position in `ZONES`. */
  readonly zone: Uint8Array<ArrayBuffer>;
  /** Position in `ORIGIN_CLASSES`. */
  readonly origins: Uint8Array<ArrayBuffer>;
  /** 1: without a date. */
  readonly isUndated: Uint8Array<ArrayBuffer>;
  /** The area of the incidents; `NO_AREA` where there is none, or areas are not counted apart. */
  readonly area: Uint16Array<ArrayBuffer>;
};

/**
 * All that counts are told apart by, as one code of each row: combinations that occur, numbered as they are
 * met. The codes hold whatever the filter is, so a change of the filter only looks them up.
 */
export type RowCodes = CellColumns & {
  /** The code of each row. */
  readonly ofRow: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** What a mark tells apart: layer, effect class, category and deaths. */
  readonly marks: CodeClasses;
  /** All but the area. */
  readonly cells: CodeClasses;
  /** All of those that have an area. */
  readonly areaCells: CodeClasses;
};

/**
 * Codes that are alike in something, as one class: the class of each code, or `NO_GROUP` where it has none, and the
 * first code of each class.
 */
type CodeClasses = { readonly ofCode: Uint32Array; readonly example: Uint32Array };

/** Codes with the same pair of numbers are alike; those without a pair have no class. */
function classesOf(
  length: number,
  pairOf: (code: number) => readonly [number, number] | undefined,
): CodeClasses {
  const classes = new PairNumbers();
  const example: number[] = [];
  const ofCode = Uint32Array.from({ length }, (_, code) => {
    const pair = pairOf(code);
    if (!pair) return NO_GROUP;
    const own = classes.of(...pair);
    if (own === example.length) example.push(code);
    return own;
  });
  return { ofCode, example: Uint32Array.from(example) };
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
  const codes = new Uint32Array(length);
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
    codes[row] = pairs.of(ofMark, ofRest);
  }
  const { first, second } = pairs;
  const digit = (numbers: Uint32Array, below: number, base: number) =>
    Uint8Array.from(numbers, (number) => Math.floor(number / below) % base);
  const aboveMark = OF_EFFECTS * OF_CATEGORIES * OF_DEATHS;
  const belowArea = OF_ORIGINS * OF_ZONES * 2;
  const area = Uint16Array.from(second, (rest) => Math.floor(rest / belowArea));
  return {
    scheme,
    ofRow: pairs.length > SHORT ? codes : Uint16Array.from(codes),
    length: pairs.length,
    layer: Uint32Array.from(first, (mark) => Math.floor(mark / aboveMark)),
    effectClass: digit(first, OF_CATEGORIES * OF_DEATHS, OF_EFFECTS),
    category: digit(first, OF_DEATHS, OF_CATEGORIES),
    deaths: digit(first, 1, OF_DEATHS),
    zone: digit(second, 2, OF_ZONES),
    origins: digit(second, 2 * OF_ZONES, OF_ORIGINS),
    isUndated: digit(second, 1, 2),
    area,
    marks: classesOf(pairs.length, (code) => [first[code] ?? 0, 0]),
    cells: classesOf(pairs.length, (code) => [first[code] ?? 0, (second[code] ?? 0) % belowArea]),
    areaCells: classesOf(pairs.length, (code) => (area[code] === NO_AREA ? undefined : [code, 0])),
  };
}
