const ARABIC_DIGIT = /[٠-٩۰-۹]/g;

/** Both rows of Arabic digits begin at a multiple of sixteen (U+0660, U+06F0). */
const latinDigit = (digit: string): string => String(digit.charCodeAt(0) % 16);

/** The text with its Arabic and Persian digits written as 0 to 9. */
export const withLatinDigits = (text: string): string => text.replace(ARABIC_DIGIT, latinDigit);
