/** Spellings of the same name; what is asked by one is found by all. */
export type Spellings = readonly (readonly string[])[];

/** One asked word: any of its spellings will do. */
export type SearchWord = readonly string[];

/** Letters that Arabic and Kurdish keyboards write differently for the same name. */
const LETTER_FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/gu, 'ا'],
  [/[يىی]/gu, 'ی'],
  [/[كک]/gu, 'ک'],
  [/[ەةه]/gu, 'ه'],
  [/[ʼ’‘'`]/gu, ''],
  [/ı/gu, 'i'],
];

/** No accents and one way to write each letter: most texts, and most of the work saved. */
const ASCII = /^[\x00-\x7f]*$/;
const QUOTES = /['`]/g;

/** Case, accents and letter variants folded away, so that `Hewlêr` and `HEWLER` are one. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(QUOTES, '');
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
  return LETTER_FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), bare);
}

/** The words of a question, each with its other spellings. */
export function searchWords(text: string, spellings: Spellings): readonly SearchWord[] {
  const folded = spellings.map((names) => names.map(foldText));
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => folded.find((names) => names.includes(word)) ?? [word]);
}

export const matchesAll = (folded: string, words: readonly SearchWord[]): boolean =>
  words.every((spellings) => spellings.some((word) => folded.includes(word)));
