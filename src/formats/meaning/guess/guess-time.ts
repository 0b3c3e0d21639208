import type { DateOrder, Meaning, TimeMeaning } from '../../../core/reading/meaning.ts';
import { foldText } from '../../../core/filter/search-text.ts';
import { monthNamed } from '../../../core/time/month-names.ts';
import { readWrittenDate } from '../../../core/time/written-date.ts';
import { dateOrderEvidence } from '../date-order.ts';
import { readNumber } from '../degrees.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';

const DATE = synonyms(
  'date event_date eventDate incident_date datetime date_time when time timestamp date_start start_date start begin from day fecha datum التاريخ تاريخ',
  'date datetime when time timestamp start begin begins from since day fecha datum occurred التاريخ تاريخ',
);
const START = synonyms('', 'start begin begins from since first debut inicio');
const END = synonyms('', 'end ends finish to until till stop last fin');
/** Dates of the record and of its sources, not of what happened. */
const NOT_EVENT = synonyms(
  '',
  'updated update created modified published publication added entered verified retrieved accessed upload uploaded reported report source edited last import scraped',
);
const YEAR = synonyms('year iyear event_year yr año année ano jahr سنة السنة');
const MONTH = synonyms('month imonth event_month mon mes mois monat شهر الشهر');
const DAY = synonyms('day iday event_day dd día jour tag يوم اليوم');

const hasDigit = (value: string): boolean => /\d/.test(value);

/** Bare numbers may be anything; as dates they are four or eight digits of a likely year. */
function isDateText(value: string, isNamed: boolean): boolean {
  if (/^\d+(?:[.,]\d+)?$/.test(value))
    return isNamed && /^(?:1[5-9]|20)\d{2}(?:\d{4}(?:\d{6})?)?$/.test(value) && isReadable(value);
  return isReadable(value);
}

function isReadable(value: string): boolean {
  const isOne = (order: DateOrder): boolean => {
    const date = readWrittenDate(value, order, undefined);
    return date !== undefined && date !== 'none';
  };
  return isOne('dmy') || isOne('mdy');
}

type Dated = { readonly column: ColumnProfile; readonly score: number };

function dated(columns: readonly ColumnProfile[]): readonly Dated[] {
  return columns.flatMap((column) => {
    if (!column.values.some(hasDigit)) return [];
    const byName = nameScore(column.name, DATE);
    const isEnd = nameScore(column.name, END) > 0;
    const share = shareOfValues(column, (value) => isDateText(value, byName > 0 || isEnd));
    if (share < (byName > 0 ? 0.5 : 0.8)) return [];
    const other = nameScore(column.name, NOT_EVENT) > 0 ? 9 : 0;
    return [{ column, score: 10 + byName + 6 * share * column.filled - other - (isEnd ? 5 : 0) }];
  });
}

/** What is left of `date_start` and of `date_end`, which belong together, is the same. */
function stem({ name }: ColumnProfile): string {
  return name.words
    .filter((word) => !START.words.includes(word) && !END.words.includes(word) && word !== 'date')
    .join(' ');
}

/** The end of the interval that the column starts, if there is one that is not before it. */
function endFor(start: ColumnProfile, all: readonly Dated[], samples: Samples) {
  return all.find(({ column }) => {
    if (column === start || nameScore(column.name, END) === 0) return false;
    if (stem(column) !== stem(start)) return false;
    const { order } = dateOrderEvidence([...start.values, ...column.values]);
    let [both, ordered] = [0, 0];
    for (const row of samples) {
      const from = readWrittenDate(row[start.index] ?? '', order, undefined);
      const to = readWrittenDate(row[column.index] ?? '', order, undefined);
      if (typeof from !== 'object' || typeof to !== 'object') continue;
      both++;
      if (to.to > from.from) ordered++;
    }
    return both > 0 && ordered / both >= 0.8;
  })?.column;
}

type Samples = readonly (readonly string[])[];

function writtenTime(columns: readonly ColumnProfile[], samples: Samples) {
  const all = dated(columns);
  const best = bestBy(all, ({ score }) => score);
  if (!best) return undefined;
  const { column } = best;
  const end = endFor(column, all, samples);
  const { order } = dateOrderEvidence([...column.values, ...(end?.values ?? [])]);
  const time: TimeMeaning = end
    ? { kind: 'interval', from: column.index, to: end.index, order }
    : { kind: 'one', column: column.index, order };
  return { time, score: best.score, isYearOnly: shareOfValues(column, isYear) === 1 };
}

const isYear = (value: string): boolean => /^\d{4}(?:\.0)?$/.test(value);

/** 1973 to 2100, told by size; only under a name of time, since ids are as long. */
function epochTime(columns: readonly ColumnProfile[]): TimeMeaning | undefined {
  const within = (least: number, most: number) => (value: string) => {
    const number = readNumber(value);
    return number >= least && number <= most && !/^(?:1[5-9]|20)\d{6}(?:\d{6})?$/.test(value);
  };
  const scoreAs = (least: number, most: number) => (column: ColumnProfile) => {
    if (shareOfValues(column, within(least, most)) < 0.8) return 0;
    const isOther = nameScore(column.name, NOT_EVENT) > 0;
    return nameScore(column.name, DATE) - (isOther ? 9 : 0);
  };
  const milliseconds = bestBy(columns, scoreAs(1e11, 4.2e12));
  if (milliseconds) return { kind: 'epoch', column: milliseconds.index, unit: 'milliseconds' };
  const seconds = bestBy(columns, scoreAs(1e8, 4.2e9));
  return seconds && { kind: 'epoch', column: seconds.index, unit: 'seconds' };
}

function partsTime(columns: readonly ColumnProfile[]): TimeMeaning | undefined {
  const find = (names: typeof YEAR, test: (value: string) => boolean) =>
    bestBy(columns, (column) =>
      shareOfValues(column, test) >= 0.8 ? nameScore(column.name, names) : 0,
    )?.index;
  const upTo = (most: number) => (value: string) => {
    const number = readNumber(value);
    return Number.isInteger(number) && number >= 0 && number <= most;
  };
  const year = find(YEAR, isYear);
  if (year === undefined) return undefined;
  const month = find(
    MONTH,
    (value) => upTo(12)(value) || monthNamed(foldText(value)) !== undefined,
  );
  const day = month === undefined ? undefined : find(DAY, upTo(31));
  return { kind: 'parts', year, month, day };
}

/** When things happened: a written date or two, parts of one, or a count since 1970. */
export function guessTime(columns: readonly ColumnProfile[], samples: Samples): TimeMeaning {
  const written = writtenTime(columns, samples);
  const parts = partsTime(columns);
  const hasMonth = parts?.kind === 'parts' && parts.month !== undefined;
  if (written && !(written.isYearOnly && hasMonth) && written.score > 12) return written.time;
  if (hasMonth) return parts;
  return epochTime(columns) ?? written?.time ?? parts ?? { kind: 'none' };
}

/** A column of codes for how finely dates are known, where its scale is one that we know. */
export function guessTimePrecision(columns: readonly ColumnProfile[]): Meaning['timePrecision'] {
  const isCoded = (name: string, most: number): ColumnProfile | undefined =>
    columns.find(
      (column) =>
        column.name.whole === name &&
        shareOfValues(column, (value) => readNumber(value) >= 1 && readNumber(value) <= most) === 1,
    );
  const acled = isCoded('timeprecision', 3);
  if (acled) return { column: acled.index, scale: 'acled' };
  const ucdp = isCoded('dateprec', 5);
  return ucdp && { column: ucdp.index, scale: 'ucdp' };
}
