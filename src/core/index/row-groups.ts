import type { CategoryColumn } from '../fields/field-column.ts';
import type { BinnedColumn } from './facet-bins.ts';

/** Rows that a facet counts, and 1 for those that are certain. */
export type CountedRows = {
  readonly length: number;
  readonly rows: Uint32Array;
  readonly isCertain: Uint8Array;
};

/** Groups that rows are counted in. */
export type RowGroups = {
  readonly length: number;
  /** Adds the rows of some positions at twice their group, possible ones before certain ones. */
  readonly add: (pairs: Uint32Array, rows: CountedRows, from: number, to: number) => void;
  /** Makes counts of what was added, where that is not yet one. */
  readonly finish?: (pairs: Uint32Array) => void;
};

// The loops are written out: a function for each row would take several times as long.

/** The values of a field, by code; a row with several values is in each. */
export function valueGroups({ values, codes, first }: CategoryColumn): RowGroups {
  const { length } = values;
  if (!first)
    return {
      length,
      add: (pairs, { rows, isCertain }, from, to) => {
        for (let at = from; at < to; at++) {
          const pair = (codes[rows[at] as number] as number) * 2 + (isCertain[at] as number);
          pairs[pair] = (pairs[pair] as number) + 1;
        }
      },
    };
  return {
    length,
    add: (pairs, { rows, isCertain }, from, to) => {
      for (let at = from; at < to; at++) {
        const row = rows[at] as number;
        const begin = first[row] as number;
        const end = first[row + 1] as number;
        const certain = isCertain[at] as number;
        if (begin === end) pairs[certain] = (pairs[certain] as number) + 1;
        for (let next = begin; next < end; next++) {
          const pair = (codes[next] as number) * 2 + certain;
          pairs[pair] = (pairs[pair] as number) + 1;
        }
      }
    },
  };
}

/** The bins of a field, and at the end what gives nothing. A range over several bins is possibly in each. */
export const binGroups = ({ first, last, bins }: BinnedColumn): RowGroups => ({
  length: bins + 1,
  add: (pairs, { rows, isCertain }, from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      const begin = first[row] as number;
      const end = last[row] as number;
      const certain = begin === end ? (isCertain[at] as number) : 0;
      for (let bin = begin; bin <= end; bin++)
        pairs[bin * 2 + certain] = (pairs[bin * 2 + certain] as number) + 1;
    }
  },
});

/** All rows together. */
export const ONE_GROUP: RowGroups = {
  length: 1,
  add: (pairs, { isCertain }, from, to) => {
    let certain = 0;
    for (let at = from; at < to; at++) certain += isCertain[at] as number;
    pairs[0] = (pairs[0] as number) + to - from - certain;
    pairs[1] = (pairs[1] as number) + certain;
  },
};
