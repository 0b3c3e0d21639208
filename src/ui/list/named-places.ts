import type { RecordList } from '../../core/index/record-list.ts';

/** Fewer incidents are read in the list itself. */
const MIN_INCIDENTS = 10;

/** Incidents of a mark by the name of their place. */
export type NamedPlace =
  | { readonly kind: 'place'; readonly name: string; readonly count: number }
  /** The name is a part of others, as `Irbil` of `Irbil International Airport`. */
  | { readonly kind: 'no-closer'; readonly name: string; readonly count: number }
  /** Further names, and incidents without one. */
  | { readonly kind: 'others'; readonly count: number };

const words = (name: string): string =>
  ` ${name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `;

/**
 * What the names of a mark's places add to its point, which is no closer than the coordinates are. Counts
 * add up to the mark's incidents. Nothing for a mark of few incidents, or of one name.
 */
export function namedPlaces({
  topPlaces,
  incidents,
}: Pick<RecordList, 'topPlaces' | 'incidents'>): readonly NamedPlace[] {
  if (incidents < MIN_INCIDENTS || topPlaces.length < 2) return [];
  const isPart = (name: string): boolean =>
    topPlaces.some((other) => other.name !== name && words(other.name).includes(words(name)));
  const named = topPlaces.map((one): NamedPlace => ({
    ...one,
    kind: isPart(one.name) ? 'no-closer' : 'place',
  }));
  const others = incidents - topPlaces.reduce((sum, { count }) => sum + count, 0);
  return [
    ...named.filter(({ kind }) => kind === 'place'),
    ...(others > 0 ? [{ kind: 'others' as const, count: others }] : []),
    ...named.filter(({ kind }) => kind === 'no-closer'),
  ];
}
