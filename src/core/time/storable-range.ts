import { minuteOf } from './minute.ts';
import type { TimeRange } from './time-range.ts';

/** Tables keep minutes as 32 bits, which reach from 2114 BCE to 6053: whole years inside them. */
export const FIRST_YEAR = -2100;
export const LAST_YEAR = 6000;

const FIRST = minuteOf(FIRST_YEAR, 1);
const LAST = minuteOf(LAST_YEAR + 1, 1);

/** True if a table can store the span: it is not empty and lies within the 32-bit range. */
export const isStorable = ({ from, to }: TimeRange): boolean =>
  from >= FIRST && from < to && to <= LAST;
