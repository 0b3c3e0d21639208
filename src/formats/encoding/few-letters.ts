import type { Encoding } from '../../core/mapping/format-info.ts';
import { decodeAs } from './decoders.ts';
import { commonest, lettersIn, type Reading } from './readings.ts';

/** Signs of another encoding: punctuation, one capital or another script in a word. */
const BROKEN_WORD =
  /\p{L}[^\p{L}\p{M}\0-\x7f’´·]\p{L}|\p{L}[‚„ˆˇ˘˙˛˝]|[A-Za-z][\u0370-\u0eff]|[\u0370-\u0eff][A-Za-z]|\p{Ll}(?![A-Z])\p{Lu}|\ufffd/u;

/** False where a word shows that the text is in another encoding. */
export const hasWholeWords = (text: string): boolean => !BROKEN_WORD.test(text);

/** Bytes that Windows-1254 reads as Ğ İ Ş ğ ı ş: a few Turkish names among other text. */
const ICELANDIC = /[ÐÝÞðýþ]/;
/** Turkish has none of these letters, and no ğ after a consonant. */
const NOT_TURKISH = /[ÁÍÓÚÉÆáíóúéæ]|[bcdfghjklmnprstvxz]ð/i;

/** Letters of Icelandic, which are others in Turkish. */
export const hasIcelandic = (western: string): boolean => ICELANDIC.test(western);

/** Encodings of Latin letters that files of today are in, and those that need strong evidence. */
const MODERN_LATIN: readonly Encoding[] = [
  ...(['windows-1252', 'windows-1254', 'windows-1250', 'iso-8859-2'] as const),
  ...(['windows-1257', 'windows-1258'] as const),
];
const OLD_LATIN: readonly Encoding[] = ['macintosh', 'cp850', 'cp437'];

/** A few letters of Western text score up to 1.6 times as high in other Latin encodings. */
const MIN_OTHER_LATIN_RATIO = 2;
const MIN_OTHER_LATIN_LETTERS = 3;

/**
 * Whether most letters are in words of their own, without ASCII letters, as in Arabic, Cyrillic or
 * Greek. Words that are only signs in Windows-1252 (½, £, –) do not count. `western`: the sample in
 * Windows-1252, a character for each byte.
 */
function isOtherScript(western: string): boolean {
  let own = 0;
  let mixed = 0;
  for (const [word] of western.matchAll(/[^\0-\x40\x5b-\x60\x7b-\x7f]+/g)) {
    const high = word.replaceAll(/[\0-\x7f]/g, '').length;
    if (high < word.length) mixed += high;
    else if (high > 1 && /\p{L}/u.test(word)) own += high;
  }
  return own > mixed;
}

/**
 * The likeliest encoding of few letters, whose frequencies say little. Latin words are read as
 * Windows-1252, unless that breaks them, reads Turkish letters as Icelandic, or another encoding is much
 * likelier. Encodings of MS-DOS and the old Macintosh are taken only where every other one breaks a word.
 */
export function encodingOfFewLetters(readings: readonly Reading[], sample: Uint8Array): Encoding {
  const western = decodeAs('windows-1252', sample);
  const whole = readings.filter(({ text }) => hasWholeWords(text));
  if (isOtherScript(western)) return commonest(readings, whole[0] ?? readings[0]);
  const isWhole = hasWholeWords(western);
  if (isWhole && hasIcelandic(western) && !NOT_TURKISH.test(western)) return 'windows-1254';
  const westernScore = readings.find((one) => one.encoding === 'windows-1252')?.score ?? 0;
  const modern = whole.find(({ encoding }) => MODERN_LATIN.includes(encoding));
  if (isWhole) {
    const isLikelier =
      modern !== undefined &&
      lettersIn(sample) >= MIN_OTHER_LATIN_LETTERS &&
      westernScore > 0 &&
      modern.score >= MIN_OTHER_LATIN_RATIO * westernScore;
    return isLikelier ? commonest(readings, modern) : 'windows-1252';
  }
  const old = whole.find(({ encoding }) => OLD_LATIN.includes(encoding));
  return commonest(readings, modern ?? old ?? whole[0]);
}
