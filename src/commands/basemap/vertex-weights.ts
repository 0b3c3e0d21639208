import FlatQueue from 'flatqueue';

/**
 * Visvalingam's weight of each vertex: the area of the triangle that goes when it is dropped, never less than that
 * of a vertex dropped before. So any threshold gives the same line as simplifying to it. Ends of lines, and the last three
 * vertices of a ring, weigh Infinity.
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
  const areas = new Float64Array(count);
  const dropped = new Uint8Array(count);
  const queue = new FlatQueue<number>();
  const measure = (vertex: number): void => {
    const area = triangleArea(xy, at(previous, vertex), vertex, at(next, vertex));
    areas[vertex] = area;
    queue.push(vertex, area);
  };
  const isEnd = (vertex: number): boolean => !closed && (vertex === 0 || vertex === count - 1);
  for (let vertex = 0; vertex < count; vertex++) if (!isEnd(vertex)) measure(vertex);

  let largest = 0;
  for (let left = count; left > fewest;) {
    const area = queue.peekValue();
    const vertex = queue.pop();
    if (area === undefined || vertex === undefined) break;
    // The queue keeps entries of older areas, which are skipped here.
    if (dropped[vertex] || areas[vertex] !== area) continue;
    largest = Math.max(largest, area);
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

function triangleArea(xy: ArrayLike<number>, a: number, b: number, c: number): number {
  const x = at(xy, 2 * a);
  const y = at(xy, 2 * a + 1);
  const area =
    (at(xy, 2 * b) - x) * (at(xy, 2 * c + 1) - y) - (at(xy, 2 * c) - x) * (at(xy, 2 * b + 1) - y);
  return Math.abs(area) / 2;
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}
