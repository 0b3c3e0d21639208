import { withLatinDigits } from '../text/latin-digits.ts';
import { isMissing } from '../text/missing-value.ts';
import { DAY, HOUR, type Minute } from './minute.ts';
import { offsetOf } from './clock-offset.ts';

/** A time of day as a cell of its own writes it. */
export type ParsedTimeOfDay = {
  /** Minutes since midnight, 0 to 1440. */
  readonly minute: Minute;
  /** Minutes east of UTC, where the cell states them. */
  readonly offset: Minute | undefined;
  /** All zeros, as programs write where no time was entered. */
  readonly isMidnight: boolean;
};

const MAX_CHARACTERS = 40;

/** `21:30`, `9:30:15 pm`, `21h30`, `21.30`, `9 p.m.`, `T21:30Z`; Arabic ص and م are a.m. and p.m. */
const CLOCK =
  /^(?:at\s+|T)?(\d{1,2})(?:\s?[:h٫.]\s?(\d{2})?(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(?:([ap])\.?\s?m?\.?|([صم]))?\s*(?:hrs?|hours|h|uhr)?\.?\s*(Z|(?:UTC|GMT)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)$/iu;
/** `0930`, `2130 hrs`, `2130Z`. */
const DIGITS = /^(\d{1,2})(\d{2})\s*(?:hrs?|hours|h)?\.?\s*(Z)?$/i;
/** The day of a spreadsheet before a time that has none. */
const SPREADSHEET_DAY = /^(?:1899-12-3[01]|1900-01-0[01])[T ]/;
/** A time as a spreadsheet keeps it: a part of the day. */
const PART_OF_DAY = /^0?[.,](?:\d|\d{3,})$/;
const NOON = /^(?:noon|midday|midi|mediod[ií]a|mittag|ظهر[اً]*)$/iu;

/**
 * The hour of 0 to 23 that a clock of twelve hours means; `half` is the first letter of a.m. or p.m.
 * Undefined for 0 a.m. and 13 a.m.; 13 p.m. is read as 13.
 */
export function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  const isAfternoon = half.toLowerCase() === 'p';
  if (hour === 0 || (hour > 12 && !isAfternoon)) return undefined;
  return hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
}

function timeOfDay(
  hours: number,
  minutes: number,
  seconds: number,
  offset: Minute | undefined,
): ParsedTimeOfDay | undefined {
  const minute = hours * HOUR + minutes;
  if (!(minutes <= 59 && seconds <= 60 && minute <= DAY) || (minute === DAY && seconds > 0))
    return undefined;
  return Number.isNaN(offset)
    ? undefined
    : { minute, offset, isMidnight: minute === 0 && seconds === 0 };
}

/** Returns `none` for an empty cell, undefined for a text that is no time of day. */
export function parseTimeOfDay(text: string): ParsedTimeOfDay | 'none' | undefined {
  if (isMissing(text)) return 'none';
  if (text.length > MAX_CHARACTERS) return undefined;
  const plain = withLatinDigits(text).trim().replace(SPREADSHEET_DAY, '');
  if (NOON.test(plain)) return timeOfDay(12, 0, 0, undefined);
  if (PART_OF_DAY.test(plain)) {
    const minutes = Math.round(Number(plain.replace(',', '.')) * DAY);
    return timeOfDay(Math.floor(minutes / HOUR), minutes % HOUR, 0, undefined);
  }
  const digits = DIGITS.exec(plain);
  if (digits) return timeOfDay(Number(digits[1]), Number(digits[2]), 0, digits[3] ? 0 : undefined);
  const parts = CLOCK.exec(plain);
  if (!parts) return undefined;
  const [, hourText, minuteText, second = '0', latinHalf, arabicHalf, zone = ''] = parts;
  const half = latinHalf?.toLowerCase() ?? (arabicHalf === 'م' ? 'p' : arabicHalf && 'a');
  // A bare number may be anything: 9, or 14 as a day.
  if (minuteText === undefined && half === undefined && !/\dh|uhr/i.test(plain)) return undefined;
  const hour = hourOfDay(Number(hourText), half);
  if (hour === undefined) return undefined;
  return timeOfDay(hour, Number(minuteText ?? 0), Number(second), offsetOf(zone));
}
