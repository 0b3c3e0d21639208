import type { Task } from '../base/task.ts';
import { radiusOf } from '../layout/mark-radius.ts';
import { startsOfKeys } from './build-interval-index.ts';
import { NO_GROUP } from './interval-index.ts';
import type { PartShare } from './join-mark-shares.ts';
import { planRings, type MarkCell } from './mark-rings.ts';

/** Marks between two yield points: planning the rings of one takes some objects. */
const MARKS_PER_YIELD_POINT = 256;

/** The rings and groups of all marks of a view, as columns; see `MarkView`. */
export type ViewRings = {
  readonly isHalt: Uint8Array<ArrayBuffer>;
  /** Rings of mark m: `ofMark[m] .. ofMark[m + 1])`. */
  readonly ofMark: Uint32Array<ArrayBuffer>;
  readonly layers: readonly number[];
  readonly effectClasses: readonly number[];
  /** Groups of ring r: `groupsOfRing[r] .. groupsOfRing[r + 1])`. */
  readonly groupsOfRing: readonly number[];
  readonly groupLayers: readonly number[];
  /** The group of a cell of a data set, or `NO_GROUP`. */
  readonly groupOf: (part: number, cell: number) => number;
};

/**
 * Plans the rings of every mark of a view. `count`: incidents by mark; `radiusOfOne`: pixels. Cells are
 * numbered data set after data set.
 */
export async function ringsOf(
  shares: readonly PartShare[],
  count: Uint32Array,
  radiusOfOne: number,
  task: Task,
): Promise<ViewRings> {
  const { firstCell, groupOfCell, cellsOf } = cellsByMark(shares, count.length);
  const isHalt = new Uint8Array(count.length);
  const ofMark = new Uint32Array(count.length + 1);
  const layers: number[] = [];
  const effectClasses: number[] = [];
  const groupsOfRing: number[] = [0];
  const groupLayers: number[] = [];
  for (let mark = 0; mark < count.length; mark++) {
    if (mark % MARKS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(mark / count.length);
    const plan = planRings(cellsOf(mark), radiusOf(count[mark] ?? 0, radiusOfOne));
    isHalt[mark] = plan.isHalt ? 1 : 0;
    for (const ring of plan.rings) {
      layers.push(ring.layer);
      effectClasses.push(ring.effectClass);
      for (const group of ring.groups) {
        for (const cell of group.cells) groupOfCell[cell] = groupLayers.length;
        groupLayers.push(group.layer);
      }
      groupsOfRing.push(groupLayers.length);
    }
    ofMark[mark + 1] = layers.length;
  }
  const groupOf = (part: number, cell: number): number =>
    groupOfCell[(firstCell[part] ?? 0) + cell] ?? NO_GROUP;
  return { isHalt, ofMark, layers, effectClasses, groupsOfRing, groupLayers, groupOf };
}

/** The cells of all data sets by mark: a counting sort. */
function cellsByMark(shares: readonly PartShare[], marks: number) {
  const firstCell: number[] = [];
  let cells = 0;
  const ofMarks = new Uint32Array(marks);
  for (const { share } of shares) {
    firstCell.push(cells);
    cells += share.cells.length;
    for (const mark of share.cells.mark) ofMarks[mark] = (ofMarks[mark] ?? 0) + 1;
  }
  const begins = startsOfKeys(ofMarks);
  const next = begins.slice();
  const cellAt = new Uint32Array(cells);
  const partAt = new Uint32Array(cells);
  shares.forEach(({ share }, part) => {
    share.cells.mark.forEach((mark, cell) => {
      const at = next[mark] ?? 0;
      next[mark] = at + 1;
      cellAt[at] = cell;
      partAt[at] = part;
    });
  });
  const cellsOf = (mark: number): readonly MarkCell[] => {
    const own: MarkCell[] = [];
    for (let at = begins[mark] ?? 0; at < (begins[mark + 1] ?? 0); at++) {
      const shared = shares[partAt[at] ?? 0];
      const cell = cellAt[at] ?? 0;
      if (!shared) continue;
      const { layer, effectClass, count } = shared.share.cells;
      own.push({
        cell: (firstCell[partAt[at] ?? 0] ?? 0) + cell,
        layer: shared.part.firstLayer + (layer[cell] ?? 0),
        effectClass: effectClass[cell] ?? 0,
        count: count[cell] ?? 0,
      });
    }
    return own;
  };
  return { firstCell, groupOfCell: new Uint32Array(cells).fill(NO_GROUP), cellsOf };
}
