import type { TextRange } from './source-document.ts';

/** W3C Web Annotation TextQuoteSelector: the exact words, and what is around them. */
export type TextQuoteSelector = {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/** Returns the length of the common suffix of two texts. */
function sharedEnd(a: string, b: string): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

function sharedStart(a: string, b: string): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
  return shared;
}

/**
 * Returns where the exact words are in the text, or undefined. Of several places it takes the one whose
 * surrounding text agrees best with `prefix` and `suffix`, then the first.
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function findQuote(text: string, selector: TextQuoteSelector): TextRange | undefined {
  const { exact, prefix = '', suffix = '' } = selector;
  if (exact === '') return undefined;
  let best: { readonly start: number; readonly agreement: number } | undefined;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const agreement =
      sharedEnd(text.slice(0, start), prefix) +
      sharedStart(text.slice(start + exact.length), suffix);
    if (!best || agreement > best.agreement) best = { start, agreement };
  }
  return best && { start: best.start, end: best.start + exact.length };
}
