import { firstInOrder } from '../base/first-in-order.ts';
import { NOT_GIVEN, type FieldKey } from '../fields/field-key.ts';
import { byWeekHour } from '../fields/week-hours.ts';
import { searchableText } from '../text/search-text.ts';
import type { FacetShare } from './facet-share.ts';
import type { FacetQuery } from './facet.ts';
import type { FieldShare } from './field-share.ts';
import { newCounts, type GroupCounts } from './interval-index.ts';

export type ListedValues = {
  readonly values: readonly string[];
  /** Those that could be listed as well. */
  readonly more: number;
};

/** Which values are listed. `named`: those of a clause, which always are. */
type ListQuery = Pick<FacetQuery, 'search' | 'limit'> & { readonly named: readonly string[] };

type ByPosition<Result> = (position: number) => Result;

/**
 * The values of a field of all data sets that are on, each once, by position. The most frequent of all data come first,
 * `NOT_GIVEN` last. Hours of the week are in their order: first those that some incident is certainly in.
 */
export class MergedValues {
  readonly #values: readonly string[];
  readonly #positionOf: ReadonlyMap<string, number>;
  /** Their texts as they are searched in. */
  readonly #searchable: readonly string[];
  /** The position of each code, by the values of a column, which are the same list for every window. */
  readonly #ofCodes = new WeakMap<readonly string[], Uint32Array>();

  constructor(field: FieldKey, shares: readonly FieldShare[]) {
    const counts = new Map<string, number>();
    for (const share of shares)
      if (share.key === field)
        share.values.forEach((value, at) =>
          counts.set(value, (counts.get(value) ?? 0) + (share.counts[at] ?? 0)),
        );
    this.#values = [...counts]
      .toSorted(([a, first], [b, second]) =>
        field === 'week-hour'
          ? Number(second > 0) - Number(first > 0) || byWeekHour(a, b)
          : second - first || (a < b ? -1 : 1),
      )
      .map(([value]) => value)
      .concat(NOT_GIVEN);
    this.#positionOf = new Map(this.#values.map((value, at) => [value, at]));
    this.#searchable = this.#values.map(searchableText);
  }

  /** In the order of all data, which no filter and no window changes. */
  inAll(query: ListQuery, hasNotGiven: boolean): ListedValues {
    return this.#list(
      query,
      (at) => at < this.#last || hasNotGiven,
      (a, b) => a - b,
    );
  }

  /** Those that some incidents have, most incidents first. */
  inShown(query: ListQuery, shares: readonly FacetShare[]): ListedValues {
    const { certain, possible } = this.#sum(shares);
    const values = this.#values;
    return this.#list(
      query,
      (at) => (certain[at] as number) + (possible[at] as number) > 0,
      (a, b) =>
        (certain[b] as number) - (certain[a] as number) ||
        (possible[b] as number) - (possible[a] as number) ||
        ((values[a] as string) < (values[b] as string) ? -1 : 1),
    );
  }

  get #last(): number {
    return this.#values.length - 1;
  }

  #list(
    { search, limit, named }: ListQuery,
    has: ByPosition<boolean>,
    compare: (a: number, b: number) => number,
  ): ListedValues {
    const last = this.#last;
    const text = searchableText(search.trim());
    const isFound = (at: number): boolean =>
      at < last && has(at) && (text === '' || (this.#searchable[at] as string).includes(text));
    const found: number[] = [];
    for (let at = 0; at < last; at++) if (isFound(at)) found.push(at);
    const listed = new Set(firstInOrder(found, limit, compare));
    let more = found.length - listed.size;
    for (const value of named) {
      const at = this.#positionOf.get(value);
      if (at === undefined || listed.has(at)) continue;
      listed.add(at);
      if (isFound(at)) more--;
    }
    if (text === '' && has(last)) listed.add(last);
    const given = [...listed].filter((at) => at < last).toSorted(compare);
    const inOrder = listed.has(last) ? [...given, last] : given;
    return { values: inOrder.map((at) => this.#values[at] ?? NOT_GIVEN), more };
  }

  /** Incidents by position. */
  #sum(shares: readonly FacetShare[]): GroupCounts {
    // At the end, values that only series and totals have: no incident is counted there.
    const sums = newCounts(this.#values.length + 1);
    for (const share of shares) {
      if (share.kind === 'bins') continue;
      const { certain, possible } = share.kind === 'none' ? oneCount(share) : share.counts;
      const positions =
        share.kind === 'none' ? Uint32Array.of(this.#last) : this.#positionsOf(share.values);
      // Hours of the week have counts of blocks after those of their values.
      for (let code = 0; code < positions.length; code++) {
        const at = positions[code] as number;
        sums.certain[at] = (sums.certain[at] as number) + (certain[code] as number);
        sums.possible[at] = (sums.possible[at] as number) + (possible[code] as number);
      }
    }
    return sums;
  }

  #positionsOf(values: readonly string[]): Uint32Array {
    const known = this.#ofCodes.get(values);
    if (known) return known;
    const positions = Uint32Array.from(
      values,
      (value) => this.#positionOf.get(value) ?? this.#values.length,
    );
    this.#ofCodes.set(values, positions);
    return positions;
  }
}

const oneCount = (count: { readonly certain: number; readonly possible: number }): GroupCounts => ({
  certain: Uint32Array.of(count.certain),
  possible: Uint32Array.of(count.possible),
});
