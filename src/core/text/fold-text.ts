import { FOLD_RULES, type FoldRule } from './fold-rules.ts';

const ASCII = /^[\x00-\x7f]*$/;
/** What `FOLD_RULES` drops of ASCII. */
const ASCII_QUOTES = /["'`]/g;
const DECIMAL_DIGIT = /\p{Nd}/u;

/** The digit of a character's value: each script has its ten digits in a row, from 0. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

function applyRule(text: string, { from, to }: FoldRule): string {
  switch (from) {
    case 'NFKD':
      return text.normalize('NFKD');
    case 'lower case':
      return text.toLowerCase();
    case 'decimal digits':
      return text.replace(/\p{Nd}/gu, latinDigit);
    default:
      return text.replace(from, to);
  }
}

/** Folds one character by rules; `foldText` does it by all of `FOLD_RULES`. */
export const foldCharacter = (character: string, rules: readonly FoldRule[] = FOLD_RULES): string =>
  rules.reduce(applyRule, character);

/** Cache of folded characters by code unit. */
const FOLDED: (string | undefined)[] = [];

function foldedUnit(code: number): string {
  const folded = foldCharacter(String.fromCharCode(code));
  FOLDED[code] = folded;
  return folded;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/**
 * A text without what searching ignores (`FOLD_RULES`): `Hewlêr` and `HEWLER` are one. Every character
 * is folded by itself, so a part of a folded text is the folded part.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(ASCII_QUOTES, '');
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSurrogate(code)) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      folded += foldCharacter(character);
      at += character.length - 1;
    } else folded += FOLDED[code] ?? foldedUnit(code);
  }
  return folded;
}
