import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';

/** Points with weights on the Mercator map: x goes round the world in 1, y is 0 to 1 on the map. */
export type HeavyPoints = {
  readonly length: number;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
};

/** A part of the Mercator map; `left` is 0 to 1, and `right` is beyond 1 where it goes across the antimeridian. */
export type MercatorBox = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Columns and rows of a grid: a side of the box is found to a hundredth of it. */
const CELLS = 128;
/** A part of the world is looked at again in finer cells while that makes it this much smaller. */
const SHRINKS = 0.9;

const WORLD: MercatorBox = { left: 0, right: 1, top: 0, bottom: 1 };

/** How large a box is on the map: an even measure of its two sides, for windows of any shape. */
export const sizeOf = ({ left, right, top, bottom }: MercatorBox): number =>
  right - left + bottom - top;

const onMap = (y: number): number => Math.min(Math.max(y, 0), 1);
/** How far east of an edge a point is, round the world. */
const eastOf = (left: number, x: number): number => x - left - Math.floor(x - left);

/** The box, with a margin, as far as the world goes. */
export function grown(
  { left, right, top, bottom }: MercatorBox,
  x: number,
  y: number,
): MercatorBox {
  const from = left - x;
  const isWhole = right - left + 2 * x >= 1;
  return {
    left: isWhole ? 0 : from - Math.floor(from),
    right: isWhole ? 1 : from - Math.floor(from) + (right - left) + 2 * x,
    top: onMap(top - y),
    bottom: onMap(bottom + y),
  };
}

/** The box around the points with a weight that lie in another one. */
export async function extentsIn(
  { length, x, y, weight }: HeavyPoints,
  { left, right, top, bottom }: MercatorBox,
  task: Task,
): Promise<MercatorBox | undefined> {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let point = 0; point < length; point++) {
    if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(point / length);
    if (weight[point] === 0) continue;
    const at = eastOf(left, x[point] ?? 0);
    const down = onMap(y[point] ?? 0);
    if (at > right - left || down < top || down > bottom) continue;
    west = Math.min(west, at);
    east = Math.max(east, at);
    north = Math.min(north, down);
    south = Math.max(south, down);
  }
  if (west > east) return undefined;
  const turned = left + west >= 1 ? 1 : 0;
  return { left: left + west - turned, right: left + east - turned, top: north, bottom: south };
}

/** Weights in the cells of a part of the world: of each column, the sum of its first rows. */
type Sums = { readonly ofColumns: Float64Array; readonly ofRows: Float64Array };

