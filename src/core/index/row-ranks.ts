import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { sortTexts } from './sort-texts.ts';
import type { NumberRanges, SortValues } from './sort-values.ts';
import type { TableSort } from './table-sort.ts';
import type { CodedTexts } from './text-codes.ts';

/** The rank of a row that gives no value: after all others, in both directions. */
export const NO_RANK = 0xffff_ffff;

/** A data set, as far as it is ranked; undefined values: none of its rows gives one. */
export type RankedPart = { readonly rows: number; readonly values: SortValues | undefined };

/** Ranks of rows, equal for equal values. */
export type RowRanks = {
  /** By data set, by row. */
  readonly of: readonly Uint32Array<ArrayBuffer>[];
  /** One more than the last rank. */
  readonly count: number;
};

type Ranked<Values extends SortValues> = {
  readonly values: Values;
  readonly ranks: Uint32Array<ArrayBuffer>;
};

/** Ranks the rows of several data sets by their values, in one order over all: numbers first, then texts. */
export async function rankRows(
  parts: readonly RankedPart[],
  { values: order, language }: Pick<TableSort, 'values' | 'language'>,
  task: Task,
): Promise<RowRanks> {
  const all = parts.map(({ rows, values }) => ({
    values,
    ranks: new Uint32Array(rows).fill(NO_RANK),
  }));
  const numbers = all.filter((one): one is Ranked<NumberRanges> => one.values?.kind === 'numbers');
  const texts = all.filter((one): one is Ranked<CodedTexts> => one.values?.kind === 'texts');
  const afterNumbers = await rankNumbers(numbers, task.part(0, 0.5));
  const count = await rankTexts(texts, afterNumbers, order, language, task.part(0.5, 1));
  return { of: all.map(({ ranks }) => ranks), count };
}

const bits = new DataView(new ArrayBuffer(8));

/** 64 bits that sort as the number does: the sign turned round, and all bits where it is negative. */
function sortableBits(value: number): readonly [high: number, low: number] {
  // Both zeros are one.
  bits.setFloat64(0, value + 0);
  const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
  return high >>> 31 === 1 ? [~high >>> 0, ~low >>> 0] : [(high | 0x8000_0000) >>> 0, low];
}

/** Radix sorts by the most, then by the least. Returns the rank after the last. */
async function rankNumbers(parts: readonly Ranked<NumberRanges>[], task: Task): Promise<number> {
  const starts = [0];
  for (const { ranks } of parts) starts.push((starts.at(-1) ?? 0) + ranks.length);
  const total = starts.at(-1) ?? 0;
  const given = new Uint32Array(total);
  const maxLow = new Uint32Array(total);
  const maxHigh = new Uint32Array(total);
  const minLow = new Uint32Array(total);
  const minHigh = new Uint32Array(total);
  let rows = 0;
  for (const [part, { values, ranks }] of parts.entries())
    for (let row = 0; row < ranks.length; row++) {
      const at = (starts[part] ?? 0) + row;
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield((0.2 * at) / total);
      const min = values.min(row);
      if (Number.isNaN(min)) continue;
      given[rows++] = at;
      [minHigh[at], minLow[at]] = sortableBits(min);
      [maxHigh[at], maxLow[at]] = sortableBits(values.max(row));
    }
  let order = given.slice(0, rows);
  for (const [pass, key] of [maxLow, maxHigh, minLow, minHigh].entries())
    order = await sortByKey(
      order,
      (at) => key[at] ?? 0,
      task.part(0.2 + 0.15 * pass, 0.35 + 0.15 * pass),
    );
  let rank = -1;
  let before = -1;
  for (let position = 0; position < order.length; position++) {
    if (position % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.8 + (0.2 * position) / rows);
    const at = order[position] ?? 0;
    if (
      before === -1 ||
      minHigh[at] !== minHigh[before] ||
      minLow[at] !== minLow[before] ||
      maxHigh[at] !== maxHigh[before] ||
      maxLow[at] !== maxLow[before]
    )
      rank++;
    before = at;
    const part = parts.length === 1 ? 0 : starts.findLastIndex((start) => start <= at);
    const ranks = parts[part]?.ranks;
    if (ranks) ranks[at - (starts[part] ?? 0)] = rank;
  }
  return rank + 1;
}

async function rankTexts(
  parts: readonly Ranked<CodedTexts>[],
  firstRank: number,
  order: readonly string[],
  language: string,
  task: Task,
): Promise<number> {
  const distinct = new Set<string>();
  for (const { values } of parts) for (const text of values.values) distinct.add(text);
  distinct.delete('');
  const sorted = await sortTexts([...distinct], order, language, task.part(0, 0.8));
  const rankOf = new Map<string, number>();
  let at = 0;
  for (const text of sorted) {
    if (at % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.8 + (0.1 * at) / sorted.length);
    rankOf.set(text, firstRank + at++);
  }
  for (const { values, ranks } of parts) {
    const rankOfCode = Uint32Array.from(values.values, (text) => rankOf.get(text) ?? NO_RANK);
    for (let row = 0; row < ranks.length; row++) {
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(0.9 + (0.1 * row) / ranks.length);
      ranks[row] = rankOfCode[values.codes[row] ?? 0] ?? NO_RANK;
    }
  }
  return firstRank + sorted.length;
}
