import type { Task } from '../base/task.ts';
import type { Weapon } from '../records/incident.ts';
import type { MarkShare } from './dataset-index.ts';
import { NO_ROW, type MarkDetails } from './mark-view.ts';
import { byListOrder } from './list-order.ts';
import type { MergedPart } from './merged-parts.ts';

/** Marks between two yield points where a record of each is decoded. */
const MARKS = 64;

/** What a data set adds to the view, with its places as parts of the arrays of all. */
export type PartShare = {
  readonly part: MergedPart;
  readonly markOf: Uint32Array;
  readonly share: MarkShare;
};

/** Counts by place of each data set, one after the other. */
export function joinedByPlace(
  shares: readonly PartShare[],
  length: number,
  columnOf: (share: MarkShare) => Uint32Array,
): Uint32Array {
  const [only] = shares;
  if (only && shares.length === 1) return columnOf(only.share);
  const all = new Uint32Array(length);
  for (const { part, share } of shares) all.set(columnOf(share), part.firstPlace);
  return all;
}

/** A column of counts by mark, summed over the data sets. */
export function summedByMark(
  shares: readonly PartShare[],
  marks: number,
  columnOf: (share: MarkShare) => Uint32Array,
): Uint32Array {
  const sums = new Uint32Array(marks);
  for (const { share } of shares)
    columnOf(share).forEach((count, mark) => (sums[mark] = (sums[mark] ?? 0) + count));
  return sums;
}

/** The first record of each mark in the order of a list. */
export function firstRecords(
  shares: readonly PartShare[],
  marks: number,
  isDated: boolean,
): Uint32Array<ArrayBuffer> {
  const first = new Uint32Array(marks).fill(NO_ROW);
  const [only] = shares;
  if (only && shares.length === 1)
    return first.map((_, mark) => (only.share.firstRow[mark] ?? 0) + only.part.index.firstRef);
  for (let mark = 0; mark < marks; mark++) {
    let earliest: { readonly from: number; readonly to: number } | undefined;
    for (const { part, share } of shares) {
      const row = share.firstRow[mark] ?? NO_ROW;
      if (row === NO_ROW) continue;
      const time = part.index.timeOf(row, isDated);
      if (earliest && byListOrder(earliest, time) <= 0) continue;
      earliest = time;
      first[mark] = part.index.firstRef + row;
    }
  }
  return first;
}

/** The only record of a mark in the window, and its weapon. */
export async function detailsOf(
  shares: readonly PartShare[],
  touching: Uint32Array,
  task: Task,
): Promise<MarkDetails> {
  const marks = touching.length;
  const single = new Uint32Array(marks).fill(NO_ROW);
  const singleWeapons = new Map<number, Weapon | null>();
  const certain = summedByMark(shares, marks, (share) => share.certain);
  for (const { part, share } of shares) {
    const { firstRef } = part.index;
    for (let mark = 0; mark < marks; mark++) {
      if (mark % MARKS === 0 && task.isDue()) await task.yield(mark / marks);
      if (touching[mark] === 1 && share.touching[mark] === 1)
        single[mark] = firstRef + (share.touchingRow[mark] ?? 0);
      if (certain[mark] !== 1 || share.certain[mark] !== 1) continue;
      const weapon = part.index.weaponAt(share.certainRow[mark] ?? 0);
      if (weapon !== undefined) singleWeapons.set(mark, weapon);
    }
  }
  return { single, singleWeapons };
}
