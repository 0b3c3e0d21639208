import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import type { ColumnMapping, TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { monthNamed } from '../../core/time/month-names.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import { readNumber } from '../mapping/degrees.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';
import {
  DATE,
  END,
  hasDigit,
  isEnd,
  isNoCount,
  rankedTimes,
  type Candidate,
  type Samples,
} from './time-candidates.ts';

const START = synonyms(
  '',
  'start starts started begin begins began from since first fr debut inicio desde beginn von başlangıç начало начала بداية من',
);
const YEAR = synonyms('year iyear event_year yr año année ano jahr سنة السنة');
const MONTH = synonyms('month imonth event_month mon mes mois monat شهر الشهر');
const DAY = synonyms('day iday event_day dd día jour tag يوم اليوم');

const NO_STEM: ReadonlySet<string> = new Set([
  ...START.words,
  ...END.words,
  ...'date dates time datetime dt datum fecha timestamp of the on at de la el du der des'.split(
    ' ',
  ),
]);

/** What is left of `date_start` and of `date_end`, which belong together, is the same. */
const stem = ({ name }: ColumnProfile): string =>
  name.words
    .flatMap((word) => word.replace(/(?<!date|time)(?:date|time)+$/, '') || [])
    .filter((word) => !NO_STEM.has(word))
    .join(' ');

/** Whether the second date does not end before the first; undefined where one of them is none. */
function inOrder(
  [first, last]: readonly [string, string],
  kind: Candidate['kind'],
  order: DateOrder,
): boolean | undefined {
  if (kind !== 'written') {
    if (isNoCount(first) || isNoCount(last)) return undefined;
    const [from, to] = [readNumber(first), readNumber(last)];
    return Number.isNaN(from) || Number.isNaN(to) ? undefined : to >= from;
  }
  const from = parseDate(first, order, undefined);
  const to = parseDate(last, order, undefined);
  if (typeof from !== 'object') return undefined;
  if (to === 'unset' || isOngoing(last)) return true;
  return typeof to === 'object' ? to.to > from.from : undefined;
}

/**
 * The end of the interval that the column starts, if there is one of the same family that is not before
 * it. An end that has a start of its own belongs to no other column.
 */
function endFor(start: Candidate, all: readonly Candidate[], samples: Samples) {
  if (start.role === 'entry' || start.role === 'upkeep' || isEnd(start.column)) return undefined;
  const isStart = (column: ColumnProfile): boolean => nameScore(column.name, START) > 0;
  const kin = (one: Candidate): boolean =>
    one !== start && one.kind === start.kind && stem(one.column) === stem(start.column);
  if (!isStart(start.column) && all.some((one) => kin(one) && isStart(one.column)))
    return undefined;
  return all.find((one) => {
    const { column } = one;
    if (!kin(one) || !isEnd(column) || one.role === 'entry') return false;
    const { order } = dateOrderEvidence([...start.column.values, ...column.values]);
    let [both, ordered] = [0, 0];
    for (const row of samples) {
      const cells = [row[start.column.index] ?? '', row[column.index] ?? ''] as const;
      const isOrdered = inOrder(cells, start.kind, order);
      if (isOrdered === undefined) continue;
      both++;
      if (isOrdered) ordered++;
    }
    // Where both names say it, some ends before their start are typing errors, which are noted.
    const minShare = isStart(start.column) ? 0.5 : 0.8;
    return both > 0 && ordered / both >= minShare;
  })?.column;
}

function timeOf(best: Candidate, all: readonly Candidate[], samples: Samples): TimeMapping {
  const { column, kind } = best;
  const end = kind === 'unread' ? undefined : endFor(best, all, samples);
  if (kind === 'seconds' || kind === 'milliseconds') {
    const time: TimeMapping = { kind: 'epoch', column: column.index, unit: kind };
    return end ? { ...time, to: end.index } : time;
  }
  const { order } = dateOrderEvidence([...column.values, ...(end?.values ?? [])]);
  return end
    ? { kind: 'interval', from: column.index, to: end.index, order }
    : { kind: 'one', column: column.index, order };
}

const isYear = (value: string): boolean => /^\d{4}(?:\.0)?$/.test(value);

function partsTime(columns: readonly ColumnProfile[]): TimeMapping | undefined {
  const find = (names: typeof YEAR, test: (value: string) => boolean) =>
    bestBy(columns, (column) =>
      shareOfValues(column, test) >= 0.8 ? nameScore(column.name, names) : 0,
    )?.index;
  const upTo = (max: number) => (value: string) => {
    const number = readNumber(value);
    return Number.isInteger(number) && number >= 0 && number <= max;
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

/**
 * Columns whose name alone says that they are a date or a year, where no other can be read as one: rows
 * that name the cell are better than rows without a date.
 */
function unreadTime(columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  return bestBy(columns, (column) => {
    if (column.length > 60 || shareOfValues(column, hasDigit) < 0.5) return 0;
    const score = Math.max(nameScore(column.name, DATE), nameScore(column.name, YEAR));
    return score >= 8 ? score : 0;
  });
}

/** Year and month apart are an event's date as much as a column "date"; a year alone is better than nothing. */
const PARTS_POINTS = 82;
const YEAR_POINTS = 45;

export type GuessedTime = {
  readonly time: TimeMapping;
  /** The columns that may be the time, likeliest first. */
  readonly candidates: readonly ColumnIndex[];
};

/** When things happened: a written date or two, parts of one, or a count since 1970. */
export function guessTime(columns: readonly ColumnProfile[], samples: Samples): GuessedTime {
  const ranked = rankedTimes(columns, samples);
  const candidates = ranked.map(({ column }) => column.index);
  const best = ranked.find(({ role }) => role !== 'other');
  const parts = partsTime(columns);
  if (!best) {
    if (parts) return { time: parts, candidates };
    const named = unreadTime(columns);
    if (!named) return { time: { kind: 'none' }, candidates };
    const { order } = dateOrderEvidence(named.values);
    const others = candidates.filter((column) => column !== named.index);
    return {
      time: { kind: 'one', column: named.index, order },
      candidates: [named.index, ...others],
    };
  }
  const hasMonth = parts?.kind === 'parts' && parts.month !== undefined;
  const isYearOnly = best.kind === 'written' && shareOfValues(best.column, isYear) === 1;
  const isParts = (hasMonth && isYearOnly) || best.score < (hasMonth ? PARTS_POINTS : YEAR_POINTS);
  const time = parts && isParts ? parts : timeOf(best, ranked, samples);
  return { time, candidates };
}

/** A column of codes for how finely dates are known, where its scale is one that we know. */
export function guessTimePrecision(
  columns: readonly ColumnProfile[],
): ColumnMapping['timePrecision'] {
  const isCoded = (name: string, max: number): ColumnProfile | undefined =>
    columns.find(
      (column) =>
        column.name.whole === name &&
        shareOfValues(column, (value) => readNumber(value) >= 1 && readNumber(value) <= max) === 1,
    );
  const acled = isCoded('timeprecision', 3);
  if (acled) return { column: acled.index, scale: 'acled' };
  const ucdp = isCoded('dateprec', 5);
  return ucdp && { column: ucdp.index, scale: 'ucdp' };
}
