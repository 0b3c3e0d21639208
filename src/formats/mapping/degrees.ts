import { hasOtherDigits, withLatinNumber } from '../../core/text/latin-digits.ts';

export type Axis = 'latitude' | 'longitude';

const MAX_CHARACTERS = 40;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

/** The number that a cell is, with decimal point or decimal comma; NaN for anything else. */
export function readNumber(text: string): number {
  if (text.length === 0 || text.length > MAX_CHARACTERS) return NaN;
  const value = Number(text);
  // `Number` also takes Infinity and the likes of 0x1F.
  const hasPrefix = text.charCodeAt(0) === 0x30 && text.charCodeAt(1) > 0x39;
  if (Number.isFinite(value)) return hasPrefix ? NaN : value;
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  return hasOtherDigits(text) ? readNumber(withLatinNumber(text)) : NaN;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const PARTS = new RegExp(
  String.raw`^([NSEW])?\s*([+-])?(${NUMBER})(?:(?:\s*([°ºd:])\s*|\s+)` +
    String.raw`(?:(${NUMBER})(?:(?:\s*['′’:]\s*|\s+)(?:(${NUMBER})\s*(?:["″”]|''|′′|’’)?)?)?)?)?\s*([NSEW])?$`,
  'i',
);

const plainNumber = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/**
 * Degrees as a number or as degrees, minutes and seconds: `36.19`, `36,19`, `36.19° N`,
 * `36°11'28"N`, `N 36 11.5`. NaN for anything else, and where the letter belongs to the other axis.
 */
export function readDegrees(text: string, axis: Axis): number {
  const value = readNumber(text);
  if (!Number.isNaN(value) || text.length > MAX_CHARACTERS) return value;
  const plain = withLatinNumber(text).trim();
  const parts = PARTS.exec(plain);
  if (!parts) return NaN;
  const [, before, sign, whole, mark, minuteText, secondText, after] = parts;
  const letter = (before ?? after ?? '').toUpperCase();
  const hasBoth = before !== undefined && after !== undefined;
  if (hasBoth || (letter !== '' && !(axis === 'latitude' ? 'NS' : 'EW').includes(letter)))
    return NaN;
  if (minuteText !== undefined && mark === undefined && letter === '') return NaN;
  const minutes = plainNumber(minuteText);
  const seconds = plainNumber(secondText);
  if (minutes >= 60 || seconds >= 60) return NaN;
  const size = plainNumber(whole) + minutes / 60 + seconds / 3600;
  return sign === '-' || letter === 'S' || letter === 'W' ? -size : size;
}
