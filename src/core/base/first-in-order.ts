/**
 * The first ones of many, in order. Costs a comparison of each with the last of those kept, never a sort of all.
 * At most twice as many as asked for are kept at a time.
 */
export function firstInOrder<Item>(
  all: Iterable<Item>,
  limit: number,
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  if (limit <= 0) return [];
  const kept: Item[] = [];
  let last: Item | undefined;
  for (const item of all) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * limit) continue;
    kept.sort(compare);
    kept.length = limit;
    last = kept.at(-1);
  }
  return kept.sort(compare).slice(0, limit);
}
