import type { UnknownEnd } from '../../core/records/unknown-ends.ts';
import { DAY } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

/** When a row is; `unknownEnd` is the end of the span that nobody knows. */
export const whenWords =
  (words: FirstMessages['unknownEnds'], { dates }: AnyFormats) =>
  ({ from, to }: TimeRange, unknownEnd?: UnknownEnd): string => {
    if (unknownEnd === 'both') return words.noDate;
    if (unknownEnd === 'to') return words.endUnknown(dates.moment(from, true));
    if (unknownEnd !== 'from') return dates.known({ from, to });
    const last = to % DAY === 0 ? dates.dayAndYear(to - 1) : dates.moment(to - 1, true);
    return words.startUnknown(last);
  };
