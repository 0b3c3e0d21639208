import type { GeoName } from '../read-geonames.ts';
import { isInCrimea } from '../listed-places.ts';
import { languageOf, type Language } from './languages.ts';
import { hasMarks, marksAgree } from './marks-agree.ts';
import { spells } from './spells.ts';

/**
 * The name of a place in the script of its country, or nothing unless it is certain. GeoNames' alternate names
 * say no language: Mariupol's first one in Cyrillic letters is a name of Soviet times. A name is certain if it has only letters of the
 * country's language, gives the place's Latin name letter by letter, and is the only one that does.
 */
export function chooseLocalName(place: GeoName): string | undefined {
  const language = languageOf(place.country);
  // In which language Crimea's places are named would be a statement.
  if (!language || isInCrimea(place)) return undefined;
  const matching = new Set(
    place.alternates
      .map((name) => cleaned(name, place.country))
      .filter((name) => isIn(language, name))
      .filter((name) => spellsPlace(language, name, place)),
  );
  return onlyOne([...matching]);
}

function cleaned(name: string, country: string): string {
  const marksRemoved = name.replaceAll(/[\u064b-\u0652\u200e\u200f]/g, '').trim();
  // Arabic keyboards lack two letters of Persian.
  return country === 'IR' || country === 'AF'
    ? marksRemoved.replaceAll('ك', 'ک').replaceAll(/[يى]/g, 'ی')
    : marksRemoved.replaceAll(/['’]/g, '’');
}

function isIn({ alphabet, foreign }: Language, name: string): boolean {
  return alphabet.test(name.replaceAll('’', '')) && !foreign.test(name);
}

function spellsPlace(language: Language, local: string, place: GeoName): boolean {
  if (language.isConsonantal && hasMarks(place.name)) {
    if (!marksAgree(place.name, local)) return false;
  } else if (language.proof?.test(local) === false) return false;
  const bare = local.replaceAll('’', '');
  return spells(language, bare, place.name) || spells(language, bare, place.asciiName);
}

/** Of spellings that differ only by the Arabic article, or by signs that careless typing leaves out, the fuller one. */
function onlyOne(names: readonly string[]): string | undefined {
  const skeletons = new Set(names.map(withoutSigns));
  if (skeletons.size !== 1) return undefined;
  const most = Math.max(...names.map(signCount));
  const careful = names.filter((name) => signCount(name) === most);
  return careful.length === 1 ? careful[0] : undefined;
}

function withoutSigns(name: string): string {
  return name
    .replace(/^ال/, '')
    .replaceAll(/[ьъ’\u200c]/gi, '')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replaceAll(/[أإآ]/g, 'ا');
}

function signCount(name: string): number {
  return name.match(/^ال|[ьъёЁ’أإآ\u200c]/g)?.length ?? 0;
}
