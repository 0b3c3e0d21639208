import type { Kind } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { DAY, readIsoText, wallClock, type Minute } from '../../core/time/minute.ts';
import { daysOf, type TimeRange } from '../../core/time/time-range.ts';
import type { AnyFormats } from '../format/formats.ts';
import type { Messages } from '../messages.ts';
import { readWrittenTime, type WrittenEnd } from './written-time.ts';

/** A clock time with an offset is read off the span, which is civil time of the place. */
const atPlace = (end: WrittenEnd, minute: Minute): WrittenEnd =>
  end.unit === 'minute' ? { ...end, minute } : end;

const middleOf = (span: TimeRange): Minute => Math.floor((span.from + span.to - 1) / 2);

export function timeSentences(
  { time: words, unknownEnds }: Messages,
  { counts, dates }: AnyFormats,
) {
  const endText = ({ unit, minute }: WrittenEnd): string => {
    switch (unit) {
      case 'year':
        return dates.year(minute);
      case 'month':
        return dates.month(minute);
      case 'day':
        return dates.dayAndYear(minute);
      case 'minute':
        return words.clockOn(dates.clock(minute), dates.dayAndYear(minute));
    }
  };
  const looseText = (end: WrittenEnd): string => words.loose[end.looseness](endText(end));

  const singleText = (end: WrittenEnd): string => {
    if (end.unit === 'minute')
      return words.local(words.loose[end.looseness](words.at(endText(end))));
    const preposition = end.unit === 'day' ? words.on : words.in;
    const text = end.looseness === 'exact' ? preposition(endText(end)) : looseText(end);
    if (end.unit === 'month') return words.dayUnknown(text);
    return end.unit === 'year' ? words.monthUnknown(text) : text;
  };

  /** `4` before `5 March 2026`, `28 February` before `4 March 2026`. */
  const firstEndText = (from: WrittenEnd, to: WrittenEnd): string => {
    const isShort = from.unit === 'day' && to.unit === 'day' && from.looseness === 'exact';
    const [a, b] = [wallClock(from.minute), wallClock(to.minute)];
    if (!isShort || a.getUTCFullYear() !== b.getUTCFullYear()) return looseText(from);
    const isOneMonth = a.getUTCMonth() === b.getUTCMonth() && to.looseness === 'exact';
    return isOneMonth ? counts.number(a.getUTCDate()) : dates.day(from.minute);
  };

  /** The days that a span touches. */
  const daysText = (span: TimeRange): string => dates.span(daysOf(span), true);

  return {
    /** When it happened, and how closely that is known. */
    whenSentence: (time: string, span: TimeRange, kind: Kind): string => {
      const written = readWrittenTime(time);
      if (!written) return words.within(daysText(span));
      if (written.kind === 'single') return singleText(atPlace(written.end, middleOf(span)));
      const from = atPlace(written.from, span.from);
      const to = atPlace(written.to, span.to - 1);
      if (kind !== 'incident') return words.fromTo(firstEndText(from, to), looseText(to));
      const unknown = from.unit === 'minute' && to.unit === 'minute' ? 'time' : 'day';
      return words.between[unknown](firstEndText(from, to), looseText(to));
    },

    /** The date at the head of a record: `3 March 2026`, `about 3 March 2026`, `4–5 March 2026`. */
    whenShort: (time: string, span: TimeRange): string => {
      const written = readWrittenTime(time);
      if (!written) return daysText(span);
      if (written.kind === 'interval') {
        const { from, to } = written;
        if (from.unit === 'day' && to.unit === 'day' && to.looseness === 'exact')
          return dates.span({ from: from.minute, to: to.minute + DAY }, true);
        const isSure = to.looseness === 'exact';
        const end = isSure ? endText(to) : words.looseShort.approximate(endText(to));
        return words.range(firstEndText(from, to), end);
      }
      const { unit, looseness } = written.end;
      const minute = middleOf(span);
      return words.looseShort[looseness](
        unit === 'minute' ? dates.known({ from: minute, to: minute + 1 }) : endText(written.end),
      );
    },

    /** A report's date; one that is no plain date is shown as its record has it. */
    publishedDate: (published: string | null): string => {
      if (published === null) return unknownEnds.noDate;
      const minute = readIsoText(published.slice(0, 10));
      return minute === undefined ? outsideText(published) : dates.dayAndYear(minute);
    },
  };
}
