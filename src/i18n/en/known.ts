import type { WindowCount } from '../../core/index/tally.ts';
import type { Minute } from '../../core/time/minute.ts';
import { counts, dates, splitCount } from './format.ts';

/** The page as a reader of an earlier day could have seen it. */
export const known = {
  switchOn: 'as known on a date',
  switchHint:
    'Shows only incidents with a report published by the end of that day, and only those reports',
  day: 'As known at the end of',
  title: (day: Minute): string => `As known on ${dates.dayAndYear(day)}`,
  /** How much is known now of the same period. */
  difference: (then: WindowCount, now: WindowCount): string =>
    `Known then: ${splitCount(then)}. Known now for the same days: ${splitCount(now)}.`,
  note: 'By the dates of publication of the reports. A report without a date may be earlier or later: its incident is possibly known. Titles, places, numbers of people and, in lists and filters, of origins are as known now.',
  /** In a record: reports of later days are left out. */
  later: (count: number, day: Minute): string =>
    `${counts.counted(count, { one: '# report', other: '# reports' })} published after ${dates.dayAndYear(day)} ${count === 1 ? 'is' : 'are'} not shown.`,
  /** On a record, in a card of the list and at its mark. */
  possibly: 'possibly known by then: a report has no date',
  possiblyNote: (day: Minute): string =>
    `Possibly known on ${dates.dayAndYear(day)}: a report has no date.`,
  switchOff: 'Show what is known now',
};
