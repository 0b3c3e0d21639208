/**
 * Between the bounds of a filter and the edges of the columns that are drawn of a field. Bounds of numbers are
 * included, those of dates are half-open, as columns are.
 */
export type Edges = ArrayLike<number>;

/** What all values of a field are: of whole numbers, a column ends with the last one before its edge. */
export type Values = 'dates' | 'whole numbers' | 'numbers';

/** Edges have no more digits, so that they are the numbers that are read. */
export const EDGE_DIGITS = 15;

/** The largest number below another. */
function justBelow(number: number): number {
  if (number === 0) return -Number.MIN_VALUE;
  const numbers = Float64Array.of(number);
  const bits = new BigInt64Array(numbers.buffer);
  bits[0] = (bits[0] ?? 0n) + (number > 0 ? -1n : 1n);
  return numbers[0] ?? number;
}

/** The bound that a column begins with; undefined at the first one. */
export const lowerBound = (edges: Edges, at: number): number | undefined =>
  at <= 0 ? undefined : edges[at];

/** The bound that the column before an edge ends with; undefined at the last one. */
export function upperBound(edges: Edges, at: number, values: Values): number | undefined {
  const edge = edges[at];
  if (edge === undefined || at >= edges.length - 1) return undefined;
  if (values === 'dates') return edge;
  return values === 'whole numbers' && Number.isSafeInteger(edge) ? edge - 1 : justBelow(edge);
}

/** The number that a bound lies just below, as `upperBound` gives it; undefined: the bound itself is meant. */
export function edgeAbove(bound: number): number | undefined {
  const edge = bound === -Number.MIN_VALUE ? 0 : Number(bound.toPrecision(EDGE_DIGITS));
  return edge !== bound && justBelow(edge) === bound ? edge : undefined;
}

/** The edge at or before a lower bound. */
export function lowerEdge(edges: Edges, from: number | undefined): number {
  let at = 0;
  if (from !== undefined) while (at < edges.length - 2 && (edges[at + 1] ?? Infinity) <= from) at++;
  return at;
}

/** The edge at or after an upper bound. */
export function upperEdge(edges: Edges, to: number | undefined, values: Values): number {
  const last = edges.length - 1;
  if (to === undefined) return last;
  const isPast = (edge: number): boolean => (values === 'whole numbers' ? edge > to : edge >= to);
  let at = 1;
  while (at < last && !isPast(edges[at] ?? Infinity)) at++;
  return at;
}
