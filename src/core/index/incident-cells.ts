import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import { EFFECT_CLASSES } from '../records/incident.ts';
import { NO_AREA } from '../place/place-table.ts';
import { buildIntervalIndex, type TimedRows } from './build-interval-index.ts';
import {
  intervalIndexBuffers,
  newCounts,
  countIntervals,
  makePossible,
  NO_GROUP,
  type GroupCounts,
  type IntervalIndex,
} from './interval-index.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { CellColumns, RowCodes } from './row-codes.ts';

/**
 * Incidents counted apart by everything that the page shows counts of, as columns: an entry for each
 * combination that occurs, with an interval group of the same number. Every other count is a sum of these.
 */
export type IncidentCells = CellColumns & {
  /** 1: they pass the filter only possibly, so none of them is certainly in a window. */
  readonly isPossible: Uint8Array<ArrayBuffer>;
  readonly spans: IntervalIndex;
};

const UNKNOWN = EFFECT_CLASSES.indexOf('unknown');

/** Whether any incident says what came of it. Where none does, all are drawn plain, not as half known. */
export const saysOutcomes = ({ effectClass }: Pick<IncidentCells, 'effectClass'>): boolean =>
  effectClass.some((one) => one !== UNKNOWN);

/** Whether a row that passes the filter does so only possibly; undefined: none does. */
export type PossibleRow = ((row: number) => boolean) | undefined;

/**
 * Counts some rows of a table; `isByArea`: those with an area, by area too. Only cells that occur are there. Costs
 * a pass over the rows and those of `buildIntervalIndex`.
 */
export async function cellsOf(
  codes: RowCodes,
  isByArea: boolean,
  times: TimedRows,
  rows: Uint32Array,
  isPossible: PossibleRow,
  task: Task,
): Promise<IncidentCells> {
  const { ofCode, example } = isByArea ? codes.areaCells : codes.cells;
  const counted = new Uint32Array(example.length === 0 ? 0 : rows.length);
  const groups = new Uint32Array(counted.length);
  /** Classes of codes are doubled: the second of two has the rows that pass only possibly. */
  const groupOf = new Uint32Array(2 * example.length).fill(NO_GROUP);
  const doubles: number[] = [];
  let length = 0;
  for (let position = 0; position < counted.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.2 * position) / rows.length);
    const row = rows[position] as number;
    const ofRow = ofCode[codes.ofRow[row] as number] as number;
    if (ofRow === NO_GROUP) continue;
    const double = 2 * ofRow + (isPossible?.(row) ? 1 : 0);
    if (groupOf[double] === NO_GROUP) groupOf[double] = doubles.push(double) - 1;
    counted[length] = row;
    groups[length++] = groupOf[double] as number;
  }
  const spans = await buildIntervalIndex(
    times,
    counted.subarray(0, length),
    doubles.length,
    groups,
    task.part(0.2, 1),
  );
  const code = Uint32Array.from(doubles, (double) => example[double >> 1] ?? 0);
  const bytes = (column: Uint8Array) => Uint8Array.from(code, (at) => column[at] ?? 0);
  return {
    length: code.length,
    scheme: codes.scheme,
    layer: Uint32Array.from(code, (at) => codes.layer[at] ?? 0),
    effectClass: bytes(codes.effectClass),
    category: bytes(codes.category),
    deaths: bytes(codes.deaths),
    zone: bytes(codes.zone),
    origins: bytes(codes.origins),
    isUndated: bytes(codes.isUndated),
    isPossible: Uint8Array.from(doubles, (double) => double & 1),
    area: Uint16Array.from(code, (at) => (isByArea ? (codes.area[at] ?? NO_AREA) : NO_AREA)),
    spans,
  };
}

/** Cells of several data sets behind each other, with the layers and areas of the joined ones. */
export async function joinCells(
  parts: readonly {
    readonly cells: IncidentCells;
    readonly firstLayer: number;
    readonly areaOf: (area: number) => number;
  }[],
  scheme: ColorScheme,
  task: Task,
): Promise<IncidentCells> {
  let length = 0;
  const indexes = parts.map(({ cells }) => {
    const first = length;
    length += cells.length;
    return { index: cells.spans, groupOf: (cell: number) => first + cell };
  });
  const bytes = (
    column: 'effectClass' | 'category' | 'deaths' | 'isPossible' | 'zone' | 'origins' | 'isUndated',
  ) => Uint8Array.from(parts.flatMap(({ cells }) => [...cells[column]]));
  return {
    length,
    scheme,
    layer: Uint32Array.from(
      parts.flatMap(({ cells, firstLayer }) => Array.from(cells.layer, (own) => firstLayer + own)),
    ),
    effectClass: bytes('effectClass'),
    category: bytes('category'),
    deaths: bytes('deaths'),
    isPossible: bytes('isPossible'),
    zone: bytes('zone'),
    origins: bytes('origins'),
    isUndated: bytes('isUndated'),
    area: Uint16Array.from(parts.flatMap(({ cells, areaOf }) => Array.from(cells.area, areaOf))),
    spans: await joinIntervalIndexes(indexes, length, task),
  };
}

export const cellBuffers = (cells: IncidentCells): ArrayBuffer[] => [
  ...[cells.layer, cells.effectClass, cells.category, cells.deaths].map(({ buffer }) => buffer),
  ...[cells.zone, cells.origins, cells.isUndated, cells.isPossible, cells.area].map(
    ({ buffer }) => buffer,
  ),
  ...intervalIndexBuffers(cells.spans),
];

/** The counts of a window by cell. */
export function countCells({ spans, isPossible }: IncidentCells, window: TimeRange): GroupCounts {
  const counts = newCounts(spans.length);
  countIntervals(spans, window, counts);
  for (let cell = 0; cell < isPossible.length; cell++)
    if (isPossible[cell] === 1) makePossible(counts, cell);
  return counts;
}
