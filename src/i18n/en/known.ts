import type { Minute } from '../../core/time/minute.ts';
import { dates } from './format.ts';

/** The page as a reader of an earlier day could have seen it; `known-on.ts` has what is loaded on demand. */
export const known = {
  switchOn: 'as known on a date',
  title: (day: Minute): string => `As known on ${dates.dayAndYear(day)}`,
  /** On a record, in a card of the list and at its mark. */
  possibly: 'possibly known by then: a report has no date',
};
