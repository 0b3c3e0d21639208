/**
 * Made-up records by the million, to measure with. None of them happened, and no place has its name.
 *
 * - Time: two years from 2024-01-01; waves of about three months and of a week, and days with a
 *   burst. Of all records 62 % take a day, 20 % a minute of the clock, 5 % an hour, 5 % three days,
 *   3 % a week, 2 % a calendar month and 3 % any number of minutes up to ten days.
 * - Places: about one for every 35 records, from 12 to 30,000. 60 towns (fewer where there are
 *   few places) between 28.5 and 40.5° N, 36 and 53° E by Zipf's law: the first holds about a
 *   quarter, the first ten two thirds. Places scatter around their town by some kilometres, and the
 *   first of a town hold more than the last; 2 % of the records lie in the open country. Coordinates
 *   are rounded to 0.01°, so that many places share them.
 * - Precision: sites, towns and districts; 3 % of the records know only an area, which bears the name
 *   of one that the map can hatch.
 * - Each town has a target of its own that holds most of its records, a second one, a weapon, and a
 *   share that is intercepted. Up to five rows are series, all others incidents.
 * - Rows stand in the order of the table and ids count them, so that they stand in order too.
 *
 * The same count and seed give the same bytes.
 */
import {
  idHash,
  periodOf,
  type Contents,
  type IncidentTable,
} from '../../src/core/records/incident-table.ts';
import { targetLayers } from '../../src/core/records/layer.ts';
import {
  EFFECTS,
  EFFECT_CLASSES,
  effectClassOf,
  KINDS,
  STATUSES,
  TARGETS,
  WEAPONS,
  type Incident,
  type Kind,
} from '../../src/core/records/incident.ts';
import type { Place } from '../../src/core/place/place.ts';
import { PlaceTableBuilder } from '../../src/core/place/place-table.ts';
import { writeRecordText } from '../../src/core/records/record-text.ts';
import type { TextColumn } from '../../src/core/text/text-column.ts';
import { DAY, HOUR, isoText, minuteOf, startOfDay } from '../../src/core/time/minute.ts';
import type { TimeRange } from '../../src/core/time/time-range.ts';
import { below, chanceOf, Lots, pick, type Chance } from './chance.ts';
import { madeUpCountry, type Town } from './made-up-country.ts';

/** The days that the records lie in. */
export const MADE_UP_PERIOD: TimeRange = { from: minuteOf(2024, 1), to: minuteOf(2026, 1) };

const DAYS = (MADE_UP_PERIOD.to - MADE_UP_PERIOD.from) / DAY;

/** How much happens on each day of the period. */
function dayLots(chance: Chance): Lots {
  return new Lots(
    Array.from({ length: DAYS }, (_, day) => {
      const wave =
        1.1 + Math.sin((2 * Math.PI * day) / 97) + 0.3 * Math.sin((2 * Math.PI * day) / 7);
      return Math.max(wave, 0.1) * (chance() < 0.04 ? 2 + 4 * chance() : 0.7 + 0.6 * chance());
    }),
  );
}

const LENGTHS = ['day', 'minute', 'hour', 'three days', 'week', 'month', 'odd'] as const;
const lengthLots = new Lots([62, 20, 5, 5, 3, 2, 3]);

/** A span that begins on the day, or earlier where it would end after the period. */
function madeUpSpan(chance: Chance, day: number): TimeRange {
  const at = (from: number, length: number): TimeRange => {
    const start = Math.min(from, MADE_UP_PERIOD.to - length);
    return { from: start, to: start + length };
  };
  switch (LENGTHS[lengthLots.draw(chance)] ?? 'day') {
    case 'minute':
      return at(day + below(chance, DAY), 1);
    case 'hour':
      return at(day + below(chance, 24) * HOUR, HOUR);
    case 'three days':
      return at(day, 3 * DAY);
    case 'week':
      return at(day, 7 * DAY);
    case 'month': {
      const [year = 0, month = 0] = dayText(day).split('-').map(Number);
      return { from: minuteOf(year, month), to: minuteOf(year, month + 1) };
    }
    case 'odd':
      return at(day + below(chance, DAY), 1 + below(chance, 10 * DAY));
    case 'day':
      return at(day, DAY);
  }
}

/** Two spans packed into numbers compare as the table orders them: each part has its own digits. */
const DAY_DIGITS = 4_096;

function packed({ from, to }: TimeRange): number {
  const firstDay = startOfDay(from);
  const lastDay = startOfDay(to - 1);
  const day = (firstDay - MADE_UP_PERIOD.from) / DAY;
  const days = (lastDay - firstDay) / DAY;
  return ((day * 64 + days) * DAY_DIGITS + (from - firstDay)) * DAY_DIGITS + (to - lastDay);
}

function unpacked(packedSpan: number): TimeRange {
  const lastMinutes = packedSpan % DAY_DIGITS;
  const rest = Math.floor(packedSpan / DAY_DIGITS);
  const days = Math.floor(rest / DAY_DIGITS);
  const firstDay = MADE_UP_PERIOD.from + Math.floor(days / 64) * DAY;
  const lastDay = firstDay + (days % 64) * DAY;
  return { from: firstDay + (rest % DAY_DIGITS), to: lastDay + lastMinutes };
}

function sortedSpans(chance: Chance, count: number): Float64Array {
  const days = dayLots(chance);
  const spans = Float64Array.from({ length: count }, () =>
    packed(madeUpSpan(chance, MADE_UP_PERIOD.from + days.draw(chance) * DAY)),
  );
  return spans.sort();
}

