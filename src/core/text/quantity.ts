import { withLatinDigits } from './latin-digits.ts';

/** How a file writes the sign before the decimals of a number; the other one groups thousands. */
export type DecimalSign = 'comma' | 'point';

const MAX_CHARACTERS = 40;
const DIGITS_AND_SIGNS = /^[+-]?(?:\d[\d.,]*|[.,]\d+)$/;
/** `1.500`: either one and a half or fifteen hundred. Nobody groups after a leading zero. */
const EITHER = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

const signOf = (mark: string): DecimalSign => (mark === ',' ? 'comma' : 'point');
const otherOf = (sign: DecimalSign): DecimalSign => (sign === 'comma' ? 'point' : 'comma');

/** Digits, points and commas alone; undefined for anything else. */
function plainDigits(text: string): string | undefined {
  if (text.length === 0 || text.length > MAX_CHARACTERS) return undefined;
  const plain = withLatinDigits(text)
    .replace('٫', '.')
    .replaceAll('٬', '')
    .replace('−', '-')
    // Blanks and apostrophes only ever group.
    .replace(/(?<=\d)[\s'’](?=\d{3}(?:\D|$))/g, '');
  return DIGITS_AND_SIGNS.test(plain) ? plain : undefined;
}

/** Which sign is the decimal one by this number alone; undefined where it does not show that. */
function provenSign(plain: string): DecimalSign | undefined {
  const marks = plain.match(/[.,]/g) ?? [];
  const last = marks[marks.length - 1];
  if (last === undefined || EITHER.test(plain)) return undefined;
  // A sign that comes twice groups; where both signs come, the last is the decimal one.
  const isRepeated = marks.filter((mark) => mark === last).length > 1;
  return isRepeated ? otherOf(signOf(last)) : signOf(last);
}

/** What the numbers among some texts prove of their decimal sign; undefined where they prove neither or both alike. */
export function decimalSignOf(texts: Iterable<string>): DecimalSign | undefined {
  let [commas, points] = [0, 0];
  for (const text of texts) {
    const plain = plainDigits(text);
    const sign = plain === undefined ? undefined : provenSign(plain);
    if (sign === 'comma') commas++;
    else if (sign === 'point') points++;
  }
  if (commas === points) return undefined;
  return commas > points ? 'comma' : 'point';
}

export type Quantity = {
  /** NaN for a text that is no number. */
  readonly value: number;
  /** Neither the number nor its file tells whether `1.500` is one and a half; `value` is the larger. */
  readonly isOpen: boolean;
};

/** Reads a number of a file that writes decimals with `sign`; undefined: the file does not show it. */
export function readQuantity(text: string, sign: DecimalSign | undefined): Quantity {
  const plain = plainDigits(text);
  if (plain === undefined) {
    // 1e3 and the like.
    const value = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) ? Number(text) : NaN;
    return { value, isOpen: false };
  }
  const proven = provenSign(plain);
  const isOpen = proven === undefined && sign === undefined && EITHER.test(plain);
  const decimal = proven ?? (isOpen ? otherOf(signOf(/[.,]/.exec(plain)?.[0] ?? '.')) : sign);
  const [group, mark] = decimal === 'comma' ? ['.', ','] : [',', '.'];
  return { value: Number(plain.replaceAll(group, '').replace(mark, '.')), isOpen };
}
