import { withLatinDigits } from '../text/latin-digits.ts';
import type { Calendar, DateOrder } from './date-order.ts';
import { foldText } from '../text/fold-text.ts';
import { DAY, minuteOf, wallClock, type Minute } from './minute.ts';
import type { TimeRange } from './time-range.ts';

/** Years of these calendars that are 1992 to about 2038 of the Gregorian one. */
const LIKELY_YEARS: readonly (readonly [Calendar, number, number])[] = [
  ['solar-hijri', 1371, 1411],
  ['hijri', 1412, 1462],
  ['buddhist', 2535, 2585],
  ['kurdish', 2692, 2738],
];

const FOUR_DIGITS = /(?<!\d)(\d{4})(?!\d)/;
/** This part of the dates decides. */
const MIN_PART = 0.8;

/** The calendar that the years of some dates look like; undefined for the Gregorian one. */
export function likelyCalendar(texts: Iterable<string>): Calendar | undefined {
  const counts = new Map<Calendar, number>();
  let dated = 0;
  for (const text of texts) {
    const year = Number(FOUR_DIGITS.exec(withLatinDigits(text))?.[1] ?? NaN);
    if (Number.isNaN(year)) continue;
    dated++;
    const [calendar] = LIKELY_YEARS.find(([, from, to]) => year >= from && year <= to) ?? [];
    if (calendar) counts.set(calendar, (counts.get(calendar) ?? 0) + 1);
  }
  const [calendar, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [undefined, 0];
  return count > 0 && count >= MIN_PART * dated ? calendar : undefined;
}

/** What the platform calls them (Unicode CLDR); Saudi Arabia's calendar for the lunar one. */
const CLDR = { 'solar-hijri': 'persian', hijri: 'islamic-umalqura' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(calendar: keyof typeof CLDR, day: Minute): readonly [number, number, number] {
  const name = CLDR[calendar];
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(name, format);
  }
  const parts = format.formatToParts(wallClock(day));
  const number = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value.replace(/\D/g, '') ?? NaN);
  return [number('year'), number('month'), number('day')];
}

/** Days from 1970-01-01 at which a date lies, to within four days: mean lengths of year and month. */
function nearDay(calendar: keyof typeof CLDR, year: number, month: number, day: number): number {
  if (calendar === 'hijri')
    return Math.round(-492_148 + (year - 1) * 354.36707 + (month - 1) * 29.53059 + day - 1);
  const intoYear = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return Math.round(minuteOf(year + 621, 3, 21) / DAY + intoYear + day - 1);
}

const REACH = [0, 1, -1, 2, -2, 3, -3, 4, -4];

/** The minute at which a day of another calendar begins; undefined where that calendar has no such day. */
function startOf(calendar: Calendar, year: number, month: number, day: number): Minute | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  if (calendar === 'kurdish') return startOf('solar-hijri', year - 1321, month, day);
  if (calendar === 'gregorian' || calendar === 'buddhist') {
    const ownYear = calendar === 'buddhist' ? year - 543 : year;
    const start = minuteOf(ownYear, month, day);
    return wallClock(start).getUTCDate() === day ? start : undefined;
  }
  const near = nearDay(calendar, year, month, day);
  for (const offset of REACH) {
    const start = (near + offset) * DAY;
    const [y, m, d] = partsOf(calendar, start);
    if (y === year && m === month && d === day) return start;
  }
  return undefined;
}

/** Months of the Solar Hijri year in Persian, Sorani and Latin letters; then those of the lunar year. */
const SOLAR_MONTHS: readonly (readonly string[])[] = [
  ['فروردین', 'خاکەلێوە', 'farvardin', 'xakelêwe'],
  ['اردیبهشت', 'گوڵان', 'ordibehesht', 'gulan'],
  ['خرداد', 'جۆزەردان', 'khordad', 'cozerdan'],
  ['تیر', 'پووشپەڕ', 'tir', 'pûşper'],
  ['مرداد', 'گەلاوێژ', 'mordad', 'gelawêj'],
  ['شهریور', 'خەرمانان', 'shahrivar', 'xermanan'],
  ['مهر', 'ڕەزبەر', 'mehr', 'rezber'],
  ['آبان', 'گەڵاڕێزان', 'aban', 'gelarêzan'],
  ['آذر', 'سەرماوەز', 'azar', 'sermawez'],
  ['دی', 'بەفرانبار', 'dey', 'befranbar'],
  ['بهمن', 'ڕێبەندان', 'bahman', 'rêbendan'],
  ['اسفند', 'ڕەشەمێ', 'esfand', 'reşemê'],
];
const LUNAR_MONTHS: readonly (readonly string[])[] = [
  ['محرم', 'muharram'],
  ['صفر', 'safar'],
  ['ربيع الأول', 'rabi al-awwal'],
  ['ربيع الآخر', 'ربيع الثاني', 'rabi al-thani'],
  ['جمادى الأولى', 'jumada al-ula'],
  ['جمادى الآخرة', 'جمادى الثانية', 'jumada al-akhira'],
  ['رجب', 'rajab'],
  ['شعبان', 'shaban'],
  ['رمضان', 'ramadan'],
  ['شوال', 'shawwal'],
  ['ذو القعدة', 'dhu al-qadah'],
  ['ذو الحجة', 'dhu al-hijjah'],
];

