import { INCIDENT, type IncidentTable, type Row } from '../records/incident-table.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { KINDS } from '../records/incident.ts';
import { textAt } from '../text/text-column.ts';
import { DAY, startOfDay } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';

/**
 * The records of a window in the order in which a list is read: incidents by their days, then series,
 * then totals, which never count.
 */
export type RecordList = {
  readonly rows: Uint32Array<ArrayBuffer>;
  /** How many of `rows` are incidents, series and totals, in this order. */
  readonly incidents: number;
  readonly series: number;
  readonly totals: number;
  /** Incidents that are certainly in the window. */
  readonly certain: number;
  /** Name of the most frequent place of its records, and how many more there are. */
  readonly place: string;
  readonly morePlaces: number;
  /** One section for every day, or stretch of days, that incidents are known to; columns. */
  readonly days: {
    readonly length: number;
    /** The section's whole days, half-open civil minutes. */
    readonly from: Int32Array<ArrayBuffer>;
    readonly to: Int32Array<ArrayBuffer>;
    /** Position in `rows` of its first incident; one more than there are sections. */
    readonly start: Uint32Array<ArrayBuffer>;
    readonly certain: Uint32Array<ArrayBuffer>;
    /** Which end is not known of the records of a section; see `unknown-ends`. */
    readonly isUndated: Uint8Array<ArrayBuffer>;
  };
};

/** In the order of a list. */
const LISTED_KINDS = [INCIDENT, KINDS.indexOf('series'), KINDS.indexOf('total')];
/** Names that are decoded between two yield points. */
const NAMES_PER_YIELD_POINT = 2_000;

type Rows = Uint32Array<ArrayBuffer>;

/**
 * Lists the rows that pass `isAsked` and touch the window; a few passes over the rows. Of one day, and of
 * series and totals, those that are `isFirst` come before the others: the best matches of a search.
 */
export async function recordListOf(
  table: IncidentTable,
  window: TimeRange,
  isAsked: (row: Row) => boolean,
  isFirst: ((row: Row) => boolean) | undefined,
  task: Task,
): Promise<RecordList> {
  const { rows, counts } = await listedByKind(table, window, isAsked, task.part(0, 0.4));
  const [incidents = 0, series = 0, totals = 0] = counts;
  const days = await daysOfList(table, window, rows.subarray(0, incidents), task.part(0.4, 0.6));
  const places = await placesOf(table, rows.subarray(0, incidents + series), task.part(0.6, 0.8));
  if (isFirst) await rank(rows, [...days.start, ...endsOf(counts)], isFirst, task.part(0.8, 1));
  let certain = 0;
  for (const inDay of days.certain) certain += inDay;
  return { rows, incidents, series, totals, certain, ...places, days };
}

/** Where each kind ends in a list that begins with the incidents. */
const endsOf = (counts: readonly number[]): number[] => {
  let end = 0;
  return counts.map((count) => (end += count));
};

/** Incidents, then series, then totals, each in the order of the table. */
async function listedByKind(
  { length, from, to, kind }: IncidentTable,
  window: TimeRange,
  isAsked: (row: Row) => boolean,
  task: Task,
): Promise<{ readonly rows: Rows; readonly counts: readonly number[] }> {
  const ofKind = LISTED_KINDS.map(() => new Uint32Array(length));
  const counts = LISTED_KINDS.map(() => 0);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length);
    if ((from[row] ?? 0) >= window.to || (to[row] ?? 0) <= window.from || !isAsked(row)) continue;
    const listed = LISTED_KINDS.indexOf(kind[row] ?? INCIDENT);
    const rows = ofKind[listed];
    if (!rows) continue;
    const count = counts[listed] ?? 0;
    rows[count] = row;
    counts[listed] = count + 1;
  }
  const ends = endsOf(counts);
  const rows = new Uint32Array(ends.at(-1) ?? 0);
  ofKind.forEach((some, listed) => {
    const count = counts[listed] ?? 0;
    rows.set(some.subarray(0, count), (ends[listed] ?? 0) - count);
  });
  return { rows, counts };
}

