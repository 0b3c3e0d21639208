import FlatQueue from 'flatqueue';

/** Of the square of a vertex's distance: dropped alone, a vertex moves the line by at most 2.6 times the tolerance. */
const distanceShare = 0.15;

/**
 * Visvalingam's weight of each vertex: the area of the triangle that goes when it is dropped, never less than that
 * of a vertex dropped before. So any threshold gives the same line as simplifying to it. The tip of a thin spit or pier
 * counts by its distance instead. Ends of lines, and the last three vertices of a ring, weigh Infinity.
 */
export function vertexWeights(xy: ArrayLike<number>, closed: boolean): Float32Array {
  const count = xy.length / 2;
  const weights = new Float32Array(count).fill(Infinity);
  const fewest = closed ? 3 : 2;
  if (count <= fewest) return weights;
  const previous = Int32Array.from({ length: count }, (_, index) => index - 1);
  const next = Int32Array.from({ length: count }, (_, index) => index + 1);
  if (closed) {
    previous[0] = count - 1;
    next[count - 1] = 0;
  }
  const current = new Float64Array(count);
  const dropped = new Uint8Array(count);
  const queue = new FlatQueue<number>();
  const measure = (vertex: number): void => {
    const weight = weightOf(xy, at(previous, vertex), vertex, at(next, vertex));
    current[vertex] = weight;
    queue.push(vertex, weight);
  };
  const isEnd = (vertex: number): boolean => !closed && (vertex === 0 || vertex === count - 1);
  for (let vertex = 0; vertex < count; vertex++) if (!isEnd(vertex)) measure(vertex);

  let largest = 0;
  for (let left = count; left > fewest;) {
    const weight = queue.peekValue();
    const vertex = queue.pop();
    if (weight === undefined || vertex === undefined) break;
    // The queue keeps entries of older weights, which are skipped here.
    if (dropped[vertex] || current[vertex] !== weight) continue;
    largest = Math.max(largest, weight);
    weights[vertex] = largest;
    dropped[vertex] = 1;
    left--;
    const before = at(previous, vertex);
    const after = at(next, vertex);
    next[before] = after;
    previous[after] = before;
    if (!isEnd(before)) measure(before);
    if (!isEnd(after)) measure(after);
  }
  return weights;
}

function weightOf(xy: ArrayLike<number>, a: number, b: number, c: number): number {
  const [dx, dy] = [at(xy, 2 * b) - at(xy, 2 * a), at(xy, 2 * b + 1) - at(xy, 2 * a + 1)];
  const [ex, ey] = [at(xy, 2 * c) - at(xy, 2 * a), at(xy, 2 * c + 1) - at(xy, 2 * a + 1)];
  const area = Math.abs(dx * ey - ex * dy) / 2;
  const lengthSquared = ex * ex + ey * ey;
  const along = lengthSquared === 0 ? 0 : (dx * ex + dy * ey) / lengthSquared;
  const nearest = Math.max(0, Math.min(1, along));
  const distanceSquared = (dx - nearest * ex) ** 2 + (dy - nearest * ey) ** 2;
  return Math.max(area, distanceShare * distanceSquared);
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}
