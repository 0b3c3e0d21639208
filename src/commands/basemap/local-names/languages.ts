import {
  arabic,
  belarusian,
  bulgarian,
  greek,
  macedonian,
  persian,
  russian,
  serbian,
  ukrainian,
} from './romanisations.ts';
import type { Reading } from './spells.ts';

export interface Language extends Reading {
  /** What a name in this language consists of, and in no other that uses the script. */
  readonly alphabet: RegExp;
  /** What gives away a name in another language that has only letters of this one. */
  readonly foreign: RegExp;
  /** Without it, a name may as well be another language's, unless the Latin name has marks that confirm it. */
  readonly proof?: RegExp;
}

const cyrillicWord = (letters: string): RegExp => new RegExp(`^[${letters}][${letters} -]*$`, 'i');
const never = /(?!)/;

const languages = {
  uk: {
    letters: ukrainian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'),
    // Russian endings, and и at the beginning of a word.
    foreign: /[сцз]к(?:[ -]|$)|[сцз]к(?:ий|ое|ая)|(?:^|[ -])и|ие|ье|ая$|ое$/i,
  },
  ru: {
    letters: russian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгдеёжзийклмнопрстуфхцчшщъыьэюя'),
    // Ukrainian endings, and the spelling before 1918 and earlier.
    foreign: /[сцз]ьк|[^л]ьск|ъ(?![еёюя])/i,
  },
  be: {
    letters: belarusian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгдеёжзійклмнопрстуўфхцчшыьэюя'),
    foreign: /[тд][ьеіёюя]|р[ьеіёюя]|[сц]ьк/i,
    // Russian has the same letters otherwise.
    proof: /[іў]/i,
  },
  bg: {
    letters: bulgarian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгдежзийклмнопрстуфхцчшщъьюя'),
    foreign: /ь(?!о)/i,
  },
  sr: {
    letters: serbian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгдђежзијклљмнњопрстћуфхцчџш'),
    foreign: never,
  },
  mk: {
    letters: macedonian,
    isConsonantal: false,
    alphabet: cyrillicWord('абвгдѓежзѕијклљмнњопрстќуфхцчџш'),
    foreign: never,
  },
  el: {
    letters: greek,
    isConsonantal: false,
    // Small letters after the first: spellings in capitals have no accents.
    alphabet: /^[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰς]+(?:[ -][Α-ΩΆΈΉΊΌΎΏ]?[α-ωάέήίόύώϊϋΐΰς]+)*$/,
    // No accent at all, or the endings of the written language before 1976.
    foreign: /^[^ΆΈΉΊΌΎΏάέήίόύώΐΰ]*$|(?:[οό]ν|α[ιί])(?:[ -]|$)/,
  },
  ar: {
    letters: arabic,
    isConsonantal: true,
    // Persian and Urdu write the same name without these, and without the article.
    proof: /[ةيكىأإئؤ]|^ال/,
    alphabet: /^[ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئؤء ]+$/,
    // A final ه is mostly ة in Persian or careless spelling.
    foreign:
      /ه(?: |$)|(?:^| )[ئؤىة]|^سدي |^(?:محافظة|مدينة|بلدية|ولاية|مركز|قرية|قضاء|مديرية|ناحية) /,
  },
  fa: {
    letters: persian,
    isConsonantal: true,
    alphabet: /^[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئ \u200c]+$/,
    foreign: /^(?:استان|شهرستان|شهرک|شهر|ولایت) /,
  },
} as const satisfies Readonly<Record<string, Language>>;

type LanguageCode = keyof typeof languages;

const languageOfCountry: Readonly<Record<string, LanguageCode>> = {
  UA: 'uk',
  RU: 'ru',
  BY: 'be',
  BG: 'bg',
  RS: 'sr',
  MK: 'mk',
  GR: 'el',
  IR: 'fa',
  AF: 'fa',
  AE: 'ar',
  BH: 'ar',
  DZ: 'ar',
  EG: 'ar',
  IQ: 'ar',
  JO: 'ar',
  KW: 'ar',
  LB: 'ar',
  LY: 'ar',
  MA: 'ar',
  MR: 'ar',
  OM: 'ar',
  PS: 'ar',
  QA: 'ar',
  SA: 'ar',
  SD: 'ar',
  SY: 'ar',
  TN: 'ar',
  YE: 'ar',
};

/** The one language whose names differ from its neighbours' by their letters, or none. */
export function languageOf(country: string): Language | undefined {
  const code = languageOfCountry[country];
  return code && languages[code];
}
