import type { ColumnMapping, TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { foldText } from '../../core/text/search-text.ts';
import { monthNamed } from '../../core/time/month-names.ts';
import { DAY as DAY_MINUTES, startOfDay } from '../../core/time/minute.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import { readNumber } from '../mapping/degrees.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';
import {
  isFormClock,
  isSurveyForm,
  ROLE_POINTS,
  saysDate,
  timeRole,
  type TimeRole,
} from './time-roles.ts';

const DATE = synonyms(
  'date event_date eventDate incident_date datetime date_time when time date_start start_date start begin from day fecha datum التاريخ تاريخ',
  'date datetime when time timestamp start begin begins from since day fecha datum occurred التاريخ تاريخ',
);
const START = synonyms(
  '',
  'start starts started begin begins began from since first fr debut inicio desde beginn von başlangıç начало начала بداية من',
);
const END = synonyms(
  '',
  'end ends ended finish finished to until till thru through stop last fin fim hasta ate ende bis bitiş конец окончания نهاية إلى',
);
/** The same date once more, as it was typed. */
const AS_TYPED = synonyms('', 'string text raw original verbatim');
const YEAR = synonyms('year iyear event_year yr año année ano jahr سنة السنة');
const MONTH = synonyms('month imonth event_month mon mes mois monat شهر الشهر');
const DAY = synonyms('day iday event_day dd día jour tag يوم اليوم');

const hasDigit = (value: string): boolean => /\p{Nd}/u.test(value);

/** Bare numbers may be anything; as dates they are four or eight digits of a likely year. */
function isDateText(value: string, isNamed: boolean): boolean {
  if (/^\d+(?:[.,]\d+)?$/.test(value))
    return isNamed && /^(?:1[5-9]|20)\d{2}(?:\d{4}(?:\d{6})?)?$/.test(value) && isReadable(value);
  return isReadable(value);
}

function isReadable(value: string): boolean {
  const isOne = (order: DateOrder): boolean => {
    const date = parseDate(value, order, undefined);
    return typeof date === 'object' || date === 'unset';
  };
  return isOne('dmy') || isOne('mdy');
}

type Samples = readonly (readonly string[])[];

/** A column that may be the time, the likeliest by its `score`. */
type Candidate = {
  readonly column: ColumnProfile;
  readonly role: TimeRole;
  readonly kind: 'written' | 'seconds' | 'milliseconds' | 'unread';
  readonly score: number;
  /** The day of each sampled row, as minutes; NaN where it has none. */
  readonly days: readonly number[];
};

/** "Last seen" is an event, not the end of one. */
const isEnd = ({ name }: ColumnProfile): boolean =>
  nameScore(name, END) > 0 && !name.words.includes('seen');

const isNamedTime = (column: ColumnProfile): boolean =>
  nameScore(column.name, DATE) > 0 || saysDate(column.name);

const within = (least: number, most: number) => (value: string) => {
  const number = readNumber(value);
  return number >= least && number <= most && !/^(?:1[5-9]|20)\d{6}(?:\d{6})?$/.test(value);
};

/** What counts since 1970 have where there is no time: 0, -1, a word. They say nothing about the others. */
const isNoCount = (value: string): boolean =>
  /^(?:0+|-1)(?:[.,]0+)?$/.test(value) || isOngoing(value);

/** 1973 to 2100, recognised by size; only under a name of time, since ids are as long. */
function kindOf(column: ColumnProfile): { kind: Candidate['kind']; share: number } | undefined {
  if (!column.values.some(hasDigit)) return undefined;
  const isNamed = isNamedTime(column);
  const isLast = isEnd(column);
  const share = shareOfValues(
    column,
    (value) => isDateText(value, isNamed || isLast) || (isLast && isOngoing(value)),
  );
  if (share >= (isNamed ? 0.5 : 0.8)) return { kind: 'written', share };
  if (!isNamed && !isLast) return undefined;
  const counts = { ...column, values: column.values.filter((value) => !isNoCount(value)) };
  if (shareOfValues(counts, within(1e11, 4.2e12)) >= 0.8) return { kind: 'milliseconds', share: 1 };
  if (shareOfValues(counts, within(1e8, 4.2e9)) >= 0.8) return { kind: 'seconds', share: 1 };
  return undefined;
}

/** Rows by which candidates are compared. */
const MAX_COMPARED = 60;

function daysOf(column: ColumnProfile, kind: Candidate['kind'], samples: Samples): number[] {
  const step = Math.max(1, samples.length / MAX_COMPARED);
  const { order } = dateOrderEvidence(column.values);
  const days: number[] = [];
  for (let at = 0; at < samples.length; at += step) {
    const text = samples[Math.floor(at)]?.[column.index] ?? '';
    if (kind === 'written') {
      const date = parseDate(text, order, undefined);
      days.push(typeof date === 'object' ? startOfDay(date.from) : NaN);
    } else {
      const minutes = isNoCount(text) ? NaN : readNumber(text) / (kind === 'seconds' ? 60 : 60_000);
      days.push(startOfDay(minutes));
    }
  }
  return days;
}

/** The share of the rows with both dates in which the first lies more than `least` after the second. */
function shareLater(a: readonly number[], b: readonly number[], least: number): number {
  let [both, later] = [0, 0];
  for (const [row, day] of a.entries()) {
    const other = b[row] ?? NaN;
    if (Number.isNaN(day) || Number.isNaN(other)) continue;
    both++;
    if (day - other > least) later++;
  }
  return both < 2 ? 0 : later / both;
}

const isConstant = ({ days }: Candidate): boolean => {
  const known = days.filter((day) => !Number.isNaN(day));
  return known.length >= 4 && new Set(known).size === 1;
};

/** How much a name is worth among names of one role. */
const nameFit = ({ name }: ColumnProfile): number =>
  Math.max(nameScore(name, DATE) >= 8 ? nameScore(name, DATE) : 0, saysDate(name) ? 4 : 0) -
  0.5 * name.words.length -
  (nameScore(name, AS_TYPED) > 0 ? 5 : 0);

/** A date of something under a name that says so, which cannot be read: no note, code or address. */
function isUnreadDate(column: ColumnProfile): boolean {
  if (!saysDate(column.name) || column.filled === 0 || column.length > 60) return false;
  const { whole } = column.name;
  if (!['data', 'dt'].includes(whole) && nameScore(column.name, DATE) >= 8) return true;
  return shareOfValues(column, (value) => value.length >= 4 && hasDigit(value)) >= 0.5;
}

function firstLook(columns: readonly ColumnProfile[], samples: Samples): readonly Candidate[] {
  const isForm = isSurveyForm(columns.map(({ name }) => name));
  return columns.flatMap((column): Candidate[] => {
    const found = kindOf(column);
    if (!found && !isUnreadDate(column)) return [];
    const { kind, share } = found ?? { kind: 'unread', share: 0 };
    const role = isForm && isFormClock(column.name) ? 'entry' : timeRole(column.name, column.raw);
    const isLate = isEnd(column) || column.name.whole === 'timestamp';
    const score =
      ROLE_POINTS[role] +
      nameFit(column) +
      6 * share * column.filled -
      (isLate ? 15 : 0) -
      (kind === 'unread' ? 30 : 0);
    const days = kind === 'unread' ? [] : daysOf(column, kind, samples);
    return [{ column, role, kind, score, days }];
  });
}

/** Longer than between an event and its report: a person's age. */
const AGE = 5 * 365 * DAY_MINUTES;

/** A column that is mostly empty loses to a report's date, one that is nearly empty to any full one. */
function pointsByFilling({ column }: Candidate, all: readonly Candidate[]): number {
  const fullest = Math.max(...all.map((other) => other.column.filled));
  const part = column.filled / fullest;
  return part < 0.15 ? -80 : part < 0.5 ? -60 : 0;
}

/**
 * What values speak against a name: an event lies at or before its report and its entry, and all rows of
 * one day are the day of an export or of a session at the keyboard.
 */
function pointsByValues(candidate: Candidate, all: readonly Candidate[]): number {
  const { role, days } = candidate;
  let points = 0;
  if (isConstant(candidate) && all.some((other) => other !== candidate && !isConstant(other)))
    points -= role === 'event' ? 10 : 35;
  for (const other of all) {
    if (other === candidate || other.days.length === 0 || isConstant(other)) continue;
    const isRecord = other.role === 'report' || other.role === 'entry';
    const isOfEvent = role !== 'report' && role !== 'entry' && role !== 'upkeep';
    if (isRecord && isOfEvent && shareLater(days, other.days, DAY_MINUTES) >= 0.8) points -= 50;
    if (other.role !== role) continue;
    // Of dates that names do not distinguish, the earlier is the event's, unless it is a birth.
    if (shareLater(other.days, days, AGE) >= 0.8) points -= 5;
    else if (shareLater(other.days, days, 0) >= 0.8) points += 2;
  }
  return points;
}

/**
 * The columns that may be the time, from the likeliest to the least likely: what their names are the
 * date of first (occurrence before report before record keeping), then their values.
 */
function rankedTimes(columns: readonly ColumnProfile[], samples: Samples): readonly Candidate[] {
  const all = firstLook(columns, samples);
  return all
    .map((one) => ({
      ...one,
      score: one.score + pointsByValues(one, all) + pointsByFilling(one, all),
    }))
    .toSorted((a, b) => b.score - a.score);
}

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
    .flatMap((word) => word.replace(/(?:date|time)+$/, '') || [])
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
    const least = isStart(start.column) ? 0.5 : 0.8;
    return both > 0 && ordered / both >= least;
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