/** The sections of a list of incidents. */
async function daysOfList(
  { from, to, isUndated }: IncidentTable,
  window: TimeRange,
  incidents: Rows,
  task: Task,
): Promise<RecordList['days']> {
  const { length } = incidents;
  const days = {
    from: new Int32Array(length),
    to: new Int32Array(length),
    start: new Uint32Array(length + 1),
    certain: new Uint32Array(length),
    isUndated: new Uint8Array(length),
  };
  let last = -1;
  for (let at = 0; at < length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(at / length);
    const row = incidents[at] ?? 0;
    const [start, end] = [from[row] ?? 0, to[row] ?? 0];
    const firstDay = startOfDay(start);
    const endOfLastDay = startOfDay(end - 1) + DAY;
    const undated = isUndated[row] ?? 0;
    const isSameSection =
      last >= 0 &&
      days.from[last] === firstDay &&
      days.to[last] === endOfLastDay &&
      days.isUndated[last] === undated;
    if (!isSameSection) {
      last++;
      days.from[last] = firstDay;
      days.to[last] = endOfLastDay;
      days.isUndated[last] = undated;
      days.start[last] = at;
    }
    if (start >= window.from && end <= window.to)
      days.certain[last] = (days.certain[last] ?? 0) + 1;
  }
  const sections = last + 1;
  days.start[sections] = length;
  return {
    length: sections,
    from: days.from.slice(0, sections),
    to: days.to.slice(0, sections),
    start: days.start.slice(0, sections + 1),
    certain: days.certain.slice(0, sections),
    isUndated: days.isUndated.slice(0, sections),
  };
}

/** Moves those that are `isFirst` to the head of their section; others keep their order. In place. */
async function rank(
  rows: Rows,
  sectionStarts: readonly number[],
  isFirst: (row: Row) => boolean,
  task: Task,
): Promise<void> {
  const unranked = rows.slice();
  const isHead = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.5 * at) / rows.length);
    isHead[at] = isFirst(unranked[at] ?? 0) ? 1 : 0;
  }
  for (const [section, start] of sectionStarts.entries()) {
    if (task.isDue()) await task.yield(0.5 + (0.5 * start) / (rows.length + 1));
    const end = sectionStarts[section + 1] ?? rows.length;
    let to = start;
    for (const head of [1, 0])
      for (let at = start; at < end; at++) if (isHead[at] === head) rows[to++] = unranked[at] ?? 0;
  }
}

/** Name of the most frequent place of the rows, and how many other names there are. */
async function placesOf(
  table: IncidentTable,
  rows: Rows,
  task: Task,
): Promise<{ readonly place: string; readonly morePlaces: number }> {
  const { places, place } = table;
  const byPlace = new Uint32Array(places.length);
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.2 * at) / rows.length);
    const own = place[rows[at] ?? 0] ?? 0;
    byPlace[own] = (byPlace[own] ?? 0) + 1;
  }
  const byName = new Map<string, number>();
  let [most, ofMost] = ['', 0];
  for (let one = 0; one < byPlace.length; one++) {
    if (one % NAMES_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.2 + (0.8 * one) / byPlace.length);
    const count = byPlace[one] ?? 0;
    if (count === 0) continue;
    const name = textAt(places.names, one);
    byName.set(name, (byName.get(name) ?? 0) + count);
  }
  // A place without a name names no list; it is one of the others.
  for (const [name, count] of byName)
    if (name !== '' && count > ofMost) [most, ofMost] = [name, count];
  return { place: most, morePlaces: Math.max(byName.size - 1, 0) };
}

export const EMPTY_RECORD_LIST: RecordList = {
  rows: new Uint32Array(0),
  incidents: 0,
  series: 0,
  totals: 0,
  certain: 0,
  place: '',
  morePlaces: 0,
  days: {
    length: 0,
    from: new Int32Array(0),
    to: new Int32Array(0),
    start: new Uint32Array(1),
    certain: new Uint32Array(0),
    isUndated: new Uint8Array(0),
  },
};

/** The buffers to move with a listing. */
export const recordListBuffers = ({ rows, days }: RecordList): ArrayBuffer[] => [
  rows.buffer,
  days.from.buffer,
  days.to.buffer,
  days.start.buffer,
  days.certain.buffer,
  days.isUndated.buffer,
];
