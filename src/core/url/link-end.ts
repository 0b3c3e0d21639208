/** Never the end of a text that is searched for: spaces, invisible characters, and what ends a sentence. */
const AFTER_TEXT = /[\s\p{C}\p{Z}\p{Pi}\p{Pf}.,;:!?…–—،؛؟۔。、，"'`*_|>}\]]/u;

/**
 * The text without the signs at its end that `isCut` takes, asked from the last one backwards. A regular
 * expression that ends in `+$` would take time by the length squared.
 */
export function withoutEnd(text: string, isCut: (sign: string) => boolean): string {
  let end = text.length;
  while (end > 0) {
    const isPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(end - 2, 0), end));
    const start = isPair ? end - 2 : end - 1;
    if (!isCut(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Removes punctuation of the sentence around a link: `a).` becomes `a`, but `(a).` becomes `(a)`. */
export function withoutSentence(text: string): string {
  let surplus = count(text, ')') - count(text, '(');
  return withoutEnd(text, (sign) => (sign === ')' ? surplus-- > 0 : AFTER_TEXT.test(sign)));
}

/** True if a value is read unchanged when punctuation of a sentence follows the link. */
export const survivesAtEnd = (text: string): boolean => withoutSentence(`${text})`) === text;
