import { NOT_GIVEN } from '../fields/field-key.ts';
import type { FacetShare, FacetShares } from './facet-share.ts';
import type { FacetCounts, FacetQuery } from './facet.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';
import type { ListedValues } from './merged-values.ts';
import { joinBlocks } from './week-groups.ts';

/** How many incidents of one data set have a value. */
type CountOfValue = Readonly<Record<'certain' | 'possible', (value: string) => number>>;

/** The code of each value, by the values of a column, which are the same list for every window. */
const CODES = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function codesOf(values: readonly string[]): ReadonlyMap<string, number> {
  const known = CODES.get(values);
  if (known) return known;
  const codes = new Map(values.map((value, code) => [value, code]));
  CODES.set(values, codes);
  return codes;
}

function countOfValue(share: Exclude<FacetShare, { readonly kind: 'bins' }>): CountOfValue {
  if (share.kind === 'none') {
    const count = (own: number) => (value: string) => (value === NOT_GIVEN ? own : 0);
    return { certain: count(share.certain), possible: count(share.possible) };
  }
  const codes = codesOf(share.values);
  const count = (own: Uint32Array) => (value: string) => {
    const code = codes.get(value);
    return code === undefined ? 0 : (own[code] ?? 0);
  };
  return { certain: count(share.counts.certain), possible: count(share.counts.possible) };
}

function add(
  { certain, possible }: GroupCounts,
  at: number,
  isCertain: number,
  isPossible: number,
): void {
  certain[at] = (certain[at] ?? 0) + isCertain;
  possible[at] = (possible[at] ?? 0) + isPossible;
}

/** Of all data sets. */
export const sumOf = (totals: readonly FacetShares['total'][]): FacetShares['total'] => ({
  certain: totals.reduce((sum, { certain }) => sum + certain, 0),
  possible: totals.reduce((sum, { possible }) => sum + possible, 0),
});

/** Whether some incidents do not say. */
export const haveNotGiven = (shares: readonly FacetShare[]): boolean =>
  shares.some((share) => {
    if (share.kind === 'none') return share.certain + share.possible > 0;
    // The first value is the one that is not given.
    const { certain, possible } = share.counts;
    return share.kind === 'values' && (certain[0] ?? 0) + (possible[0] ?? 0) > 0;
  });

export function joinValues(
  { field, order }: FacetQuery,
  { values, more }: ListedValues,
  shares: readonly FacetShare[],
): FacetCounts {
  const counts = shares.flatMap((share) => (share.kind === 'bins' ? [] : [countOfValue(share)]));
  const sum = (of: 'certain' | 'possible'): Uint32Array<ArrayBuffer> =>
    Uint32Array.from(values, (value) => counts.reduce((all, count) => all + count[of](value), 0));
  const blocks = joinBlocks(shares.filter((share) => share.kind === 'values'));
  return {
    kind: 'values',
    field,
    order,
    values,
    certain: sum('certain'),
    possible: sum('possible'),
    more,
    ...(blocks && { blocks }),
  };
}

export function joinBins(
  { field, order }: FacetQuery,
  edges: Float64Array<ArrayBuffer>,
  shares: readonly FacetShare[],
): FacetCounts {
  const bins = Math.max(edges.length - 1, 0);
  const all = newCounts(bins + 1);
  for (const share of shares) {
    if (share.kind === 'values') continue;
    if (share.kind === 'none') add(all, bins, share.certain, share.possible);
    else
      for (let bin = 0; bin <= bins; bin++)
        add(all, bin, share.counts.certain[bin] ?? 0, share.counts.possible[bin] ?? 0);
  }
  return {
    kind: 'bins',
    field,
    order,
    edges,
    certain: all.certain.slice(0, bins),
    possible: all.possible.slice(0, bins),
    notGiven: { certain: all.certain[bins] ?? 0, possible: all.possible[bins] ?? 0 },
  };
}
