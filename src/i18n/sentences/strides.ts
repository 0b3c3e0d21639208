import type { Count } from '../../core/index/tally.ts';
import { binsIn, UNIT_SIZE, type BinUnit } from '../../core/time/bins.ts';
import { DAY, type Minute } from '../../core/time/minute.ts';
import type { Stride } from '../../core/time/stride.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { FirstMessages } from '../messages.ts';

export function strideSentences(words: FirstMessages['timeline'], { counts, dates }: AnyFormats) {
  const binsText = (unit: BinUnit, count: number): string => {
    const [of, size] = UNIT_SIZE[unit];
    return words.units[of](count * size);
  };
  /** `1 month`, `3 days`; a period that is on no calendar edges is moved by its own length. */
  const strideText = (stride: Stride): string => {
    if (stride.kind === 'minutes') return words.onePeriod;
    return binsText(stride.unit, stride.count);
  };
  const stepText = (stride: Stride): string =>
    stride.kind === 'minutes' ? words.byPeriod : strideText(stride);
  const endText = (minute: Minute, hasYear: boolean): string =>
    minute % DAY === 0
      ? words.endOf(dates.moment(minute - DAY, hasYear))
      : dates.moment(minute, hasYear);
  return {
    histogram: (unit: BinUnit, highest: Count, isSplit: boolean): string =>
      words.columns(binsText(unit, 1), highest, isSplit),
    columnsName: (unit: BinUnit, isSplit: boolean): string => {
      const [of, size] = UNIT_SIZE[unit];
      return words.rows.columns(
        isSplit,
        size === 1 ? words.by[of] : words.bySize(binsText(unit, 1)),
      );
    },
    /** The number of people killed in a range of whole bins. */
    killedInBins: (number: string, range: TimeRange, unit: BinUnit): string => {
      const isKnown = Number.isFinite(lengthOf(range));
      return isKnown ? words.killedWithin(number, binsText(unit, binsIn(range, unit))) : number;
    },
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
