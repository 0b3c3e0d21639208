import { outsideText } from '../../core/text/outside-text.ts';
import type { CountRange, Incident, Kind, Weapon } from '../../core/records/incident.ts';
import type { Place } from '../../core/place/place.ts';
import { DAY, readIsoText, wallClock, type Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { readWrittenTime, type WrittenEnd } from '../written-time.ts';
import * as formats from './counting.ts';
import { counts, dates, lists } from './counting.ts';
import { daysOf } from '../../core/records/incident-table.ts';
import { terms } from './terms.ts';

const dayAndYear = (minute: Minute): string => dates.dayAndYear(minute);

function endWords(end: WrittenEnd): string {
  switch (end.unit) {
    case 'year':
      return dates.year(end.minute);
    case 'month':
      return dates.month(end.minute);
    case 'day':
      return dayAndYear(end.minute);
    case 'minute':
      return `${dates.clock(end.minute)} on ${dayAndYear(end.minute)}`;
  }
}

const LOOSE = {
  exact: (words: string) => words,
  approximate: (words: string) => `about ${words} (approximate)`,
  uncertain: (words: string) => `perhaps ${words} (uncertain)`,
  both: (words: string) => `perhaps about ${words} (uncertain and approximate)`,
} satisfies Record<WrittenEnd['looseness'], (words: string) => string>;

const looseWords = (end: WrittenEnd): string => LOOSE[end.looseness](endWords(end));

function singleWords(end: WrittenEnd): string {
  if (end.unit === 'minute') return `${LOOSE[end.looseness](`at ${endWords(end)}`)}, local time`;
  const unknown =
    end.unit === 'month'
      ? '; day not known'
      : end.unit === 'year'
        ? '; month and day not known'
        : '';
  const before = end.looseness !== 'exact' ? '' : end.unit === 'day' ? 'on ' : 'in ';
  return `${before}${looseWords(end)}${unknown}`;
}

/** `4` before `5 March 2026`, `28 February` before `4 March 2026`. */
function firstEndWords(from: WrittenEnd, to: WrittenEnd): string {
  const isShort = from.unit === 'day' && to.unit === 'day' && from.looseness === 'exact';
  const [a, b] = [wallClock(from.minute), wallClock(to.minute)];
  if (!isShort || a.getUTCFullYear() !== b.getUTCFullYear()) return looseWords(from);
  const isOneMonth = a.getUTCMonth() === b.getUTCMonth() && to.looseness === 'exact';
  return isOneMonth ? counts.number(a.getUTCDate()) : dates.day(from.minute);
}

/** A clock time with an offset is read off the span, which is civil time of the place. */
const atPlace = (end: WrittenEnd, minute: Minute): WrittenEnd =>
  end.unit === 'minute' ? { ...end, minute } : end;

const middleOf = (span: TimeRange): Minute => Math.floor((span.from + span.to - 1) / 2);

/** The days that a span touches. */
const spanDays = (span: TimeRange): string => dates.span(daysOf(span), true);

/** When it happened, and how closely that is known. */
export function whenSentence(time: string, span: TimeRange, kind: Kind): string {
  const written = readWrittenTime(time);
  if (!written) return `within ${spanDays(span)}; nothing more is known`;
  if (written.kind === 'single') return singleWords(atPlace(written.end, middleOf(span)));
  const from = atPlace(written.from, span.from);
  const to = atPlace(written.to, span.to - 1);
  if (kind !== 'incident') return `from ${firstEndWords(from, to)} to ${looseWords(to)}`;
  const unknown = from.unit === 'minute' && to.unit === 'minute' ? 'time' : 'day';
  return `between ${firstEndWords(from, to)} and ${looseWords(to)}; exact ${unknown} not known`;
}

/** The date at the head of a record: `3 March 2026`, `about 3 March 2026`, `4 to 5 March 2026`. */
export function whenShort(time: string, span: TimeRange): string {
  const written = readWrittenTime(time);
  if (!written) return spanDays(span);
  if (written.kind === 'interval') {
    const { from, to } = written;
    if (from.unit === 'day' && to.unit === 'day' && to.looseness === 'exact')
      return dates.span({ from: from.minute, to: to.minute + DAY }, true);
    const about = to.looseness === 'exact' ? '' : 'about ';
    return `${firstEndWords(from, to)} to ${about}${endWords(to)}`;
  }
  const { unit, looseness } = written.end;
  const about = looseness === 'exact' ? '' : looseness === 'approximate' ? 'about ' : 'perhaps ';
  if (unit !== 'minute') return `${about}${endWords(written.end)}`;
  const minute = middleOf(span);
  return `${about}${dates.known({ from: minute, to: minute + 1 })}`;
}

const governorateOf = (place: Place): string =>
  place.governorate === null ? '' : `${place.governorate} governorate`;

/** The place at the head of a record, its governorate named once. */
export function placeLine(place: Place): string {
  if (place.precision === 'governorate' && place.name === place.governorate)
    return governorateOf(place);
  return place.governorate === null || place.name.includes(place.governorate)
    ? place.name
    : `${place.name}, ${governorateOf(place)}`;
}

/** The place with all that it lies in. */
export function whereSentence(place: Place): string {
  const district =
    place.district === null || place.name.includes(`${place.district} district`)
      ? ''
      : `${place.district} district`;
  const isItself = place.precision === 'governorate' && place.name === place.governorate;
  return lists.plain([isItself ? '' : place.name, district, governorateOf(place)]);
}

/** How closely the place is known, and on what ground. */
export const precisionSentence = (place: Place): string =>
  `${terms.precisions[place.precision]}; ${terms.bases[place.basis]}`;

/** Not said is not none. */
export function casualties(range: CountRange | null): string {
  if (range === null) return 'not reported';
  const [min, max] = range;
  if (max === 0) return 'none, according to a source';
  return min === max ? counts.number(min) : `${counts.number(min)} to ${counts.number(max)}`;
}

export const weaponName = (weapon: Weapon | null): string =>
  weapon === null ? terms.noWeapon : terms.weapons[weapon];

/** `1 killed · 6 to 7 injured`; only numbers above none. */
export function tollLine({ killed, injured }: Pick<Incident, 'killed' | 'injured'>): string {
  const one = (range: CountRange | null, word: string): string =>
    range === null || range[1] === 0 ? '' : `${casualties(range)} ${word}`;
  return [one(killed, 'killed'), one(injured, 'injured')].filter(Boolean).join(' · ');
}

/** A report's date; one that is no plain date stands as its record has it. */
export function publishedDate(published: string | null): string {
  if (published === null) return 'no date';
  const minute = readIsoText(published.slice(0, 10));
  return minute === undefined ? outsideText(published) : dayAndYear(minute);
}

export const languageName = (code: string): string => outsideText(formats.languageName(code));
