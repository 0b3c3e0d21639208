import type { DateColumn, NumberColumn } from '../fields/field-column.ts';
import { EDGE_DIGITS } from '../filters/range-edges.ts';
import { binEdges, binUnitFor } from '../time/bins.ts';

/** The bins of a field by row: the first and the last that its range touches. `bins`: it gives nothing. */
export type BinnedColumn = {
  readonly bins: number;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
};

const MAX_BINS = 24;
/** A histogram by days is as wide as two by numbers. */
const MAX_DATE_BINS = 48;

/** The smallest of 1, 2 and 5 times a power of ten that is not below a number. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((one) => one * power >= least) ?? 10) * power;
}

/** Edges of at most 25 equal bins around some numbers, all below the last; whole numbers are not cut. */
export function numberEdges(min: number, max: number): Float64Array<ArrayBuffer> {
  const isWhole = Number.isInteger(min) && Number.isInteger(max);
  // The distance of two numbers may be larger than any number.
  const distance = max - min;
  const part = Number.isFinite(distance) ? distance / MAX_BINS : max / MAX_BINS - min / MAX_BINS;
  const least = part || Number.MIN_VALUE;
  const step = isWhole ? Math.max(niceStep(Math.max(least, 1)), 1) : niceStep(least);
  // 0.3 is less than three times 0.1, but an edge is the number that is read.
  const edgeAt = (at: number): number => Number((at * step).toPrecision(EDGE_DIGITS));
  const stepOf = (number: number): number => {
    const at = Math.floor(number / step);
    if (edgeAt(at + 1) <= number) return at + 1;
    return edgeAt(at) > number ? at - 1 : at;
  };
  const [first, last] = [stepOf(min), stepOf(max)];
  // Steps too small for the precision of numbers as large as these would never end.
  if (!Number.isFinite(step) || !Number.isSafeInteger(first) || last - first > 2 * MAX_BINS)
    return Float64Array.of(min, max > min ? max + (max / 1e6 - min / 1e6) : min + 1);
  return Float64Array.from({ length: last - first + 2 }, (_, at) => edgeAt(first + at));
}

/** Edges of calendar bins around some half-open minutes. */
export function dateEdges(from: number, to: number): Float64Array<ArrayBuffer> {
  const span = { from, to: Math.max(to, from + 1) };
  return Float64Array.from(binEdges(span, binUnitFor(span, MAX_DATE_BINS, 'day')));
}

/** The bin that holds a number; those outside are in the bin at that end. */
function binOf(edges: Float64Array, number: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((edges[middle] as number) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bins of a column, found once. */
export function binnedColumn(column: NumberColumn | DateColumn, edges: Float64Array): BinnedColumn {
  const bins = Math.max(edges.length - 1, 0);
  const [low, high] =
    column.kind === 'number' ? [column.min, column.max] : [column.from, column.to];
  // A date ends before its last minute.
  const lastOf = (end: number): number => (column.kind === 'number' ? end : end - 1);
  const binAt = (number: number): number =>
    Number.isNaN(number) || bins === 0 ? bins : binOf(edges, number);
  const first = Uint8Array.from(low, binAt);
  const last = low === high ? first : Uint8Array.from(high, (end) => binAt(lastOf(end)));
  return { bins, first, last };
}
