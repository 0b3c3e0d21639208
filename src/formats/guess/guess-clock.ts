import type { TimeMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import { parseTimeOfDay } from '../../core/time/parse-clock.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { readNumber } from '../mapping/degrees.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';
import { timeRole } from './time-roles.ts';

const CLOCK_WORDS = 'time hour clock heure hora uhrzeit saat وقت الوقت ساعة الساعة کات کاتژمێر';
const CLOCK = synonyms(
  'time time_of_day incident_time event_time time_of_incident start_time time_start time_from from_time begin_time hour hora heure uhrzeit الوقت الساعة',
  CLOCK_WORDS,
);
/** Names of the time of day at which something ended; with other words too, see `endStem`. */
const END_CLOCK = synonyms(
  'end_time time_end time_to to_time until_time time_until finish_time end_hour hour_end hora_fin hora_hasta heure_fin endzeit uhrzeit_ende',
  CLOCK_WORDS,
);
const END = synonyms('', 'end ends until till to finish stop fin hasta bis ende');
/** Lengths of time. */
const NOT_CLOCK = synonyms(
  '',
  'duration elapsed response delay lag length spent zone timezone precision min max total',
);

/** Words that say which of two times of day it is, or that it is one. */
const STEMLESS: ReadonlySet<string> = new Set([
  ...CLOCK.words,
  ...END.words,
  ...'start starts begin begins from since desde debut von inicio of day at de'.split(' '),
]);

const isTimeOfDay = (value: string): boolean => typeof parseTimeOfDay(value) === 'object';
const isYear = (value: string): boolean => /^(?:1[5-9]|20)\d{2}$/.test(value);

/** Not a date, nor a count of seconds. */
const isDate = (value: string): boolean =>
  readNumber(value) > 2400 || typeof parseDate(value, 'dmy', undefined) === 'object';

/** A column that is named as a time of day, though its values cannot be read: its rows say so. */
const isUnreadClock = (column: ColumnProfile, byName: number): boolean =>
  byName >= 8 && column.filled > 0 && column.length <= 40 && shareOfValues(column, isDate) < 0.5;

const isEndName = ({ name }: ColumnProfile): boolean =>
  nameScore(name, END) > 0 || nameScore(name, END_CLOCK) >= 8;

function clockOf(
  columns: readonly ColumnProfile[],
  names: typeof CLOCK,
): ColumnProfile | undefined {
  return bestBy(columns, (column) => {
    const byName = nameScore(column.name, names);
    if (byName === 0 || nameScore(column.name, NOT_CLOCK) > 0) return 0;
    if (['report', 'entry', 'upkeep', 'other'].includes(timeRole(column.name, column.raw)))
      return 0;
    if (shareOfValues(column, isYear) === 1) return 0;
    if (shareOfValues(column, isTimeOfDay) >= 0.5) return byName;
    return isUnreadClock(column, byName) ? byName / 100 : 0;
  });
}

/** What is left of `incident_start_time` and of `incident_end_time` is the same. */
const stem = ({ name }: ColumnProfile): string =>
  name.words
    .filter((word) => !STEMLESS.has(word))
    .toSorted()
    .join(' ');

/** The columns of the times of day of what happened, recognised by name and values; a date in one is none. */
function clockColumns(columns: readonly ColumnProfile[]): {
  readonly clock: ColumnIndex | undefined;
  readonly clockTo: ColumnIndex | undefined;
} {
  const clock = clockOf(
    columns.filter((column) => !isEndName(column)),
    CLOCK,
  );
  const ends = columns.filter(isEndName);
  const sameStem = ends.filter((column) => clock && stem(column) === stem(clock));
  const clockTo = clock && clockOf(sameStem.length > 0 ? sameStem : ends, END_CLOCK);
  return { clock: clock?.index, clockTo: clockTo?.index };
}

/**
 * The time with the columns of its times of day, where there are any; counts since 1970 have theirs in
 * them. One date with two times of day is an interval that begins and ends at that date.
 */
export function withClock(time: TimeMapping, columns: readonly ColumnProfile[]): TimeMapping {
  if (time.kind !== 'one' && time.kind !== 'interval' && time.kind !== 'parts') return time;
  const { clock, clockTo } = clockColumns(columns);
  if (clock === undefined) return time;
  if (clockTo === undefined || time.kind === 'parts') return { ...time, clock };
  if (time.kind === 'interval') return { ...time, clock, clockTo };
  const { column, order } = time;
  return { kind: 'interval', from: column, to: column, order, clock, clockTo };
}
