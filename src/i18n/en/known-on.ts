import type { WindowCount } from '../../core/index/tally.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { counts, dates, splitCount } from './format.ts';

/** What is said once a reader has chosen a day. */
export const knownOn = {
  day: 'As known at the end of',
  explained:
    'Only incidents with a report published by the end of that day, and only those reports.',
  /** How much is known now of `days`, the part of the period up to that day. */
  difference: (then: WindowCount, now: WindowCount, days: TimeRange): string =>
    `Known then: ${splitCount(then)}. Known now of the days up to ${dates.day(days.to - DAY)}: ${splitCount(now)}.`,
  notBegun: 'The selected period begins after that day.',
  basis: 'What this rests on',
  note: 'By the dates of publication of the reports; in opened files, by when a row was first reported or added. A report without a date may be earlier or later: its incident is possibly known. Titles, captions, places, numbers of people and, in filters, of origins are as known now. A search finds words that were published later.',
  switchOff: 'Show what is known now',
  /** In a record: only its reports are of that day. */
  record: (day: Minute): string =>
    `The text and the facts are as known now. Only the reports are those of ${dates.dayAndYear(day)}.`,
  row: 'This row of a file is as known now.',
  /** Reports of later days are left out. */
  later: (count: number): string =>
    `${counts.counted(count, { one: '# later report is', other: '# later reports are' })} not shown.`,
  possibly: (day: Minute): string =>
    `Possibly known on ${dates.dayAndYear(day)}: a report has no date.`,
  source: (day: Minute): string => `Published after ${dates.dayAndYear(day)}.`,
};
