import { outsideText } from '../../core/outside-text.ts';
import type { Layer } from '../../core/incident/layer.ts';
import type { Layout } from '../../core/reading/meaning.ts';
import type { FilePrecision } from '../../core/reading/precision.ts';
import { UNDERSTOOD, type RowNoteCode } from '../../core/reading/row-reading.ts';
import { DAY, minuteOf, wallClock, type Minute } from '../../core/time/minute.ts';
import type { UnknownEnd } from '../../core/incident/unknown-ends.ts';
import type { Span } from '../../core/time/span.ts';
import { unreachable } from '../../core/unreachable.ts';
import { counts, dates } from './counting.ts';
import { terms } from './terms.ts';

const yearOf = (minute: Minute): number => wallClock(minute).getUTCFullYear();
const monthOf = (minute: Minute): number => wallClock(minute).getUTCMonth() + 1;

/** `4` before `5 March 2026`, `28 February` before `4 March 2026`. */
function firstDay(first: Minute, last: Minute): string {
  if (yearOf(first) !== yearOf(last)) return dates.dayAndYear(first);
  return monthOf(first) === monthOf(last)
    ? counts.number(wallClock(first).getUTCDate())
    : dates.day(first);
}

function wholeDays(from: Minute, to: Minute): string {
  const last = to - DAY;
  if (last === from) return dates.dayAndYear(from);
  const [year, month] = [yearOf(from), monthOf(from)];
  if (from === minuteOf(year, 1) && to === minuteOf(year + 1, 1)) return dates.year(from);
  if (from === minuteOf(year, month) && to === minuteOf(year, month + 1)) return dates.month(from);
  return `${firstDay(from, last)} to ${dates.dayAndYear(last)}`;
}

const clockOn = (minute: Minute): string => `${dates.clock(minute)} on ${dates.dayAndYear(minute)}`;

/** When a row is; `unknownEnd` is the end of the span that nobody knows. */
export function whenWords(span: Span, unknownEnd?: UnknownEnd): string {
  const { from, to } = span;
  if (unknownEnd === 'both') return 'no date';
  if (unknownEnd === 'to')
    return `from ${from % DAY === 0 ? dates.dayAndYear(from) : clockOn(from)} on, end not known`;
  if (unknownEnd === 'from')
    return `until ${to % DAY === 0 ? dates.dayAndYear(to - 1) : clockOn(to - 1)}, beginning not known`;
  return spanWords(span);
}

/** A span with its years, its last day or minute included: `March 2026`, `21:35 on 3 March 2026`. */
export function spanWords({ from, to }: Span): string {
  const [startsDay, endsDay] = [from % DAY === 0, to % DAY === 0];
  if (startsDay && endsDay) return wholeDays(from, to);
  if (to - from === 1) return clockOn(from);
  const start = startsDay ? dates.dayAndYear(from) : clockOn(from);
  return `${start} to ${endsDay ? dates.dayAndYear(to - 1) : clockOn(to - 1)}`;
}

const degrees = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 5 });

/** `36.19° N, 44.01° E` */
export const coordinates = (lat: number, lon: number): string =>
  `${degrees.format(Math.abs(lat))}° ${lat < 0 ? 'S' : 'N'}, ${degrees.format(Math.abs(lon))}° ${lon < 0 ? 'W' : 'E'}`;

/** A place's name and the area that it lies in, neither said twice. */
export const placeLine = (name: string, area: string): string =>
  [name, name.includes(area) ? '' : area]
    .filter(Boolean)
    .map((part) => outsideText(part))
    .join(', ');

/** How finely a row's place is known. */
export function precision(of: FilePrecision): string {
  switch (of) {
    case 'near':
      return 'known to lie near this point, within about 25 km';
    case 'wide':
      return 'known to lie somewhere around this point, within about 150 km';
    case 'unstated':
      return 'precision not given';
    default:
      return terms.precisions[of];
  }
}

const violence: Readonly<Record<string, string>> = {
  1: 'State-based conflict',
  2: 'Non-state conflict',
  3: 'One-sided violence',
};

const quadClasses: Readonly<Record<string, string>> = {
  1: 'Verbal cooperation',
  2: 'Material cooperation',
  3: 'Verbal conflict',
  4: 'Material conflict',
};

/** Two digits, so that they are never taken for quad classes. */
const rootCodes: Readonly<Record<string, string>> = {
  '01': 'Public statement',
  '02': 'Appeal',
  '03': 'Intent to cooperate',
  '04': 'Consultation',
  '05': 'Diplomatic cooperation',
  '06': 'Material cooperation',
  '07': 'Aid',
  '08': 'Yielding',
  '09': 'Investigation',
  '10': 'Demand',
  '11': 'Disapproval',
  '12': 'Rejection',
  '13': 'Threat',
  '14': 'Protest',
  '15': 'Show of force',
  '16': 'Relations reduced',
  '17': 'Coercion',
  '18': 'Assault',
  '19': 'Fighting',
  '20': 'Mass violence',
};

