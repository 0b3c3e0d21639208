import { foldText } from '../text/fold-text.ts';

/** White space, punctuation, and control and format characters. */
const BETWEEN_LETTERS = /[\s\p{P}\p{Z}\p{C}]+/gu;

/**
 * The same text for all spellings of one outlet's name: `Rudaw`, `Rudaw ` and `RUDAW`; `CalKurd` and
 * `Calkurd`; `Al Jazeera` and `Al-Jazeera`. Case, accents, variants of Arabic letters, white space,
 * punctuation and invisible characters do not distinguish two outlets; every other letter, digit or
 * symbol does. Only for comparing, never to show.
 */
export function publisherKey(name: string): string {
  const key = foldText(name).replace(BETWEEN_LETTERS, '');
  return key === '' ? name.trim() : key;
}

/** One name for each outlet, as it is first written, in the order given. */
export function distinctPublishers(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = publisherKey(name);
    if (!byKey.has(key)) byKey.set(key, name.trim());
  }
  return [...byKey.values()];
}

type Published = { readonly publisher: string };

export const publishersOf = (reports: readonly Published[]): readonly string[] =>
  distinctPublishers(reports.map(({ publisher }) => publisher));

/**
 * Separate outlets of a record: publishers of distinct names (`publisherKey`), though some pass on the
 * same agency.
 */
export const outletsOf = (reports: readonly Published[]): number => publishersOf(reports).length;
