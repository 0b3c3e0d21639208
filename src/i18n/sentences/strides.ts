import type { BinUnit } from '../../core/time/bins.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { Stride } from '../../core/time/stride.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

/** How many hours, days, weeks, months or years a bin is. */
const SIZES = {
  hour: ['hour', 1],
  'six-hours': ['hour', 6],
  day: ['day', 1],
  week: ['week', 1],
  month: ['month', 1],
  year: ['year', 1],
  'five-years': ['year', 5],
  decade: ['year', 10],
  'fifty-years': ['year', 50],
  century: ['year', 100],
  millennium: ['year', 1000],
} as const satisfies Record<BinUnit, readonly [keyof FirstMessages['timeline']['units'], number]>;

export function strideSentences(words: FirstMessages['timeline'], { counts, dates }: AnyFormats) {
  /** `1 month`, `3 days`; a period that is on no calendar edges is moved by its own length. */
  const strideText = (stride: Stride): string => {
    if (stride.kind === 'minutes') return words.onePeriod;
    const [unit, size] = SIZES[stride.unit];
    return words.units[unit](stride.count * size);
  };
  const stepText = (stride: Stride): string => {
    if (stride.kind === 'minutes') return words.byPeriod;
    return stride.count === 1 ? words.bins[stride.unit] : strideText(stride);
  };
  const endText = (minute: Minute, hasYear: boolean): string =>
    minute % DAY === 0
      ? words.endOf(dates.moment(minute - DAY, hasYear))
      : dates.moment(minute, hasYear);
  return {
    stepBack: (stride: Stride): string => words.moveBack(stepText(stride)),
    stepForward: (stride: Stride): string => words.moveForward(stepText(stride)),
    /** How much time passes in how many seconds. */
    paceValue: (seconds: number, stride: Stride): string =>
      seconds === 1
        ? words.perSecond(strideText(stride))
        : words.inSeconds(strideText(stride), counts.number(seconds)),
    /** What a thumb says: the first moment counted, or the last day or moment. */
    startText: (minute: Minute): string => dates.moment(minute, true),
    endText: (minute: Minute): string => endText(minute, true),
    shortStart: (minute: Minute, hasYear: boolean): string => dates.moment(minute, hasYear),
    shortEnd: endText,
  };
}
