import type { MarkCounter } from '../../core/index/mark-counter.ts';
import type { MarkPlaces } from '../../core/index/mark-places.ts';
import { LOOKS } from '../../core/records/color-scheme.ts';
import type { TimeRange } from '../../core/time/time-range.ts';

/** The records of fewer incidents are read one by one. */
export const MIN_INCIDENTS = 10;
/** Names that are listed; all others are one row. */
const MAX_NAMES = 8;

/** Counts of a window by name. */
export type PlaceCounts = {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
  /** Of name n and look l at `n * LOOKS + l`: what is certainly in the window. */
  readonly looks: Uint32Array;
};

/** The incidents of a mark that have one name, or all that have another one or none. */
export type NamedPlace = {
  /** `no-closer`: the name is a part of others, as `Irbil` of `Irbil International Airport`. */
  readonly kind: 'place' | 'no-closer' | 'others';
  readonly name: string;
  /** How many names are in a row of others. */
  readonly more: number;
  readonly certain: number;
  readonly possible: number;
  /** What is certain, by look. */
  readonly looks: readonly number[];
};

const words = (name: string): string =>
  ` ${name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `;

const isPartOf = (name: string, names: readonly string[]): boolean =>
  names.some((other) => other !== name && words(other).includes(words(name)));

/** The counts of a window, copied: those of the counter are overwritten by the next window. */
export function placeCountsOf(
  counter: MarkCounter,
  window: TimeRange,
  isOn: Uint8Array,
): PlaceCounts {
  const { marks, looks } = counter.count(window, isOn);
  return {
    certain: marks.certain.slice(),
    possible: marks.possible.slice(),
    looks: looks.slice(),
  };
}

/**
 * What the names of a mark's places add to its point, which is no closer than the coordinates are. The
 * counts add up to those of the mark. `settled`: counts of the settled window, which order the rows, so that
 * none moves while the window does.
 */
export function namedPlaces(
  { names, counts, distinct }: Pick<MarkPlaces, 'names' | 'counts' | 'distinct'>,
  now: PlaceCounts,
  settled: PlaceCounts,
  areEmptyShown: boolean,
): readonly NamedPlace[] {
  const inWindow = (at: number): number => (settled.certain[at] ?? 0) + (settled.possible[at] ?? 0);
  const order = names
    .map((_, at) => at)
    .filter((at) => names[at] !== '' && (areEmptyShown || inWindow(at) > 0))
    .toSorted((a, b) => inWindow(b) - inWindow(a) || (counts[b] ?? 0) - (counts[a] ?? 0));
  // A row that says that there is one more is as high as the one itself.
  const isOneMore = distinct === MAX_NAMES + 1;
  const listed = order.slice(0, isOneMore ? MAX_NAMES + 1 : MAX_NAMES);
  const others = names.map((_, at) => at).filter((at) => !listed.includes(at));
  const sumOf = (column: Uint32Array, of: readonly number[], at: (one: number) => number): number =>
    of.reduce((sum, one) => sum + (column[at(one)] ?? 0), 0);
  const rowOf = (kind: NamedPlace['kind'], name: string, of: readonly number[]): NamedPlace => ({
    kind,
    name,
    more: kind === 'others' ? distinct - listed.length : 0,
    certain: sumOf(now.certain, of, (one) => one),
    possible: sumOf(now.possible, of, (one) => one),
    looks: Array.from({ length: LOOKS }, (_, look) =>
      sumOf(now.looks, of, (one) => one * LOOKS + look),
    ),
  });
  const rows = listed.map((at) => {
    const name = names[at] ?? '';
    return rowOf(isPartOf(name, names) ? 'no-closer' : 'place', name, [at]);
  });
  const rest = rowOf('others', '', others);
  const hasRest =
    rest.certain + rest.possible > 0 || others.some((at) => areEmptyShown || inWindow(at) > 0);
  return [
    ...rows.filter(({ kind }) => kind === 'place'),
    ...(hasRest ? [rest] : []),
    ...rows.filter(({ kind }) => kind === 'no-closer'),
  ];
}
