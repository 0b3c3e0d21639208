import type { GeoName } from './read-geonames.ts';

/** Countries whose languages are not written in Latin letters: marks belong to a transliteration and are left out. */
const transliterated = new Set(
  (
    'AE AF AM BD BG BH BT BY CN CY EG EH ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LK LY MK MM MN MO ' +
    'MV NP OM PK PS QA RU SA SD SY TH TJ TW UA YE'
  ).split(' '),
);

/** French spellings have accents of their own; a macron or a cedilla gives away a transliteration. */
const frenchSpelled = new Set('DJ DZ KM LB MA MR TD TN'.split(' '));

/** Where GeoNames' names end in what kind of area it is. */
const kindSuffixed = new Set(['AE', 'CN', 'KR', 'MM', 'PH', 'TW']);

const kindSuffix = / (?:City|County|Township)$|-(?:si|gun|eup|dong|myeon)$/;

const latinText = /^[\p{Script=Latin}\p{M}\p{N} .,'’&/()-]+$/u;
const transliterationMarks = /[\u0304\u0306\u0323\u0327\u0331]/;

/** A place's name for an English map if no list has one, or nothing if GeoNames has none in Latin script. */
export function latinName(place: GeoName): string | undefined {
  const name = [spelling(place), place.asciiName].find((text) => latinText.test(text));
  return (
    withoutKind(place.country, name)
      ?.replace(/^N[aā][hḩ]i(?:ya|yah|yat) /i, '')
      .replace(/ \(.*\)$|,.*$/, '')
      // Of two languages, the one of the whole country: Gasteiz / Vitoria.
      .replace(/^.+\/ ?/, '')
      .replace(/^'(?=\p{Lu})/u, '')
      .replace(/^(\p{Ll})/u, (letter) => letter.toUpperCase())
      .trim()
  );
}

/** Official there, but not said; elsewhere, as in Michigan City, it belongs to the name. */
function withoutKind(country: string, name: string | undefined): string | undefined {
  return kindSuffixed.has(country) ? name?.replace(kindSuffix, '') : name;
}

/** How English writes the endings of Russian and Ukrainian adjectives: Stary Oskol, Kamianets-Podilskyi. */
function shortEndings(country: string, name: string): string {
  if (country === 'UA') return name.replaceAll(/yy\b/g, 'yi');
  return country === 'RU' ? name.replaceAll(/[iy]y\b/g, 'y').replaceAll(/yye\b/g, 'ye') : name;
}

function spelling({ country, name, asciiName }: GeoName): string {
  // GeoNames' own plain form of Đồng Hới is GJong Hoi.
  if (country === 'VN') return withoutMarks(name);
  const isPlain = !transliterationMarks.test(name.normalize('NFD'));
  if (transliterated.has(country) || (frenchSpelled.has(country) && !isPlain)) {
    if (country === 'CN') return asciiName;
    return shortEndings(country, asciiName.replaceAll(/[`'’‘]/g, ''));
  }
  if (country === 'RO' || country === 'MD') return commaBelow(name);
  return name.replaceAll(/[`‘]/g, '’');
}

function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[ĐÐ]/g, 'D');
}

/** GeoNames writes Romanian with cedillas, which are Turkish letters. */
function commaBelow(name: string): string {
  return name.replaceAll('ş', 'ș').replaceAll('Ş', 'Ș').replaceAll('ţ', 'ț').replaceAll('Ţ', 'Ț');
}
