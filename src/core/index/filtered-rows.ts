import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { FieldKey } from '../fields/field-key.ts';
import { clauseKey, type Clause } from '../filters/clause.ts';
import type { Filter } from '../filters/filter.ts';
import { NO, POSSIBLY, type RowFlags } from '../filters/match.ts';
import { INCIDENT, type IncidentTable } from '../records/incident-table.ts';
import { DAY } from '../time/minute.ts';
import type { TimeColumns } from './build-interval-index.ts';
import type { CountedRows } from './row-groups.ts';

/** No clause fails a row, or is in doubt of it. */
const NONE = 0;
/** More than one does. */
const SEVERAL = 255;
/** See `RowFlags`. */
const FLAGS = 3;

/** The incidents of a table in an order in which those of a window lie together. It is the same for every filter. */
export type OrderedRows = {
  /** In the order of the table, apart from those at the end, whose time is long or open. */
  readonly rows: Uint32Array;
  /** Where the long ones begin. */
  readonly long: number;
  /** Positions whose times are looked at together: about the root of their number, so that a window costs no more than that. */
  readonly block: number;
  /** By block of the positions before the long ones: the first minute of its rows, and the end of the last. */
  readonly blockFrom: Int32Array;
  readonly blockTo: Int32Array;
};

/**
 * Which incidents all clauses pass, or all but those on one field: what facets count, because each of them
 * ignores the clauses on its own field. The same idea as the bit masks of Crossfilter and Mosaic.
 */
export type FilteredRows = OrderedRows & {
  /** The field of each clause number; 0 is none. Clauses on one field have one number. */
  readonly fields: readonly (FieldKey | undefined)[];
  /** By position: the number whose clauses alone fail the row; `NONE`: all pass, `SEVERAL`: no facet counts it. */
  readonly failedBy: Uint8Array;
  /** By position: the number whose clauses alone pass it only possibly; `NONE`: none does, `SEVERAL`. */
  readonly doubtedBy: Uint8Array;
};

/** The facet that ignores a clause: that of its field. Layers of our records are their targets. */
function facetOf(clause: Clause): FieldKey {
  if (clause.kind === 'layers') return 'target';
  const isOnField = ['values', 'range', 'contains'].includes(clause.kind);
  return isOnField ? clause.field : clauseKey(clause);
}

/** A longer time would make every window look at all rows after it. */
const LONG = 62 * DAY;

/** Costs two passes over the rows. */
export async function orderedRows(
  { length, kind }: IncidentTable,
  times: TimeColumns,
  task: Task,
): Promise<OrderedRows> {
  const ordered = new Uint32Array(length);
  let regular = 0;
  let last = length;
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / length / 2);
    if (kind[row] !== INCIDENT) continue;
    const isLong = (times.to[row] ?? 0) - (times.from[row] ?? 0) > LONG;
    // Long ones are collected from the end, and put in order below.
    ordered[isLong ? --last : regular++] = row;
  }
  ordered.copyWithin(regular, last);
  const rows = ordered.slice(0, regular + length - last);
  rows.subarray(regular).reverse();
  const block = 2 ** Math.ceil(Math.log2(regular + 1) / 2);
  const blockFrom = new Int32Array(Math.ceil(regular / block)).fill(0x7fff_ffff);
  const blockTo = new Int32Array(blockFrom.length).fill(-0x8000_0000);
  for (let at = 0; at < regular; at++) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.5 + at / regular / 2);
    const number = Math.floor(at / block);
    const row = rows[at] ?? 0;
    blockFrom[number] = Math.min(blockFrom[number] ?? 0, times.from[row] ?? 0);
    blockTo[number] = Math.max(blockTo[number] ?? 0, times.to[row] ?? 0);
  }
  return { rows, long: regular, block, blockFrom, blockTo };
}

/**
 * Tells the rows of a filter apart in one pass for each clause. `flagsOf` gives the rows that pass a clause, `isSeen` a flag
 * by place.
 */
