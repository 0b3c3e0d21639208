import type { Task } from '../base/task.ts';

/** Texts that the browser sorts at once: some milliseconds. */
const RUN = 1 << 11;

/**
 * Distinct texts in the order of a language: numbers in them by their value. Those of `order` come first, in that order. Runs are
 * sorted, then merged, so that a million texts can be cancelled and let other work run.
 */
export async function sortTexts(
  texts: readonly string[],
  order: readonly string[],
  language: string,
  task: Task,
): Promise<readonly string[]> {
  const given = new Map(order.map((text, at) => [text, at]));
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = (a: string, b: string): number => {
    const [first, second] = [given.get(a), given.get(b)];
    if (first === undefined && second === undefined)
      // What reads alike, such as `A` and `A` of full width, is in a fixed order all the same.
      return collator.compare(a, b) || (a < b ? -1 : 1);
    return (first ?? Infinity) - (second ?? Infinity);
  };
  let runs: (readonly string[])[] = [];
  for (let start = 0; start < texts.length; start += RUN) {
    if (task.isDue()) await task.yield((0.5 * start) / texts.length);
    runs.push(texts.slice(start, start + RUN).sort(compare));
  }
  while (runs.length > 1) {
    const merged: (readonly string[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other = []] = runs.slice(at, at + 2);
      merged.push(other.length === 0 ? one : await mergeTwo(one, other, compare, task));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeTwo(
  one: readonly string[],
  other: readonly string[],
  compare: (a: string, b: string) => number,
  task: Task,
): Promise<readonly string[]> {
  const merged: string[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length || right < other.length) {
    if (merged.length % RUN === 0 && task.isDue()) await task.yield(0.5);
    const [a, b] = [one[left], other[right]];
    const isLeft = b === undefined || (a !== undefined && compare(a, b) <= 0);
    merged.push((isLeft ? a : b) ?? '');
    if (isLeft) left++;
    else right++;
  }
  return merged;
}
