import { PairNumbers } from '../base/pair-numbers.ts';
import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import { TextNumbers } from '../text/text-numbers.ts';
import type { PlaceNames } from './dataset-index.ts';
import { NO_GROUP } from './interval-index.ts';
import { MAX_NAMES, townOf } from './town-name.ts';

/** Of several data sets, the names of their places as numbers of one table. */
export type JoinedNames = {
  readonly of: readonly Uint32Array[];
  readonly texts: TextNumbers;
};

/** Numbers the distinct names of all data sets together; of one alone they are its own. */
export async function joinNames(parts: readonly PlaceNames[], task: Task): Promise<JoinedNames> {
  const [only] = parts;
  if (only && parts.length === 1) return { of: [only.of], texts: only.texts };
  const texts = new TextNumbers(parts.reduce((sum, part) => sum + part.texts.length, 0));
  const of: Uint32Array[] = [];
  for (const part of parts) {
    const joined = new Uint32Array(part.texts.length);
    for (let text = 0; text < joined.length; text++) {
      if (text % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(of.length / parts.length);
      joined[text] = part.texts.numberIn(texts, text);
    }
    of.push(part.of.map((name) => joined[name] ?? 0));
  }
  return { of, texts };
}

/** Places of a data set: to which group each belongs, or `NO_GROUP`, and how many records it has. */
export type CountedPlaces = {
  readonly groupOf: (place: number) => number;
  readonly counts: Uint32Array;
};

/** By group: the number of its most frequent name, and how many distinct ones it has. */
export type FrequentNames = {
  /** `NO_NAME` where it has none. */
  readonly name: Uint32Array<ArrayBuffer>;
  readonly distinct: Uint32Array<ArrayBuffer>;
  /** The town that most of it is in, where its name is a part of others; see `townOf`. */
  readonly town: readonly (string | undefined)[];
};

export const NO_NAME = 0xffff_ffff;

/**
 * The most frequent name of the places of each group, of equally frequent ones the first that is met. A
 * place without a name names no group; it is one of the others.
 */
export async function frequentNames(
  parts: readonly CountedPlaces[],
  names: JoinedNames,
  groups: number,
  task: Task,
): Promise<FrequentNames> {
  let filled = 0;
  for (const { groupOf, counts } of parts)
    for (let place = 0; place < counts.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(0);
      if ((counts[place] ?? 0) > 0 && groupOf(place) !== NO_GROUP) filled++;
    }
  const pairs = new PairNumbers(filled);
  const counts = new Uint32Array(filled);
  for (const [part, { groupOf, counts: ofPlaces }] of parts.entries()) {
    const nameOf = names.of[part];
    for (let place = 0; place < ofPlaces.length; place++) {
      if (place % ROWS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(place / ofPlaces.length);
      const count = ofPlaces[place] ?? 0;
      const group = groupOf(place);
      if (count === 0 || group === NO_GROUP) continue;
      const pair = pairs.of(group, nameOf?.[place] ?? 0);
      counts[pair] = (counts[pair] ?? 0) + count;
    }
  }
  const name = new Uint32Array(groups).fill(NO_NAME);
  const most = new Uint32Array(groups);
  const distinct = new Uint32Array(groups);
  const { first, second, length } = pairs;
  for (let pair = 0; pair < length; pair++) {
    if (pair % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(1);
    const group = first[pair] ?? 0;
    distinct[group] = (distinct[group] ?? 0) + 1;
    const count = counts[pair] ?? 0;
    if (count <= (most[group] ?? 0) || names.texts.isEmpty(second[pair] ?? 0)) continue;
    most[group] = count;
    name[group] = second[pair] ?? 0;
  }
  return { name, distinct, town: townsOf(pairs, counts, names, distinct) };
}

/** Decodes the names of groups of few. */
function townsOf(
  pairs: PairNumbers,
  counts: Uint32Array,
  { texts }: JoinedNames,
  distinct: Uint32Array,
): readonly (string | undefined)[] {
  const isFew = (group: number): boolean =>
    (distinct[group] ?? 0) > 1 && (distinct[group] ?? 0) <= MAX_NAMES;
  const namesOf = Array.from(distinct, (): { name: string; count: number }[] => []);
  for (let pair = 0; pair < pairs.length; pair++) {
    const group = pairs.first[pair] ?? 0;
    if (!isFew(group)) continue;
    const name = texts.textOf(pairs.second[pair] ?? 0);
    namesOf[group]?.push({ name, count: counts[pair] ?? 0 });
  }
  return namesOf.map(townOf);
}
