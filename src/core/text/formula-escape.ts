/**
 * What spreadsheet programs take for the beginning of a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection), full-width signs included.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A sign before digits, with all that numbers, degrees, dates and phone numbers are written with. */
const PLAIN_NUMBER =
  /^[+\-＋－]\s*[\d\p{Nd}\p{Sc}.,٫٬(][\p{Nd}\s.,:;'’‘٫٬·°º′″"\p{Sc}%‰()\-–−/]*(?:[eE][+-]?\d+|[NSEW])?$/u;
const HAS_DIGIT = /\p{Nd}/u;
/** A minus between two numbers, which a spreadsheet program would subtract: `-2-3`; no date or phone number. */
const SUBTRACTION = /^-\s*[\p{Nd}.,]*\p{Nd}\s*-\s*[\p{Nd}.,]+$/u;
/** `-0044-03`: a year before 1 BCE with its month. */
const EARLY_MONTH = /^-\d{4,6}-\d{2}$/;
/** Marks for "nothing": `-`, `--`, `+`. */
const ONLY_SIGNS = /^[+\-＋－]+$/;

/** Numbers in any notation: `-23,96`, `+964 750 123`, `-36°11'`, `- 5`, `-1.5e3`, `-0044-03-15`. */
function isNumber(text: string): boolean {
  if (ONLY_SIGNS.test(text)) return true;
  if (!PLAIN_NUMBER.test(text) || !HAS_DIGIT.test(text)) return false;
  return !SUBTRACTION.test(text) || EARLY_MONTH.test(text);
}

/**
 * Returns a cell that no spreadsheet program runs as a formula: `=1+1` becomes `'=1+1`; numbers stay.
 * A text that looks escaped already gets one more apostrophe, so that `withoutEscape` restores every
 * text exactly.
 */
export const withEscape = (text: string): string =>
  ESCAPED.test(text) || (FORMULA.test(text) && !isNumber(text)) ? `'${text}` : text;

const APOSTROPHE = 0x27;

/** Takes off the apostrophe of an escaped cell; any other one is the text's own: `'tis`. */
export const withoutEscape = (text: string): string =>
  text.charCodeAt(0) === APOSTROPHE && ESCAPED.test(text) ? text.slice(1) : text;

/**
 * The same for a file of another program: an apostrophe that is closed further on is a quotation mark
 * of the text, as in `'-' unknown` or `'+964 750'`.
 */
export const withoutForeignEscape = (text: string): string =>
  text.charCodeAt(0) === APOSTROPHE && text.includes("'", 1) ? text : withoutEscape(text);
