import type { ColumnIndex, TimeMeaning } from '../../../core/reading/meaning.ts';
import { readTimeOfDay } from '../../../core/time/written-clock.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';
import { timeRole } from './time-roles.ts';

const CLOCK = synonyms(
  'time time_of_day incident_time event_time time_of_incident start_time time_start hour hora heure uhrzeit الوقت الساعة',
  'time hour clock heure hora uhrzeit saat وقت الوقت ساعة الساعة کات کاتژمێر',
);
/** Ends, and lengths of time. */
const NOT_CLOCK = synonyms(
  '',
  'end ends until to finish stop duration elapsed response delay lag length spent zone timezone precision min max total',
);

const isTimeOfDay = (value: string): boolean => typeof readTimeOfDay(value) === 'object';
const isYear = (value: string): boolean => /^(?:1[5-9]|20)\d{2}$/.test(value);

/** The column of the time of day of what happened, told by name and values; a date in it is none. */
export function clockColumn(columns: readonly ColumnProfile[]): ColumnIndex | undefined {
  return bestBy(columns, (column) => {
    const byName = nameScore(column.name, CLOCK);
    if (byName === 0 || nameScore(column.name, NOT_CLOCK) > 0) return 0;
    if (['report', 'entry', 'upkeep', 'other'].includes(timeRole(column.name, column.raw)))
      return 0;
    if (shareOfValues(column, isYear) === 1) return 0;
    return shareOfValues(column, isTimeOfDay) >= 0.5 ? byName : 0;
  })?.index;
}

/** The time with the column of its time of day, where there is one; counts since 1970 have theirs in them. */
export function withClock(time: TimeMeaning, columns: readonly ColumnProfile[]): TimeMeaning {
  if (time.kind !== 'one' && time.kind !== 'interval' && time.kind !== 'parts') return time;
  const clock = clockColumn(columns);
  return clock === undefined ? time : { ...time, clock };
}
