import { PairNumbers } from '../base/pair-numbers.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { CATEGORIES, categoryOf, type ColorScheme } from '../records/color-scheme.ts';
import { DEATHS, EFFECT_CLASSES } from '../records/incident.ts';
import { ZONES, type IncidentTable } from '../records/incident-table.ts';
import { ORIGIN_CLASSES, originClassAt } from '../records/origin-classes.ts';
import { UNDATED } from '../records/unknown-ends.ts';
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

/**
 * Incidents counted apart by everything that the page shows counts of, as columns: an entry for each
 * combination that occurs, with an interval group of the same number. Every other count is a sum of these.
 */
export type IncidentCells = {
  readonly length: number;
  /** What `category` is of. */
  readonly scheme: ColorScheme;
  readonly layer: Uint32Array<ArrayBuffer>;
  /** Position in `EFFECT_CLASSES`. */
  readonly effectClass: Uint8Array<ArrayBuffer>;
  /** Position in `CATEGORIES` of the scheme; 0 for `target`, whose categories are the layers. */
  readonly category: Uint8Array<ArrayBuffer>;
  /** Position in `DEATHS`. */
  readonly deaths: Uint8Array<ArrayBuffer>;
  /** Position in `ZONES`. */
  readonly zone: Uint8Array<ArrayBuffer>;
  /** Position in `ORIGIN_CLASSES`. */
  readonly origins: Uint8Array<ArrayBuffer>;
  /** 1: they pass the filter only possibly, so none of them is certainly in a window. */
  readonly isPossible: Uint8Array<ArrayBuffer>;
  /** 1: without a date. */
  readonly isUndated: Uint8Array<ArrayBuffer>;
  /** The area of the incidents; `NO_AREA` where areas are not counted apart. */
  readonly area: Uint16Array<ArrayBuffer>;
  readonly spans: IntervalIndex;
};

const UNKNOWN = EFFECT_CLASSES.indexOf('unknown');

/** Whether any incident says what came of it. Where none does, all are drawn plain, not as half known. */
export const saysOutcomes = ({ effectClass }: Pick<IncidentCells, 'effectClass'>): boolean =>
  effectClass.some((one) => one !== UNKNOWN);

/** What cells are told apart by, in the order of a code of mixed base. */
const CLASSES = EFFECT_CLASSES.length;
const MOST_CATEGORIES = Math.max(...Object.values(CATEGORIES).map(({ length }) => length));
const OF_DEATHS = DEATHS.length;
const OF_ZONES = ZONES.length;
const OF_ORIGINS = ORIGIN_CLASSES.length;

/** Whether a row that passes the filter does so only possibly; undefined: none does. */
export type PossibleRow = ((row: number) => boolean) | undefined;

/** The code of what a mark tells apart of a row: its layer, effect class, category, deaths, and whether it is only possible. */
export function markCodeOf(
  table: IncidentTable,
  scheme: ColorScheme,
  isPossible: PossibleRow,
): (row: number) => number {
  const { layer, effectClass, deaths } = table;
  const category = categoryOf(scheme, table);
  return (row) =>
    ((((layer[row] ?? 0) * CLASSES + (effectClass[row] ?? 0)) * MOST_CATEGORIES + category(row)) *
      OF_DEATHS +
      (deaths[row] ?? 0)) *
      2 +
    (isPossible?.(row) ? 1 : 0);
}

/** What such codes mean, as columns. */
export function markCodeColumns(codes: Uint32Array) {
  const inCode = (below: number, base: number) =>
    Uint8Array.from(codes, (code) => Math.floor(code / below) % base);
  const above = CLASSES * MOST_CATEGORIES * OF_DEATHS * 2;
  return {
    layer: Uint32Array.from(codes, (code) => Math.floor(code / above)),
    effectClass: inCode(MOST_CATEGORIES * OF_DEATHS * 2, CLASSES),
    category: inCode(OF_DEATHS * 2, MOST_CATEGORIES),
    deaths: inCode(2, OF_DEATHS),
    isPossible: inCode(1, 2),
  };
}

/**
 * Counts some rows of a table, by `areaOf` too. Cells are numbered as they are met, so memory is by what
 * occurs. Costs one pass over the rows and those of `buildIntervalIndex`.
 */
export async function cellsOf(
  table: IncidentTable,
  times: TimedRows,
  rows: Uint32Array,
  scheme: ColorScheme,
  areaOf: (row: number) => number,
  isPossible: PossibleRow,
  task: Task,
): Promise<IncidentCells> {
  const { traits, isUndated, origins } = table;
  const markCode = markCodeOf(table, scheme, isPossible);
  const elsewhere = ZONES.indexOf('elsewhere');
  const pairs = new PairNumbers();
  const cellAt = new Uint32Array(rows.length).fill(NO_GROUP);
  for (let position = 0; position < rows.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.3 * position) / rows.length);
    const row = rows[position] ?? 0;
    const zone = traits ? (traits.zone[row] ?? elsewhere) : elsewhere;
    const undated = isUndated[row] === UNDATED ? 1 : 0;
    const sources = originClassAt(origins, row);
    cellAt[position] = pairs.of(
      markCode(row),
      ((areaOf(row) * OF_ORIGINS + sources) * OF_ZONES + zone) * 2 + undated,
    );
  }
  const { length, first, second } = pairs;
  const spans = await buildIntervalIndex(
    times,
    rows,
    length,
    (position) => cellAt[position] ?? NO_GROUP,
    task.part(0.3, 1),
  );
  return {
    length,
    scheme,
    ...markCodeColumns(first),
    zone: Uint8Array.from(second, (code) => (code >> 1) % OF_ZONES),
    isUndated: Uint8Array.from(second, (code) => code & 1),
    origins: Uint8Array.from(second, (code) => Math.floor(code / (2 * OF_ZONES)) % OF_ORIGINS),
    area: Uint16Array.from(second, (code) => Math.floor(code / (2 * OF_ZONES * OF_ORIGINS))),
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
