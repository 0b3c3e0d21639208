import { DAY, startOfDay, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/**
 * The day that a page as known on a day begins with. At the end of the data all but the latest reports are known, and
 * nothing is learned: then it is the middle of the window.
 */
export const firstKnownDay = ({ from, to }: TimeRange, limits: TimeRange): Minute =>
  to > limits.to - DAY ? startOfDay((from + to) / 2) : startOfDay(to - 1);
