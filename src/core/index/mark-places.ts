import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { Filter } from '../filters/filter.ts';
import { NO_MARK } from '../layout/mark-layout.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { JoinedNames } from './frequent-names.ts';
import { intervalIndexBuffers, NO_GROUP } from './interval-index.ts';
import type { PartShare } from './join-mark-shares.ts';
import { joinIntervalIndexes } from './join-interval-indexes.ts';
import type { CountedMarks } from './mark-counter.ts';
import { groupsByMark } from './mark-groups.ts';
import type { MergedParts } from './merged-parts.ts';
import { EVER } from './tally.ts';

/** Names that are counted apart; all others are one. */
const MAX_NAMES = 40;

/** The mark of each place. */
export type MarkOfPlaces = { readonly markOf: Uint32Array; readonly mark: number };

/** With how many incidents the mark has. */
export type LaidOutMark = MarkOfPlaces & { readonly count: number };

/**
 * The incidents of a mark by the names of their places, which say more than its point. Each name is counted
 * as a mark is, for any window, by `MarkCounter`.
 */
export type MarkPlaces = CountedMarks & {
  /** Those with the most incidents first; the last one is '' where incidents have another or no name. */
  readonly names: readonly string[];
  /** All incidents of each, whatever the window. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** How many distinct names there are. */
  readonly distinct: number;
};

export const markPlacesBuffers = ({ counts, marks, groups }: MarkPlaces): ArrayBuffer[] => [
  counts.buffer,
  marks.groups.buffer,
  groups.layer.buffer,
  ...[groups.effectClass, groups.category, groups.deaths].map(({ buffer }) => buffer),
  ...intervalIndexBuffers(groups.spans),
];

/** Numbers of the names that the places of a mark have, by how many incidents have them. */
async function namesByCount(
  parts: MergedParts,
  names: JoinedNames,
  { markOf, mark }: MarkOfPlaces,
  filter: Filter,
  task: Task,
): Promise<readonly (readonly [name: number, count: number])[]> {
  const counts = new Map<number, number>();
  for (const [at, { index, firstPlace }] of parts.all.entries()) {
    const ofPlaces = await index.placeCounts(filter, undefined, parts.isDated, task);
    for (let place = 0; place < ofPlaces.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0);
      if (markOf[firstPlace + place] !== mark) continue;
      const name = names.of[at]?.[place] ?? 0;
      counts.set(name, (counts.get(name) ?? 0) + (ofPlaces[place] ?? 0));
    }
  }
  return [...counts]
    .filter(([name, count]) => count > 0 && !names.texts.isEmpty(name))
    .toSorted((a, b) => b[1] - a[1]);
}

/** Counts the incidents of a mark by name; undefined where they have fewer than two names. */
export async function markPlacesOf(
  parts: MergedParts,
  names: JoinedNames,
  ofMark: MarkOfPlaces,
  { filter, scheme }: { readonly filter: Filter; readonly scheme: ColorScheme },
  task: Task,
): Promise<MarkPlaces | undefined> {
  const { markOf, mark } = ofMark;
  const byCount = await namesByCount(parts, names, ofMark, filter, task.part(0, 0.3));
  if (byCount.length < 2) return undefined;
  const kept = byCount.slice(0, MAX_NAMES).map(([name]) => name);
  const position = new Map(kept.map((name, at) => [name, at]));
  const shares: PartShare[] = [];
  for (const [at, part] of parts.all.entries()) {
    const { index, firstPlace } = part;
    const own = new Uint32Array(index.places.length).fill(NO_MARK);
    for (let place = 0; place < own.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0.3);
      if (markOf[firstPlace + place] === mark)
        own[place] = position.get(names.of[at]?.[place] ?? 0) ?? kept.length;
    }
    const query = { filter, markOf: own, marks: kept.length + 1, window: EVER, scheme };
    const share = await index.marks(query, parts.isDated, task.part(0.3, 0.8));
    shares.push({ part, markOf: own, share });
  }
  const counts = new Uint32Array(kept.length + 1);
  for (const { markOf: own, share } of shares)
    own.forEach((name, place) => {
      if (name !== NO_MARK) counts[name] = (counts[name] ?? 0) + (share.places.all[place] ?? 0);
    });
  const hasOthers = (counts[kept.length] ?? 0) > 0;
  const length = kept.length + (hasOthers ? 1 : 0);
  const { ofMark: groupsOf, groupOf, ...groups } = groupsByMark(shares, length);
  const spans = await joinIntervalIndexes(
    shares.map(({ share }, part) => ({
      index: share.cells.spans,
      groupOf: (cell) => groupOf[part]?.[cell] ?? NO_GROUP,
    })),
    groups.layer.length,
    task.part(0.8, 1),
  );
  return {
    names: [...kept.map((name) => names.texts.textOf(name)), ...(hasOthers ? [''] : [])],
    counts: counts.slice(0, length),
    distinct: byCount.length,
    layers: parts.layers.length,
    marks: { length, groups: groupsOf },
    groups: { scheme, ...groups, spans },
  };
}

/** The places of a mark that have a name, as if the others had no mark. */
export function placesNamed(
  parts: MergedParts,
  names: JoinedNames,
  { markOf, mark }: MarkOfPlaces,
  name: string,
): Uint32Array {
  const isWanted = new Map<number, boolean>();
  const named = new Uint32Array(markOf.length).fill(NO_MARK);
  for (const [at, { index, firstPlace }] of parts.all.entries())
    for (let place = 0; place < index.places.length; place++) {
      if (markOf[firstPlace + place] !== mark) continue;
      const own = names.of[at]?.[place] ?? 0;
      let isSame = isWanted.get(own);
      if (isSame === undefined) isWanted.set(own, (isSame = names.texts.textOf(own) === name));
      if (isSame) named[firstPlace + place] = mark;
    }
  return named;
}
