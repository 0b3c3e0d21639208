import type { DecimalSign } from '../text/quantity.ts';
import type { FieldKind } from './field-column.ts';
import type { DateCells } from './date-cells.ts';
import { isCode, readNumber, readRange } from './number-cells.ts';
import { namesCount, namesIdentifier, namesScale } from './column-names.ts';

/** Distinct values of a column with the rows that have each. */
export type DistinctValues = {
  /** The name of the column. */
  readonly name: string;
  readonly values: readonly string[];
  readonly counts: ArrayLike<number>;
};

export type CellReaders = {
  readonly dates: DateCells;
  readonly sign: DecimalSign | undefined;
};

/** Of the rows that say something: few cells may be notes among numbers or dates, which are then not given. */
export const MIN_READ = 0.95;
/** Of the numbers: a column of nothing but ranges, such as the results of games, is none. */
export const MIN_PLAIN = 0.5;
const MAX_CODES = 100;
/** A day as digits alone, with or without a time of day. */
const COMPACT_DAY = /^(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;
const DIGITS = /^[+-]?[\d.,]+$/;

const YES_AND_NO: readonly (readonly [string, string])[] = [
  ['yes', 'no'],
  ['true', 'false'],
  ['y', 'n'],
  ['t', 'f'],
  ['1', '0'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si', 'no'],
  ['ja', 'nein'],
  ['نعم', 'لا'],
  ['بەڵێ', 'نەخێر'],
  ['بله', 'خیر'],
  ['evet', 'hayır'],
];

/** Yes and no in any case. Only one of 0 and 1 is a number, as are both under the name of a count. */
function isBoolean({ name, values }: DistinctValues): boolean {
  if (values.length === 0 || values.length > 6) return false;
  const words = new Set(values.map((value) => value.toLowerCase()));
  return YES_AND_NO.some(([yes, no]) => {
    if (![...words].every((word) => word === yes || word === no)) return false;
    return yes === '1' ? words.size === 2 && !namesCount(name) : true;
  });
}

/** More texts are never listed: nearly all are different, or they are sentences. */
const MANY = 50;
const MAX_DISTINCT_PART = 0.5;
const MAX_CHARACTERS = 100;

/** Whether values are too many or too long to be listed. */
export function isText({ values, counts }: DistinctValues): boolean {
  let [given, characters] = [0, 0];
  for (const [at, value] of values.entries()) {
    given += counts[at] ?? 0;
    characters += value.length;
  }
  if (characters > MAX_CHARACTERS * values.length) return true;
  return values.length > MANY && values.length > given * MAX_DISTINCT_PART;
}

/** Whether the values of this part of the rows that say something pass a test; it ends when too many have failed. */
function mostPass(
  { values, counts }: DistinctValues,
  part: number,
  test: (value: string) => boolean,
): boolean {
  let all = 0;
  for (let at = 0; at < values.length; at++) all += counts[at] ?? 0;
  let failures = 0;
  for (const [at, value] of values.entries()) {
    if (!test(value)) failures += counts[at] ?? 0;
    if (all - failures < part * all) return false;
  }
  return true;
}

/** Of values without their unit. */
export function isNumber(distinct: DistinctValues, sign: DecimalSign | undefined): boolean {
  const { name, values } = distinct;
  if (namesIdentifier(name) || values.some(isCode)) return false;
  const isWhole = (value: string): boolean => Number.isInteger(readNumber(value, sign));
  if (namesScale(name) && values.length <= MAX_CODES && values.every(isWhole)) return false;
  return (
    mostPass(distinct, MIN_PLAIN, (value) => !Number.isNaN(readNumber(value, sign))) &&
    mostPass(distinct, MIN_READ, (value) => readRange(value, sign) !== undefined)
  );
}

function isDate(distinct: DistinctValues, dates: DateCells): boolean {
  const isCompact = mostPass(distinct, MIN_READ, (value) => COMPACT_DAY.test(value));
  if (isCompact && namesIdentifier(distinct.name)) return false;
  // A year alone is a number, as are most digits.
  if (
    !isCompact &&
    distinct.values.every((value) => DIGITS.test(value) && !/[.,].*[.,]/.test(value))
  )
    return false;
  return mostPass(distinct, MIN_READ, (value) => dates.read(value) !== undefined);
}

/** What the values of a column are. Of none, it is a category without values. */
export function columnKind(distinct: DistinctValues, { dates, sign }: CellReaders): FieldKind {
  if (distinct.values.length === 0) return 'category';
  if (isBoolean(distinct)) return 'boolean';
  const { values } = distinct;
  const isCompact = values.some((value) => COMPACT_DAY.test(value));
  if (isCompact && isDate(distinct, dates)) return 'date';
  if (isNumber(distinct, sign)) return 'number';
  if (isDate(distinct, dates)) return 'date';
  return isText(distinct) ? 'text' : 'category';
}