export async function filteredRows(
  { place }: IncidentTable,
  ordered: OrderedRows,
  filter: Filter,
  flagsOf: (clause: Clause, task: Task) => Promise<RowFlags | undefined>,
  isSeen: Uint8Array,
  task: Task,
): Promise<FilteredRows> {
  const fields: (FieldKey | undefined)[] = [undefined];
  const flagsOfAll: RowFlags[] = [];
  const numbers: number[] = [];
  for (const clause of filter) {
    const flags = await flagsOf(clause, task.part(0, 0.5));
    if (!flags) continue;
    const facet = facetOf(clause);
    const known = fields.indexOf(facet);
    const number = known > 0 ? known : fields.push(facet) - 1;
    flagsOfAll.push(flags);
    numbers.push(Math.min(number, SEVERAL - 1));
  }
  const { rows } = ordered;
  const { length } = rows;
  const failedBy = new Uint8Array(length);
  const doubtedBy = new Uint8Array(length);
  const own = task.part(0.5, 1);
  if (isSeen.includes(0)) {
    const leaveOut = (from: number, to: number): void => {
      for (let at = from; at < to; at++)
        if (isSeen[place[rows[at] as number] ?? 0] !== 1) failedBy[at] = SEVERAL;
    };
    await inPieces(length, leaveOut, own);
  }
  for (const [clause, flags] of flagsOfAll.entries()) {
    const number = numbers[clause] ?? NONE;
    await join(failedBy, rows, flags, joinedWith(number, NO), own);
    if (flags.includes(POSSIBLY))
      await join(doubtedBy, rows, flags, joinedWith(number, POSSIBLY), own);
  }
  return { ...ordered, fields, failedBy, doubtedBy };
}

/**
 * Work on all rows, with a yield point between pieces. `work` is a plain function: the same loop within an
 * asynchronous one is compiled late, and the first filters took several times as long.
 */
async function inPieces(
  length: number,
  work: (from: number, to: number) => void,
  task: Task,
): Promise<void> {
  for (let from = 0; from < length; from += ROWS_PER_YIELD_POINT) {
    if (task.isDue()) await task.yield(from / length);
    work(from, Math.min(from + ROWS_PER_YIELD_POINT, length));
  }
}

/** Looks at a clause: `joined` instead of branches, which the processor could not foresee. */
function join(
  ofRows: Uint8Array,
  rows: Uint32Array,
  flags: RowFlags,
  joined: Uint8Array,
  task: Task,
): Promise<void> {
  const joinRows = (from: number, to: number): void => {
    for (let at = from; at < to; at++)
      ofRows[at] = joined[
        ((flags[rows[at] as number] as number) << 8) | (ofRows[at] as number)
      ] as number;
  };
  return inPieces(rows.length, joinRows, task);
}

/** What of a row is stored once a clause has been looked at, by its flag and what was stored; `flag`: what counts. */
function joinedWith(number: number, flag: typeof NO | typeof POSSIBLY): Uint8Array {
  const joined = Uint8Array.from({ length: FLAGS << 8 }, (_, at) => at & 255);
  joined.fill(SEVERAL, flag << 8, (flag + 1) << 8);
  joined[(flag << 8) | NONE] = number;
  joined[(flag << 8) | number] = number;
  return joined;
}

/** The number of the clauses on a field; `NO_CLAUSE` without any. */
export const NO_CLAUSE = -1;
export const clauseNumber = ({ fields }: FilteredRows, field: FieldKey): number =>
  fields.indexOf(field, 1);

/** Whether a row passes the clauses of all other numbers: 1 certainly, 0 possibly; undefined: it does not. */
export function passesOthers(
  { failedBy, doubtedBy }: FilteredRows,
  position: number,
  own: number,
): 0 | 1 | undefined {
  const failed = failedBy[position];
  if (failed !== NONE && failed !== own) return undefined;
  const doubted = doubtedBy[position];
  return doubted === NONE || doubted === own ? 1 : 0;
}

/** Rows that pass the clauses of all other numbers, block by block; `first`: where each block begins, and the end of the last whole one. */
export type CountedBlocks = CountedRows & { readonly first: Uint32Array };

/** Those of the whole blocks of regular rows: found once, and counted by every field that has no clause of its own. */
export function countedBlocks(filtered: FilteredRows, own: number): CountedBlocks {
  const { block, long, failedBy, doubtedBy } = filtered;
  const blocks = Math.floor(long / block);
  const rows = new Uint32Array(blocks * block);
  const isCertain = new Uint8Array(rows.length);
  const first = new Uint32Array(blocks + 1);
  // What `passesOthers` says, by number.
  const isOwn = new Uint8Array(SEVERAL + 1);
  isOwn[NONE] = 1;
  if (own !== NO_CLAUSE) isOwn[own] = 1;
  let length = 0;
  for (let number = 0; number < blocks; number++) {
    const end = (number + 1) * block;
    // Each row is written, and the next one over it unless it counts.
    for (let at = number * block; at < end; at++) {
      rows[length] = filtered.rows[at] as number;
      isCertain[length] = isOwn[doubtedBy[at] as number] as number;
      length += isOwn[failedBy[at] as number] as number;
    }
    first[number + 1] = length;
  }
  return { length, rows: rows.slice(0, length), isCertain: isCertain.slice(0, length), first };
}
