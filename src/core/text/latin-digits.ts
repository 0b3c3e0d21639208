/** Arabic, Persian, Devanagari, Bengali and full-width digits. */
const OTHER_DIGIT = /[٠-٩۰-۹०-९০-৯０-９]/g;
const HAS_OTHER_DIGIT = /[٠-٩۰-۹०-९০-৯０-９]/;

/**
 * Rows of ten digits begin at a multiple of sixteen (U+0660, U+06F0, U+FF10), those of India six later
 * (U+0966, U+09E6).
 */
function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code % 16) - (code >= 0x900 && code < 0xe00 ? 6 : 0));
}

/** Returns the text with the digits of other scripts replaced by 0 to 9. */
export const withLatinDigits = (text: string): string => text.replace(OTHER_DIGIT, latinDigit);

export const hasOtherDigits = (text: string): boolean => HAS_OTHER_DIGIT.test(text);

/** A number of another script as programs write it: `٣٦٫١٩` is `36.19`, `٣٦،١٩` is `36,19`. */
export const withLatinNumber = (text: string): string =>
  withLatinDigits(text)
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
    .replaceAll('،', ',')
    .replaceAll('−', '-');
