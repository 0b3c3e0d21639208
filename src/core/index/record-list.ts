import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { DAY, startOfDay } from '../time/minute.ts';
import { EFFECT_CLASSES } from '../records/incident.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { ListedRows } from './dataset-index.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';
import type { ZoneCounts } from './zone-counts.ts';

/**
 * The records of a window in the order in which a list is read: incidents by their days, then series,
 * then totals, which never count.
 */
export type RecordList = {
  /** References of its records. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** How many of `rows` are incidents, series and totals, in this order. */
  readonly incidents: number;
  readonly series: number;
  readonly totals: number;
  /** Incidents that are certainly in the window. */
  readonly certain: number;
  /** The incidents by position in `EFFECT_CLASSES`. */
  readonly effects: GroupCounts;
  /**
   * The attacks and people of a mark or an area, in the region of the data set and elsewhere; undefined where the
   * data do not say.
   */
  readonly zones: ZoneCounts | undefined;
  /** Name of the most frequent place of its records, and how many more there are. */
  readonly place: string;
  /** The name is that of the town that most of them are in, and around; see `townOf`. */
  readonly isAround: boolean;
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
    /** Of these, halts; and halts that are possibly in the window. */
    readonly certainHalts: Uint32Array<ArrayBuffer>;
    readonly possibleHalts: Uint32Array<ArrayBuffer>;
    /** Which end is not known of the records of a section; see `unknown-ends`. */
    readonly isUndated: Uint8Array<ArrayBuffer>;
  };
};

/** The rows of a list by kind, with references in place of rows. */
export type ListedKinds = Readonly<Record<'incidents' | 'series' | 'totals', ListedRows>>;

type Days = RecordList['days'];

const HALT = EFFECT_CLASSES.indexOf('halt');

/**
 * Lists the rows of a window by days. Of one day, and of series and totals, those that the search names
 * come before the others: its best matches.
 */
export async function recordListOf(
  { incidents, series, totals }: ListedKinds,
  window: TimeRange,
  known: Pick<RecordList, 'place' | 'isAround' | 'morePlaces' | 'zones'>,
  task: Task,
): Promise<RecordList> {
  const effects = newCounts(EFFECT_CLASSES.length);
  const days = await daysOf(incidents, window, effects, task);
  const length = incidents.row.length;
  const rows = new Uint32Array(length + series.row.length + totals.row.length);
  let end = 0;
  const add = (from: ListedRows, start: number, after: number): void => {
    for (const isFirst of [1, 0])
      for (let at = start; at < after; at++)
        if (from.isFirst[at] === isFirst) rows[end++] = from.row[at] ?? 0;
  };
  let certain = 0;
  let since = 0;
  for (let day = 0; day < days.length; day++) {
    const [start = 0, after = length] = days.start.subarray(day, day + 2);
    add(incidents, start, after);
    certain += days.certain[day] ?? 0;
    since += after - start;
    if (since < ROWS_PER_YIELD_POINT) continue;
    since = 0;
    if (task.isDue()) await task.yield(0.5 + (0.5 * start) / length);
  }
  add(series, 0, series.row.length);
  add(totals, 0, totals.row.length);
  return {
    rows,
    incidents: length,
    series: series.row.length,
    totals: totals.row.length,
    certain,
    effects,
    ...known,
    days,
  };
}

/** One section for each stretch of whole days that incidents are known to; fills `effects`. */
async function daysOf(
  { row, from, to, isUndated, effectClass, isPossible }: ListedRows,
  window: TimeRange,
  effects: GroupCounts,
  task: Task,
): Promise<Days> {
  const { length } = row;
  const days = {
    from: new Int32Array(length),
    to: new Int32Array(length),
    start: new Uint32Array(length + 1),
    certain: new Uint32Array(length),
    certainHalts: new Uint32Array(length),
    possibleHalts: new Uint32Array(length),
    isUndated: new Uint8Array(length),
  };
  let last = -1;
  for (let at = 0; at < length; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.5 * at) / length);
    const [start, end, undated] = [from[at] ?? 0, to[at] ?? 0, isUndated[at] ?? 0];
    const firstDay = startOfDay(start);
    const endOfLastDay = startOfDay(end - 1) + DAY;
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
    const isCertain = start >= window.from && end <= window.to && isPossible[at] === 0;
    if (isCertain) days.certain[last] = (days.certain[last] ?? 0) + 1;
    const effect = effectClass[at] ?? 0;
    const ofEffects = isCertain ? effects.certain : effects.possible;
    ofEffects[effect] = (ofEffects[effect] ?? 0) + 1;
    if (effect !== HALT) continue;
    const halts = isCertain ? days.certainHalts : days.possibleHalts;
    halts[last] = (halts[last] ?? 0) + 1;
  }
  const sections = last + 1;
  days.start[sections] = length;
  return {
    length: sections,
    from: days.from.slice(0, sections),
    to: days.to.slice(0, sections),
    start: days.start.slice(0, sections + 1),
    certain: days.certain.slice(0, sections),
    certainHalts: days.certainHalts.slice(0, sections),
    possibleHalts: days.possibleHalts.slice(0, sections),
    isUndated: days.isUndated.slice(0, sections),
  };
}

export const EMPTY_RECORD_LIST: RecordList = {
  rows: new Uint32Array(0),
  incidents: 0,
  series: 0,
  totals: 0,
  certain: 0,
  effects: newCounts(EFFECT_CLASSES.length),
  zones: undefined,
  place: '',
  isAround: false,
  morePlaces: 0,
  days: {
    length: 0,
    from: new Int32Array(0),
    to: new Int32Array(0),
    start: new Uint32Array(1),
    certain: new Uint32Array(0),
    certainHalts: new Uint32Array(0),
    possibleHalts: new Uint32Array(0),
    isUndated: new Uint8Array(0),
  },
};
