import type { Romanisation } from './romanisations.ts';

const vowels = '[aeiouy]*';

export interface Reading {
  readonly letters: Romanisation;
  /** Whether short vowels are left out, and doubled letters written once, as in Arabic script. */
  readonly isConsonantal: boolean;
}

/** Whether a local spelling, read letter by letter, gives exactly this Latin name: the same sounds and the same words. */
export function spells({ letters, isConsonantal }: Reading, local: string, latin: string): boolean {
  const words = local.toLowerCase().normalize('NFC').split(/[ -]/);
  const folded = foldLatin(latin);
  if (isConsonantal) {
    const pattern = words.map((word) => consonantalPattern(letters, word)).join('');
    return new RegExp(`^${pattern}$`).test(folded.replaceAll(/[ -]/g, ''));
  }
  if (separatorsOf(local) !== separatorsOf(folded)) return false;
  const latinWords = folded.split(/[ -]/);
  return (
    words.length === latinWords.length &&
    words.every((word, index) =>
      new RegExp(`^${plainPattern(letters, word)}$`).test(latinWords[index] ?? ''),
    )
  );
}

/** Lower case without accents and apostrophes. */
export function foldLatin(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u02b0-\u02ff'’‘`]/g, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd');
}

function separatorsOf(name: string): string {
  return name.replaceAll(/[^ -]/g, '');
}

function plainPattern(letters: Romanisation, word: string): string {
  return unitsOf(letters, word)
    .map((unit) => alternatives(letters[unit]))
    .join('');
}

/** The Arabic article is written before any consonant as it is pronounced, and English leaves it out of many names. */
function consonantalPattern(letters: Romanisation, word: string): string {
  const hasArticle = /^ال../.test(word) && 'ة' in letters;
  const stem = hasArticle ? word.slice(2) : word;
  const pattern = unitsOf(letters, stem)
    .map((unit) => `(?:${alternatives(letters[unit])}){1,2}`)
    .join(vowels);
  const article = hasArticle ? '(?:[ae]l|[aeu](?:sh|th|dh|[dnrstz]))?' : '';
  return `${article}${vowels}${pattern}${vowels}`;
}

function unitsOf(letters: Romanisation, word: string): string[] {
  const units: string[] = [];
  for (let at = 0; at < word.length;) {
    const pair = plainGreek(word.slice(at, at + 2));
    const unit = pair.length === 2 && pair in letters ? pair : plainGreek(word.charAt(at));
    units.push(unit);
    at += unit.length;
  }
  return units;
}

/** A diaeresis separates the two letters of a pair, so it is kept; an accent does not. */
function plainGreek(text: string): string {
  return text.replaceAll(/[άέήίόύώϊϋΐΰ]/g, (letter) => accentless[letter] ?? letter);
}

const accentless: Readonly<Record<string, string>> = {
  ά: 'α',
  έ: 'ε',
  ή: 'η',
  ί: 'ι',
  ό: 'ο',
  ύ: 'υ',
  ώ: 'ω',
};

function alternatives(ways: readonly string[] | undefined): string {
  // A letter that the table lacks matches nothing.
  if (!ways) return '(?!)';
  return `(?:${ways.join('|')})`;
}