async function sumsIn(
  { length, x, y, weight }: HeavyPoints,
  { left, right, top, bottom }: MercatorBox,
  task: Task,
): Promise<Sums> {
  const ofColumns = new Float64Array((CELLS + 1) * CELLS);
  const perColumn = CELLS / (right - left);
  const perRow = CELLS / (bottom - top);
  for (let point = 0; point < length; point++) {
    if (point % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(point / length);
    const at = eastOf(left, x[point] ?? 0);
    const down = onMap(y[point] ?? 0);
    if (at > right - left || down < top || down > bottom) continue;
    const column = Math.min(Math.floor(at * perColumn), CELLS - 1);
    const row = Math.min(Math.floor((down - top) * perRow), CELLS - 1);
    const cell = (row + 1) * CELLS + column;
    ofColumns[cell] = (ofColumns[cell] ?? 0) + (weight[point] ?? 0);
  }
  const ofRows = new Float64Array(CELLS + 1);
  for (let cell = CELLS; cell < ofColumns.length; cell++) {
    const row = Math.floor(cell / CELLS);
    ofRows[row] = (ofRows[row] ?? 0) + (ofColumns[cell] ?? 0);
    ofColumns[cell] = (ofColumns[cell] ?? 0) + (ofColumns[cell - CELLS] ?? 0);
  }
  for (let row = 1; row <= CELLS; row++) ofRows[row] = (ofRows[row] ?? 0) + (ofRows[row - 1] ?? 0);
  return { ofColumns, ofRows };
}

type Cells = {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
};

/** The fewest columns, one after the other, that hold a weight in some rows; round the world where `isRound`. */
function fewestColumns(
  { ofColumns }: Sums,
  [row, end]: readonly [number, number],
  needed: number,
  isRound: boolean,
): Pick<Cells, 'column' | 'columns'> | undefined {
  const at = (column: number): number => {
    const one = column % CELLS;
    return (ofColumns[end * CELLS + one] ?? 0) - (ofColumns[row * CELLS + one] ?? 0);
  };
  let best: Pick<Cells, 'column' | 'columns'> | undefined;
  let held = 0;
  let next = 0;
  for (let column = 0; column < CELLS; column++) {
    const last = isRound ? column + CELLS : CELLS;
    while (next < last && held < needed) held += at(next++);
    if (held < needed) break;
    if (!best || next - column < best.columns) best = { column, columns: next - column };
    held -= at(column);
  }
  return best;
}

/** The smallest box of whole cells that holds a weight. */
async function smallestCells(
  sums: Sums,
  area: MercatorBox,
  needed: number,
  task: Task,
): Promise<Cells | undefined> {
  const { ofRows } = sums;
  const wide = (area.right - area.left) / CELLS;
  const high = (area.bottom - area.top) / CELLS;
  const isRound = area.right - area.left >= 1;
  let best: Cells | undefined;
  let least = Infinity;
  for (let row = 0; row < CELLS; row++) {
    if (task.isDue()) await task.yield(row / CELLS);
    for (let end = row + 1; end <= CELLS && (end - row) * high < least; end++) {
      if ((ofRows[end] ?? 0) - (ofRows[row] ?? 0) < needed) continue;
      const found = fewestColumns(sums, [row, end], needed, isRound);
      if (!found) continue;
      const size = found.columns * wide + (end - row) * high;
      if (size >= least) continue;
      least = size;
      best = { ...found, row, rows: end - row };
    }
  }
  return best;
}

/** The smallest box of whole cells of a part of the world, and how large its cells are. */
async function boxIn(points: HeavyPoints, area: MercatorBox, needed: number, task: Task) {
  const cells = await smallestCells(await sumsIn(points, area, task), area, needed, task);
  if (!cells) return undefined;
  const wide = (area.right - area.left) / CELLS;
  const high = (area.bottom - area.top) / CELLS;
  const box: MercatorBox = {
    left: area.left + cells.column * wide,
    right: area.left + (cells.column + cells.columns) * wide,
    top: area.top + cells.row * high,
    bottom: area.top + (cells.row + cells.rows) * high,
  };
  return { box, wide, high };
}

/**
 * The smallest box on the map that holds a weight of points, more than half of all, wherever on the globe they
 * lie. Undefined where they weigh less. Weights are summed in a grid of cells, first over the whole world,
 * whose columns go round it; then around the box that was found, in smaller cells, until it gets no smaller.
 * Takes a pass over the points each time, and never as much as their number squared.
 */
export async function smallestBox(
  points: HeavyPoints,
  needed: number,
  task: Task,
): Promise<MercatorBox | undefined> {
  let area = WORLD;
  for (;;) {
    const found = await boxIn(points, area, needed, task);
    if (!found) return undefined;
    const { box, wide, high } = found;
    // Another box with more than half of the weight overlaps this one, and is as large at the most.
    const next = grown(box, box.right - box.left + wide, box.bottom - box.top + high);
    if (sizeOf(next) <= SHRINKS * sizeOf(area) && sizeOf(next) > 1e-9) {
      area = next;
      continue;
    }
    const last = await boxIn(points, grown(box, wide, high), needed, task);
    return extentsIn(points, grown(last?.box ?? box, 1e-12, 1e-12), task);
  }
}
