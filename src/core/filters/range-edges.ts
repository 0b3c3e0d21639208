/**
 * Between the bounds of a filter and the edges of the columns that are drawn of a field. Bounds of numbers are
 * included, those of dates are half-open, as columns are.
 */
export type Edges = ArrayLike<number>;

const isWhole = (edges: Edges): boolean => Array.from(edges).every(Number.isInteger);

/** The bound that a column begins with; undefined at the first one. */
export const lowerBound = (edges: Edges, at: number): number | undefined =>
  at <= 0 ? undefined : edges[at];

/** The bound that the column before an edge ends with; undefined at the last one. */
export function upperBound(edges: Edges, at: number, isDate: boolean): number | undefined {
  const edge = edges[at];
  if (edge === undefined || at >= edges.length - 1) return undefined;
  return !isDate && isWhole(edges) ? edge - 1 : edge;
}

/** The edge at or before a lower bound. */
export function lowerEdge(edges: Edges, from: number | undefined): number {
  let at = 0;
  if (from !== undefined) while (at < edges.length - 2 && (edges[at + 1] ?? Infinity) <= from) at++;
  return at;
}

/** The edge at or after an upper bound. */
export function upperEdge(edges: Edges, to: number | undefined, isDate: boolean): number {
  const last = edges.length - 1;
  if (to === undefined) return last;
  const isPast = (edge: number): boolean => (!isDate && isWhole(edges) ? edge > to : edge >= to);
  let at = 1;
  while (at < last && !isPast(edges[at] ?? Infinity)) at++;
  return at;
}