const folded = (name: string): string => foldText(name).replace(/[^\p{L}]/gu, '');
const numbersOf = (months: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(months.flatMap((names, at) => names.map((name) => [folded(name), at + 1] as const)));
const SOLAR = numbersOf(SOLAR_MONTHS);
const LUNAR = numbersOf(LUNAR_MONTHS);

const monthNamedIn = (calendar: Calendar, name: string): number | undefined =>
  (calendar === 'hijri' ? LUNAR : SOLAR).get(folded(name));

const NUMBERS = /^(\d{1,4})\s*[-/.\s]\s*(\d{1,2})(?:\s*[-/.\s]\s*(\d{1,4}))?$/;
const NAMED = /^(\d{1,4})[\s.-]*(\p{L}[\p{L}\p{M}\s’'-]*?)[\s,.-]*(\d{1,4})$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** No date is longer. The patterns take time by the length squared. */
const MAX_CHARACTERS = 80;
const CLOCK = /[T\s]+(\d{1,2}):(\d{2})(?::\d{2})?$/;

type Written = { readonly year: number; readonly month: number; readonly day: number | undefined };

function written(text: string, order: DateOrder, calendar: Calendar): Written | undefined {
  const compact = COMPACT.exec(text);
  if (compact) {
    const [year = NaN, month = NaN, day] = compact.slice(1).map(Number);
    return { year, month, day };
  }
  const named = NAMED.exec(text);
  if (named) {
    const [, a = '', name = '', b = ''] = named;
    const month = monthNamedIn(calendar, name);
    if (month === undefined) return undefined;
    const [year, day] = a.length > 2 ? [a, b] : [b, a];
    return { year: Number(year), month, day: Number(day) };
  }
  const [, a = '', b = '', c] = NUMBERS.exec(text) ?? [];
  if (a.length === 4)
    return { year: Number(a), month: Number(b), day: c === undefined ? undefined : Number(c) };
  if (c?.length !== 4) return undefined;
  const [day, month] = order === 'mdy' ? [b, a] : [a, b];
  return { year: Number(c), month: Number(month), day: Number(day) };
}

function yearSpan(calendar: Calendar, year: number): TimeRange | undefined {
  const from = startOf(calendar, year, 1, 1);
  const to = startOf(calendar, year + 1, 1, 1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * The days, or the minute, of a date that is written in another calendar: numbers in the given order,
 * or with a named month. The widest span of civil minutes; undefined where it is no date of that calendar.
 */
export function parseCalendarDate(
  text: string,
  order: DateOrder,
  calendar: Calendar,
): TimeRange | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const plain = withLatinDigits(text).trim();
  if (/^\d{4}$/.test(plain)) return yearSpan(calendar, Number(plain));
  const clock = CLOCK.exec(plain);
  const date = written(clock ? plain.slice(0, clock.index) : plain, order, calendar);
  if (!date) return undefined;
  const { year, month, day } = date;
  // 0 means unknown, as in Gregorian dates.
  if (month === 0) return (day ?? 0) <= 31 ? yearSpan(calendar, year) : undefined;
  if (day === undefined || day === 0) {
    const from = startOf(calendar, year, month, 1);
    const to =
      month === 12 ? startOf(calendar, year + 1, 1, 1) : startOf(calendar, year, month + 1, 1);
    return from === undefined || to === undefined ? undefined : { from, to };
  }
  const start = startOf(calendar, year, month, day);
  if (start === undefined) return undefined;
  if (!clock) return { from: start, to: start + DAY };
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  if (hour > 23 || minute > 59) return undefined;
  const isMidnight = hour === 0 && minute === 0;
  const from = start + hour * 60 + minute;
  return isMidnight ? { from, to: from + DAY } : { from, to: from + 1 };
}
