import type { WeekHoursColumn } from '../fields/field-column.ts';
import { NOT_GIVEN } from '../fields/field-key.ts';
import { BLOCK_HOURS, HOURS_OF_WEEK, WEEK_HOURS } from '../fields/week-hours.ts';
import type { GroupCounts } from './interval-index.ts';
import type { RowGroups } from './row-groups.ts';

/** As the codes of a category: a row that may be at several hours does not give one. */
export const WEEK_VALUES: readonly string[] = [NOT_GIVEN, ...WEEK_HOURS];
const BLOCKS = HOURS_OF_WEEK / BLOCK_HOURS;
const HOURS_FROM = 1;
const BLOCKS_FROM = HOURS_FROM + HOURS_OF_WEEK;

const add = (pairs: Uint32Array, pair: number, count: number): void => {
  // Below zero it wraps, and back in the sum.
  pairs[pair] = (pairs[pair] as number) + count;
};

/** Possible counts are differences until they are summed: what may be at any hour costs no more than what is at one. */
function addPossible(
  pairs: Uint32Array,
  from: number,
  length: number,
  first: number,
  count: number,
): void {
  const begin = count >= length ? 0 : first;
  const end = begin + Math.min(count, length);
  add(pairs, (from + begin) * 2, 1);
  if (end < length) add(pairs, (from + end) * 2, -1);
  else if (end > length) {
    add(pairs, from * 2, 1);
    add(pairs, (from + end - length) * 2, -1);
  }
}

function sumPossible(pairs: Uint32Array, from: number, length: number): void {
  for (let at = from + 1; at < from + length; at++)
    add(pairs, at * 2, pairs[(at - 1) * 2] as number);
}

/** The hours of the week, then the blocks of hours: a row that may be at several is possibly in each. */
export const weekGroups = ({ first, count }: WeekHoursColumn): RowGroups => ({
  length: BLOCKS_FROM + BLOCKS,
  add: (pairs, { rows, isCertain }, from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      const begin = first[row] as number;
      const hours = count[row] as number;
      const certain = isCertain[at] as number;
      const block = Math.floor(begin / BLOCK_HOURS);
      const blocks = Math.floor((begin + hours - 1) / BLOCK_HOURS) - block + 1;
      if (hours > 1) add(pairs, certain, 1);
      if (hours === 1 && certain) add(pairs, (HOURS_FROM + begin) * 2 + 1, 1);
      else addPossible(pairs, HOURS_FROM, HOURS_OF_WEEK, begin, hours);
      if (blocks === 1 && certain) add(pairs, (BLOCKS_FROM + block) * 2 + 1, 1);
      else addPossible(pairs, BLOCKS_FROM, BLOCKS, block, blocks);
    }
  },
  finish: (pairs) => {
    sumPossible(pairs, HOURS_FROM, HOURS_OF_WEEK);
    sumPossible(pairs, BLOCKS_FROM, BLOCKS);
  },
});

/** The counts of the blocks, of those of all groups. */
export const blockCountsOf = ({ certain, possible }: GroupCounts): GroupCounts => ({
  certain: certain.slice(BLOCKS_FROM),
  possible: possible.slice(BLOCKS_FROM),
});

/** Those of several data sets; undefined: the field has none. */
export function joinBlocks(
  shares: readonly { readonly blocks?: GroupCounts }[],
): GroupCounts | undefined {
  const own = shares.flatMap(({ blocks }) => blocks ?? []);
  if (own.length === 0) return undefined;
  const sum = (of: 'certain' | 'possible'): Uint32Array =>
    Uint32Array.from({ length: BLOCKS }, (_, at) =>
      own.reduce((all, counts) => all + (counts[of][at] ?? 0), 0),
    );
  return { certain: sum('certain'), possible: sum('possible') };
}
