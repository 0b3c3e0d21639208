/** Printable ASCII with single spaces. */
const IS_PLAIN = /^(?:[!-~]| (?! ))*$/;
/** Signs that show nothing. Joiners are left: Persian and Kurdish words are written with them. */
const UNSEEN = /[\u200b\u200e\u200f\u061c\u2060\ufeff]/g;

/**
 * The value that a cell gives: letters of one look are one value, whatever codes or white space they are written
 * with, since nobody could tell their bars from each other. Case is a difference that is seen.
 */
export const cellValue = (text: string): string =>
  IS_PLAIN.test(text)
    ? text
    : text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