/** A category in words where its layout writes codes; else as its file writes it. */
export function category(layout: Layout | undefined, text: string): string {
  if (layout === 'ucdp') return violence[text] ?? outsideText(text);
  if (layout === 'gdelt') return quadClasses[text] ?? rootCodes[text] ?? outsideText(text);
  return outsideText(text);
}

export function layerName({ name }: Layer, layout: Layout | undefined): string {
  switch (name.kind) {
    case 'target':
      return terms.targets[name.target];
    case 'category':
      return category(layout, name.text);
    case 'others':
      return 'Other';
    case 'none':
      return 'Without a category';
    default:
      return unreachable(name);
  }
}

type NoteWords = {
  /** For a cell of a table. */
  readonly short: string;
  readonly means: string;
  readonly advice: string;
};

const understood = (code: RowNoteCode): string =>
  `What would be understood, for example: ${(UNDERSTOOD[code] ?? []).join('; ')}.`;

const notes: Readonly<Record<RowNoteCode, NoteWords>> = {
  'no-place': {
    short: 'no place given',
    means: 'The cell is empty: no place is given.',
    advice: 'Fill in the coordinates, or choose other columns for the place.',
  },
  'bad-coordinate': {
    short: 'cannot be read as a coordinate',
    means: 'The cell cannot be read as a coordinate.',
    advice: understood('bad-coordinate'),
  },
  'outside-world': {
    short: 'coordinates outside the world',
    means: 'A latitude beyond 90 degrees or a longitude beyond 360: there is no such point.',
    advice: 'Look for a lost decimal point, or for metres in place of degrees.',
  },
  'null-island': {
    short: 'coordinates 0, 0',
    means: 'The coordinates are 0, 0, which programs write where they know nothing.',
    advice: 'Give the place, or leave the cells empty.',
  },
  'too-coarse': {
    short: 'known only to a country',
    means: 'The place is known only to a country, or to the high seas: no point can stand for it.',
    advice: 'Nothing needs to be mended.',
  },
  'no-date': {
    short: 'no date given',
    means: 'The cell is empty: no date is given.',
    advice: 'Fill in the date, or choose other columns for the time.',
  },
  'bad-date': {
    short: 'cannot be read as a date',
    means: 'The cell cannot be read as a date, or no calendar has that day.',
    advice: understood('bad-date'),
  },
  'reversed-dates': {
    short: 'ends before it begins',
    means: 'The last date lies before the first.',
    advice: 'Look whether the two are exchanged, or day and month.',
  },
  'other-calendar': {
    short: 'calendar not chosen',
    means: 'The year looks like one of another calendar, and nobody has said which it is.',
    advice: 'Choose the calendar when the file is opened.',
  },
  'unset-date': {
    short: 'date not set',
    means:
      'The date is one that databases and spreadsheets write for an empty value, such as 0001-01-01, 0000-00-00 or 9999-12-31.',
    advice: 'Fill in the date, or leave the cell empty.',
  },
  'far-date': {
    short: 'date too far away',
    means: 'The date is before 2100 BCE or after the year 6000: times are not kept so far away.',
    advice: 'Look for a typing error in the year.',
  },
  'zero-date': {
    short: 'may be an empty value, not a date',
    means:
      'Programs write this date for an empty value: 1970-01-01, 1899-12-30, 1900-01-01. Where no other date of the file is within ten years of it, the row has no date; else the date is kept.',
    advice: 'Fill in the date, or leave the cell empty.',
  },
  'zero-part': {
    short: 'day or month 0',
    means:
      'The day or the month is 0, as some tables write what is not known: the date was read as the whole month or year.',
    advice: 'Fill in the day or the month where it is known.',
  },
  'open-end': {
    short: 'no end known',
    means:
      'The end is open, unknown, or a date more than 20 years ahead, as files write for what is not over: the row is possibly in every window from its start on.',
    advice: 'Give the end where it is known.',
  },
  'open-begin': {
    short: 'no beginning known',
    means: 'The beginning is open or unknown: the row is possibly in every window up to its end.',
    advice: 'Give the beginning where it is known.',
  },
  'no-end': {
    short: 'no end given',
    means: 'A beginning is given and no end: the row was read as its first date alone.',
    advice: 'Give the end, or write “ongoing” where there is none yet.',
  },
  'bad-clock': {
    short: 'time of day not used',
    means:
      'The time of day cannot be read, or the date is no single day that it could be joined to: the date alone is used.',
    advice: 'Write hours and minutes, such as 21:30.',
  },
  'other-clock': {
    short: 'moved from another clock',
    means:
      'The time is written with another offset from UTC than most of this file: it was moved to the clock of the others.',
    advice: 'Nothing needs to be mended.',
  },
  'local-clock': {
    short: 'time without an offset',
    means:
      'The time has no offset from UTC, though others of this file have one: it was read as a time of the same clock as theirs.',
    advice: 'Check whether it is; if not, write the offset, such as +03:00.',
  },
  'empty-row': {
    short: 'empty row',
    means: 'The row is empty.',
    advice: 'Nothing needs to be mended.',
  },
  'broken-row': {
    short: 'broken row',
    means: 'What stands there is no record.',
    advice: 'Look at it in the file; the rows around it are read.',
  },
  'too-long': {
    short: 'row too long',
    means: 'The row, or one of its cells, is longer than any that can be read here; it was cut.',
    advice: 'Often a quotation mark is not closed, so that many rows become one.',
  },
  'longitude-beyond-180': {
    short: 'longitude beyond 180',
    means: 'A longitude is beyond 180 degrees. It is read as the same meridian from -180 to 180.',
    advice: 'If these are degrees east from 0 to 360, nothing needs to be changed.',
  },
  'part-not-read': {
    short: 'a part of the shape is missing',
    means:
      'A part of the shape is empty, is at 0, 0, or has coordinates that cannot be read. It is left out; all other parts are drawn.',
    advice: 'Look at the coordinates of the row in the file.',
  },
  'several-points': {
    short: 'several points',
    means:
      'The row has more than one point. It is counted once, at the first; the others are drawn as small dots.',
    advice: 'If each point is an incident of its own, give each a row.',
  },
  'swapped-coordinates': {
    short: 'latitude and longitude may be exchanged',
    means: 'Latitude and longitude seem to be exchanged.',
    advice: 'If they are, choose the columns the other way round, or correct the rows.',
  },
  'far-outside': {
    short: 'far from the rest',
    means: 'The point lies far from most points of the file.',
    advice: 'Check the coordinates against the name of the place.',
  },
  'odd-year': {
    short: 'unlikely year',
    means: 'The date is before 1800, or more than two years ahead.',
    advice: 'Look for a typing error in the year.',
  },
  'crowded-point': {
    short: 'many rows on one point',
    means:
      'Very many rows stand on this one point, and none says how precise it is. It may stand for a whole country or province.',
    advice: 'If it does, say so in a column for the precision.',
  },
  'either-number': {
    short: 'decimals or thousands',
    means:
      'This number can be read in two ways (1.500 is one and a half or fifteen hundred), and no other number of the file shows which. It was read as the larger, so that the place is not drawn finer than it is known.',
    advice: 'Write it without a separator for thousands, or with one digit fewer or more after it.',
  },
  'open-quote': {
    short: 'quotation mark not closed',
    means: 'A quotation mark is not closed, so the row was read as if there were none.',
    advice: 'Close it, here or in the row before.',
  },
  'mixed-encoding': {
    short: 'another text encoding',
    means:
      'A cell of this row is in another text encoding than the rest of the file. It was read by itself, as UTF-8 or as Windows-1252.',
    advice: 'Check its letters against the original.',
  },
  'lost-letters': {
    short: 'letters lost',
    means:
      'Some letters do not exist in the text encoding of the file, or were lost before it was saved. They are shown as �.',
    advice: 'Open the file with another text encoding, or look the letters up in the original.',
  },
  'bad-precision': {
    short: 'precision not understood',
    means: 'The cell cannot be read as a precision, so the row is shown as if it gave none.',
    advice: 'Choose in which words or numbers the precision is written, or another column.',
  },
  'too-many-cells': {
    short: 'more cells than columns',
    means: 'The row has more cells than there are columns.',
    advice: 'A delimiter in a text without quotation marks moves all cells that follow it.',
  },
  'too-few-cells': {
    short: 'fewer cells than columns',
    means: 'The row has fewer cells than there are columns.',
    advice: 'See whether the row is cut short.',
  },
};

