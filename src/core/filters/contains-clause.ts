import { matchesAll, searchableText, searchWords } from '../text/search-text.ts';
import type { ClauseOf } from './clause.ts';
import { NO, YES, type Matcher } from './match.ts';

/** Whether a text has all words of another, in any case and spelling. */
export function containsWords(words: string): (text: string) => boolean {
  const asked = searchWords(words, []);
  return (text) => matchesAll(searchableText(text), asked);
}

/** Reads the texts of the field once more: they are not kept. */
export const matchContains: Matcher<ClauseOf<'contains'>> = async (
  { field, text },
  source,
  task,
) => {
  const flags = new Uint8Array(source.table.length);
  const passes = containsWords(text);
  await source.eachText(
    field,
    (row, own) => {
      flags[row] = passes(own) ? YES : NO;
    },
    task,
  );
  return flags;
};
