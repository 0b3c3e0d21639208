import { foldText } from './fold-text.ts';

/** Spellings of the same name: a search for one finds the others too. */
export type Spellings = readonly (readonly string[])[];

/**
 * One word of a search: any of its spellings is enough. One with a space in it is a phrase: its words
 * in this order, in one line.
 */
export type SearchWord = readonly string[];

type CharacterKind = 'letter' | 'digit' | 'other';

/** Of a folded text: its digits are 0 to 9 and its Latin letters small. */
function kindAt(folded: string, at: number): CharacterKind {
  const code = folded.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return 'letter';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return code > 0x7f && /\p{L}/u.test(folded.charAt(at)) ? 'letter' : 'other';
}

/**
 * Replaces hyphens inside words (between two letters, or a letter and a digit) by `joint`. Hyphens of
 * dates and numbers stay.
 */
function joinParts(folded: string, joint: string): string {
  let joined = '';
  let from = 0;
  for (let at = folded.indexOf('-'); at !== -1;) {
    let end = at + 1;
    while (folded.charAt(end) === '-') end++;
    const before = kindAt(folded, at - 1);
    const after = kindAt(folded, end);
    const isInWord = before !== 'other' && after !== 'other';
    if (isInWord && (before === 'letter' || after === 'letter')) {
      joined += folded.slice(from, at) + joint;
      from = end;
    }
    at = folded.indexOf('-', end);
  }
  return from === 0 ? folded : joined + folded.slice(from);
}

/**
 * A text as it is searched in: folded, and the parts of hyphened words joined, so that `Al-Hawija` is
 * found by `alhawija`, by `hawija` and by `al hawija`. DUCET ignores hyphens with alternate weighting
 * "shifted"; those between digits stay, because `2026-03-01` is not 20260301.
 */
export const searchableText = (text: string): string => joinParts(foldText(text), '');

/** Separates the parts of a name: `al hawija`, `al-hawija`. */
const PARTS = /[\s-]+/;
/** White space except line ends, because the next line may be another cell. */
const BLANKS_OF_A_LINE = /[^\S\n]+/g;

export const isPhrase = (spelling: string): boolean => /\s/.test(spelling);

/** True if one line of a text contains the phrase; the number of spaces between words does not matter. */
export function holdsPhrase(searchable: string, phrase: string): boolean {
  const [first = ''] = phrase.trim().split(/\s/, 1);
  if (!searchable.includes(first)) return false;
  return searchable.replace(BLANKS_OF_A_LINE, ' ').includes(phrase.replace(BLANKS_OF_A_LINE, ' '));
}

/** Fewer typed letters would match the beginning of too many names. */
const MIN_BEGINNING = 4;
/** Shorter spellings are not added to a search: they occur inside too many other words. */
const MIN_OTHER_SPELLING = 4;
const MAX_WORDS_OF_NAME = 4;

/** All names of one place or thing. */
type KnownName = {
  /** Each name without spaces and hyphens. */
  readonly wholes: readonly string[];
  /** The names of one word, which match while the reader is still typing them. */
  readonly singles: readonly string[];
  readonly spellings: SearchWord;
};

/** Cache by list of spellings; the list stays the same object while a data set is open. */
const KNOWN_NAMES = new WeakMap<Spellings, readonly KnownName[]>();

function knownNames(spellings: Spellings): readonly KnownName[] {
  const known = KNOWN_NAMES.get(spellings) ?? spellings.map(knownName);
  KNOWN_NAMES.set(spellings, known);
  return known;
}

function knownName(names: readonly string[]): KnownName {
  const parts = names.map((name) =>
    foldText(name)
      .split(PARTS)
      .filter((part) => part !== ''),
  );
  const wholes = parts.map((words) => words.join(''));
  const written = [...new Set([...wholes, ...parts.map((words) => words.join(' '))])];
  const long = written.filter((one) => one.length >= MIN_OTHER_SPELLING);
  return {
    wholes,
    singles: parts.flatMap((words) => (words.length === 1 ? words : [])),
    // A text with the longer spelling also contains the shorter one, which is enough.
    spellings: long.filter((one) => !long.some((other) => other !== one && one.includes(other))),
  };
}

/** Returns the spellings of a typed word: `al-hawija` becomes `alhawija` and `al hawija`. */
const ownSpellings = (word: string): SearchWord => [
  ...new Set([joinParts(word, ''), joinParts(word, ' ')]),
];

/**
 * Returns the words of a search, each with its other spellings. A word gets the spellings of a name that
 * it equals or is a part of; the last word also those of a name that it begins. The typed spelling is
 * always among them.
 */
export function searchWords(text: string, spellings: Spellings): readonly SearchWord[] {
  const typed = foldText(text);
  const words = typed
    .split(/\s+/)
    .map((word) => word.replace(/^-+(?!\p{N})|(?<!-)-+$/gu, ''))
    .filter((word) => word !== '');
  const asked = words.map((word) => new Set(ownSpellings(word)));
  if (words.length === 0 || spellings.length === 0) return asked.map((word) => [...word]);
  const wholes = words.map((word) => word.replaceAll('-', ''));
  const add = (from: number, to: number, isMeant: (name: KnownName) => boolean): void => {
    for (const name of known.filter(isMeant))
      for (let at = from; at < to; at++)
        for (const spelling of name.spellings) asked[at]?.add(spelling);
  };
  const known = knownNames(spellings);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + MAX_WORDS_OF_NAME); to++) {
      const whole = wholes.slice(from, to).join('');
      add(from, to, (name) => name.wholes.includes(whole));
    }
  const last = wholes.at(-1) ?? '';
  if (last.length >= MIN_BEGINNING && !/\s$/.test(typed))
    add(words.length - 1, words.length, (name) =>
      name.singles.some((single) => single.startsWith(last)),
    );
  return asked.map((word) => [...word]);
}

/** True if the text (from `searchableText`) contains every word in at least one spelling. */
export const matchesAll = (searchable: string, words: readonly SearchWord[]): boolean =>
  words.every((spellings) =>
    spellings.some((spelling) =>
      isPhrase(spelling) ? holdsPhrase(searchable, spelling) : searchable.includes(spelling),
    ),
  );
