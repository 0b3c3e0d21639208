import type { DateOrder } from '../../core/time/date-order.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import { DAY as DAY_MINUTES, startOfDay } from '../../core/time/minute.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { isOngoing } from '../../core/time/parse-date-range.ts';
import { readNumber } from '../mapping/degrees.ts';
import { nameScore, shareOfValues, synonyms, type ColumnProfile } from './column-profile.ts';
import {
  isFormClock,
  isSurveyForm,
  ROLE_POINTS,
  saysDate,
  timeRole,
  type TimeRole,
} from './time-roles.ts';

export const DATE = synonyms(
  'date event_date eventDate incident_date datetime date_time when time date_start start_date start begin from day fecha datum التاريخ تاريخ',
  'date datetime when time timestamp start begin begins from since day fecha datum occurred التاريخ تاريخ',
);
export const END = synonyms(
  '',
  'end ends ended finish finished to until till thru through stop last fin fim hasta ate ende bis bitiş конец окончания نهاية إلى',
);
/** The same date once more, as it was typed. */
const AS_TYPED = synonyms('', 'string text raw original verbatim');

export const hasDigit = (value: string): boolean => /\p{Nd}/u.test(value);

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

export type Samples = readonly (readonly string[])[];

/** A column that may be the time, the likeliest by its `score`. */
export type Candidate = {
  readonly column: ColumnProfile;
  readonly role: TimeRole;
  readonly kind: 'written' | 'seconds' | 'milliseconds' | 'unread';
  readonly score: number;
  /** The day of each sampled row, as minutes; NaN where it has none. */
  readonly days: readonly number[];
};

/** "Last seen" is an event, not the end of one. */
export const isEnd = ({ name }: ColumnProfile): boolean =>
  nameScore(name, END) > 0 && !name.words.includes('seen');

const isNamedTime = (column: ColumnProfile): boolean =>
  nameScore(column.name, DATE) > 0 || saysDate(column.name);

const within = (min: number, max: number) => (value: string) => {
  const number = readNumber(value);
  return number >= min && number <= max && !/^(?:1[5-9]|20)\d{6}(?:\d{6})?$/.test(value);
};

/** What counts since 1970 have where there is no time: 0, -1, a word. They say nothing about the others. */
export const isNoCount = (value: string): boolean =>
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

/** The share of the rows with both dates in which the first lies more than `minMinutes` after the second. */
function shareLater(a: readonly number[], b: readonly number[], minMinutes: number): number {
  let [both, later] = [0, 0];
  for (const [row, day] of a.entries()) {
    const other = b[row] ?? NaN;
    if (Number.isNaN(day) || Number.isNaN(other)) continue;
    both++;
    if (day - other > minMinutes) later++;
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
export function rankedTimes(
  columns: readonly ColumnProfile[],
  samples: Samples,
): readonly Candidate[] {
  const all = firstLook(columns, samples);
  return all
    .map((one) => ({
      ...one,
      score: one.score + pointsByValues(one, all) + pointsByFilling(one, all),
    }))
    .toSorted((a, b) => b.score - a.score);
}
