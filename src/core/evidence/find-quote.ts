import type { TextRange } from './source-document.ts';

/** W3C Web Annotation TextQuoteSelector: the exact words, and what is around them. */
export type TextQuoteSelector = {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/** How many characters agree, backwards from the end of both texts. */
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
 * Where the exact words are in the text, word for word; of several places the one whose
 * surroundings agree best with prefix and suffix, then the first. Undefined when they are not
 * there. https://www.w3.org/TR/annotation-model/#text-quote-selector
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