const brokenRecord: NoteWords = {
  short: 'against the codebook',
  means: 'The record does not follow the codebook in this field.',
  advice: 'Mend the field as the codebook says, and open the file again.',
};

/** Notes on the row as a whole, where no column is to blame: nothing is read as its place or time. */
const withoutColumn: Readonly<Partial<Record<RowNoteCode, NoteWords>>> = {
  'no-place': {
    short: 'no place: no column is read as one',
    means: 'No place is given: no column is read as one, and the row has no geometry of its own.',
    advice: 'Open the file again and choose the columns of the place.',
  },
  'no-date': {
    short: 'no date: no column is read as one',
    means: 'No date is given: no column is read as the time.',
    advice: 'Open the file again and choose the column of the time.',
  },
};

/**
 * What a note means and what can be done. Records of the codebook break other rules than tables; a note
 * without a column (`hasColumn` false) is about what was not found.
 */
export const note = (code: RowNoteCode, layout?: Layout, hasColumn = true): NoteWords => {
  if (layout === 'codebook' && code === 'broken-row') return brokenRecord;
  return (hasColumn ? undefined : withoutColumn[code]) ?? notes[code];
};

const LONGEST_CELL = 60;

/** A cell as an example in a sentence: cut, controls visible. The marks are ours, so they are outside the isolate. */
export const quotedCell = (cell: string): string => `“${outsideText(cell, LONGEST_CELL)}”`;

/** The clock in which the times of a file with offsets are shown: `UTC+3`, `UTC`, `UTC−4:30`. */
export function clockName(utcOffset: Minute): string {
  if (utcOffset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(utcOffset) / 60), Math.abs(utcOffset) % 60];
  const part = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `UTC${utcOffset < 0 ? '−' : '+'}${String(hours)}${part}`;
}
