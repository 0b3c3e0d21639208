import { INCIDENT, type IncidentTable, type Row } from '../records/incident-table.ts';
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

const SERIES = KINDS.indexOf('series');
const TOTAL = KINDS.indexOf('total');

/**
 * Lists the rows that pass `isAsked` and touch the window; one pass over the table. Of one day, and of
 * series and totals, those that are `isFirst` come before the others: the best matches of a search.
 */
export function recordListOf(
  table: IncidentTable,
  window: TimeRange,
  isAsked: (row: Row) => boolean,
  isFirst?: (row: Row) => boolean,
): RecordList {
  const { from, to, kind, isUndated } = table;
  const ofKind: Record<number, Row[]> = { [INCIDENT]: [], [SERIES]: [], [TOTAL]: [] };
  for (let row = 0; row < table.length; row++) {
    const isOutside = (from[row] ?? 0) >= window.to || (to[row] ?? 0) <= window.from;
    if (!isOutside && isAsked(row)) ofKind[kind[row] ?? INCIDENT]?.push(row);
  }
  const [incidents = [], series = [], totals = []] = [INCIDENT, SERIES, TOTAL].map(
    (code) => ofKind[code],
  );
  const days: { from: number; to: number; start: number; certain: number; isUndated: number }[] =
    [];
  incidents.forEach((row, position) => {
    const first = startOfDay(from[row] ?? 0);
    const end = startOfDay((to[row] ?? 0) - 1) + DAY;
    let last = days.at(-1);
    const undated = isUndated[row] ?? 0;
    if (last?.from !== first || last.to !== end || last.isUndated !== undated) {
      last = { from: first, to: end, start: position, certain: 0, isUndated: undated };
      days.push(last);
    }
    if ((from[row] ?? 0) >= window.from && (to[row] ?? 0) <= window.to) last.certain++;
  });
  const ranked = (rows: readonly Row[]): readonly Row[] =>
    isFirst ? [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))] : rows;
  const ofDays = days.map(({ start }, day) => ranked(incidents.slice(start, days[day + 1]?.start)));
  return {
    rows: Uint32Array.from([...ofDays.flat(), ...ranked(series), ...ranked(totals)]),
    incidents: incidents.length,
    series: series.length,
    totals: totals.length,
    certain: days.reduce((sum, day) => sum + day.certain, 0),
    ...placesOf(table, [...incidents, ...series]),
    days: {
      length: days.length,
      from: Int32Array.from(days, (day) => day.from),
      to: Int32Array.from(days, (day) => day.to),
      start: Uint32Array.from([...days.map((day) => day.start), incidents.length]),
      certain: Uint32Array.from(days, (day) => day.certain),
      isUndated: Uint8Array.from(days, (day) => day.isUndated),
    },
  };
}

function placesOf(
  table: IncidentTable,
  rows: readonly Row[],
): { readonly place: string; readonly morePlaces: number } {
  const byPlace = new Uint32Array(table.places.length);
  for (const row of rows) {
    const place = table.place[row] ?? 0;
    byPlace[place] = (byPlace[place] ?? 0) + 1;
  }
  const byName = new Map<string, number>();
  byPlace.forEach((count, place) => {
    if (count === 0) return;
    // A place without a name names no list; it is one of the others.
    const name = textAt(table.places.names, place);
    byName.set(name, (byName.get(name) ?? 0) + count);
  });
  const named = [...byName].filter(([name]) => name !== '');
  const [[place] = ['']] = named.toSorted((a, b) => b[1] - a[1]);
  return { place, morePlaces: Math.max(byName.size - 1, 0) };
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
