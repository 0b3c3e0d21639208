import type { ColumnIndex } from '../../core/records/column-index.ts';
import { hasOtherDigits, withLatinNumber } from '../../core/text/latin-digits.ts';
import { isMissing } from '../../core/text/missing-value.ts';
import { foldName, type FoldedName } from '../table/column-names.ts';

/** A column by its name and by what is in it. */
export type ColumnProfile = {
  readonly index: ColumnIndex;
  readonly name: FoldedName;
  /** As the file writes it. */
  readonly raw: string;
  /** The cells that say something. */
  readonly values: readonly string[];
  /** How many of the rows say something, 0 to 1. */
  readonly filled: number;
  readonly distinct: number;
  /** Mean length of the values, in characters. */
  readonly length: number;
};

export function profileColumns(
  columns: readonly string[],
  samples: readonly (readonly string[])[],
): readonly ColumnProfile[] {
  return columns.map((column, index) => {
    const values: string[] = [];
    let characters = 0;
    for (const row of samples) {
      const written = row[index] ?? '';
      const text = hasOtherDigits(written) ? withLatinNumber(written) : written;
      if (isMissing(text)) continue;
      values.push(text);
      characters += text.length;
    }
    return {
      index,
      name: foldName(column),
      raw: column,
      values,
      filled: samples.length === 0 ? 0 : values.length / samples.length,
      distinct: new Set(values).size,
      length: values.length === 0 ? 0 : characters / values.length,
    };
  });
}

/** Values that are enough to see what a column holds, spread over all of them. */
const MAX_TESTED = 50;

/** How many of the column's values pass, 0 to 1; none where it has none. */
export function shareOfValues({ values }: ColumnProfile, test: (value: string) => boolean): number {
  const step = Math.max(1, values.length / MAX_TESTED);
  let [tested, passed] = [0, 0];
  for (let at = 0; at < values.length; at += step) {
    tested++;
    if (test(values[Math.floor(at)] ?? '')) passed++;
  }
  return tested === 0 ? 0 : passed / tested;
}

/** Names for one role: `exact` from the surest to the loosest, `words` that may be part of longer ones. */
export type Synonyms = { readonly exact: readonly string[]; readonly words: readonly string[] };

/** Folded as column names are. */
export const synonyms = (exact: string, words = ''): Synonyms => {
  const fold = (names: string): readonly string[] =>
    names.split(' ').flatMap((name) => foldName(name).whole || []);
  return { exact: fold(exact), words: fold(words) };
};

/** 8 to 10 for an exact name, 4 for a word in a longer one, 0 for neither. */
export function nameScore({ whole, words }: FoldedName, { exact, words: parts }: Synonyms): number {
  const rank = exact.indexOf(whole);
  if (rank >= 0) return 10 - (2 * rank) / exact.length;
  return words.some((word) => parts.includes(word)) ? 4 : 0;
}

/** The candidate with the highest score above 0; of equals the first. */
export function bestBy<Candidate>(
  candidates: Iterable<Candidate>,
  score: (candidate: Candidate) => number,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestPoints = 0;
  for (const candidate of candidates) {
    const points = score(candidate);
    if (points > bestPoints) [best, bestPoints] = [candidate, points];
  }
  return best;
}