const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  const text = dayTexts.get(day) ?? isoText(day);
  dayTexts.set(day, text);
  return text;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function timeText(minute: number): string {
  const day = startOfDay(minute);
  const hour = Math.floor((minute - day) / HOUR);
  return `${dayText(day)}T${twoDigits(hour)}:${twoDigits(minute % HOUR)}:00`;
}

/** The span as EDTF, in whole months or days where it is made of them. */
function edtfText({ from, to }: TimeRange): string {
  const last = to - 1;
  if (to - from === 1) return timeText(from);
  if (from % DAY !== 0 || to % DAY !== 0) return `${timeText(from)}/${timeText(last)}`;
  const [first, until] = [dayText(from), dayText(startOfDay(last))];
  if (first === until) return first;
  const isMonth = first.endsWith('-01') && dayText(to).endsWith('-01') && to - from <= 31 * DAY;
  return isMonth ? first.slice(0, 7) : `${first}/${until}`;
}

/** As many weights as there are effects. */
const effectLots = new Lots([30, 20, 0, 8, 6, 8, 4, 6, 18]);

type Circumstances = { readonly row: number; readonly kind: Kind; readonly span: TimeRange };

function madeUpIncident(chance: Chance, town: Town, { row, kind, span }: Circumstances): Incident {
  const { places, profile } = town;
  const place = places[Math.floor(places.length * chance() ** 2)] ?? places[0];
  const part = chance();
  const [most, second] = profile.targets;
  const target = part < 0.65 ? most : part < 0.85 ? second : pick(chance, TARGETS);
  const weapon = chance() < 0.7 ? profile.weapon : pick(chance, [null, ...WEAPONS]);
  const isIntercepted = chance() < profile.intercepted;
  const effect = isIntercepted ? 'intercepted' : (EFFECTS[effectLots.draw(chance)] ?? 'unknown');
  const hurt = effect === 'struck' ? below(chance, 4) : 0;
  return {
    id: `made-up-${String(row + 1).padStart(7, '0')}`,
    kind,
    title: `Made-up ${weapon ?? 'event'} at ${place.name}`,
    summary: 'Made up to measure with.',
    target,
    target_name: null,
    weapon,
    effect,
    time: edtfText(span),
    time_note: null,
    place,
    killed: null,
    injured: hurt === 0 ? null : [hurt, hurt],
    attribution: [],
    status: pick(chance, STATUSES),
    caveat: null,
    reports: [
      {
        publisher: 'Made-up Bulletin',
        title: null,
        url: `https://example.org/made-up/${row + 1}`,
        published: null,
        language: 'en',
        says: 'Made up.',
      },
    ],
  };
}

/** Gathers texts in one growing array of bytes. Node's `Buffer` is the quickest encoder into it. */
class TextWriter {
  readonly #offsets: Uint32Array<ArrayBuffer>;
  #bytes: Buffer<ArrayBuffer>;
  #count = 0;
  #end = 0;

  constructor(count: number) {
    this.#offsets = new Uint32Array(count + 1);
    this.#bytes = Buffer.from(new ArrayBuffer(count * 400 + 4_096));
  }

  add(text: string): void {
    const maxBytes = 3 * text.length;
    if (this.#end + maxBytes > this.#bytes.length) {
      const grown = Buffer.from(new ArrayBuffer(this.#bytes.length * 2 + maxBytes));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#end += this.#bytes.write(text, this.#end);
    this.#offsets[++this.#count] = this.#end;
  }

  build(): TextColumn {
    return { bytes: new Uint8Array(this.#bytes.buffer, 0, this.#end), offsets: this.#offsets };
  }
}

/** A table of 1 to 9,999,999 made-up records; see the head of this file. */
export function madeUpTable(count: number, seed = 1): IncidentTable {
  const chance = chanceOf(seed);
  const { towns, lots } = madeUpCountry(chance, count);
  const spans = sortedSpans(chance, count);
  const everySeries = Math.max(Math.ceil(count / 5), 1_000);
  const builder = new PlaceTableBuilder();
  const positions = new Map<Place, number>();
  const text = new TextWriter(count);
  const columns = {
    length: count,
    from: new Int32Array(count),
    to: new Int32Array(count),
    place: new Uint32Array(count),
    kind: new Uint8Array(count),
    layer: new Uint16Array(count),
    effectClass: new Uint8Array(count),
    deaths: new Uint8Array(count),
    people: undefined,
    reported: undefined,
    origins: new Uint8Array(count),
    traits: undefined,
    isUndated: new Uint8Array(count),
    id: new Uint32Array(count),
    layers: targetLayers(),
  };
  spans.forEach((packedSpan, row) => {
    const town = towns[lots.draw(chance)] ?? towns[0];
    if (!town) return;
    const span = unpacked(packedSpan);
    const kind = row % everySeries === everySeries - 1 ? 'series' : 'incident';
    const incident = madeUpIncident(chance, town, { row, kind, span });
    const place = positions.get(incident.place) ?? builder.add(incident.place);
    positions.set(incident.place, place);
    columns.from[row] = span.from;
    columns.to[row] = span.to;
    columns.place[row] = place;
    columns.kind[row] = KINDS.indexOf(kind);
    columns.layer[row] = TARGETS.indexOf(incident.target);
    columns.effectClass[row] = EFFECT_CLASSES.indexOf(effectClassOf(incident.effect));
    columns.id[row] = idHash(incident.id);
    text.add(writeRecordText(incident));
  });
  const contents: Contents = { kind: 'texts', text: text.build() };
  return { ...columns, contents, places: builder.build(), period: periodOf(columns) };
}
