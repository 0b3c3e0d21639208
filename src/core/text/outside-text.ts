/**
 * Text that comes from outside: cells, file names, titles, hosts. It may be of any length, written in any
 * direction, and hold characters that turn the text around it (Unicode Standard Annex 9).
 */

/**
 * C0 and C1 controls except white space, and what overrides, embeds or isolates a direction. Marks (U+200E,
 * U+200F, U+061C) and joiners stay as they are: names in right-to-left scripts need them.
 */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]/g;

/** Plain brackets, because the fonts of the page have no others. */
const codePoint = (one: string): string =>
  `[U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Replaces control characters by their code points, which are visible and harmless: `[U+202E]`. */
export const visibleText = (text: string): string => text.replace(CONTROLS, codePoint);

/**
 * Returns a text shortened to `max` characters, `…` where it is cut, with runs of white space as one space
 * and control characters made visible.
 */
export function cutText(text: string, max: number): string {
  // Only the beginning is searched for white space: a cell may have a million characters.
  const begun = text.trimStart();
  const plain = begun
    .slice(0, 4 * max)
    .replace(/\s+/g, ' ')
    .trim();
  const isCut = plain.length > max || begun.length > 4 * max;
  if (!isCut) return visibleText(plain);
  const cut = plain
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
  return `${visibleText(cut)}…`;
}

/** First strong isolate … pop directional isolate. `text` must have passed `visibleText`. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Scripts written from right to left, and marks that set a direction. */
const HAS_DIRECTION =
  /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const MAX_OUTSIDE = 200;

/**
 * A text from outside within a sentence, label or accessible name, where no markup can isolate it: cut,
 * controls visible, and isolated where it could turn the words around it.
 */
export function outsideText(text: string, max = MAX_OUTSIDE): string {
  const cut = cutText(text, max);
  return HAS_DIRECTION.test(cut) ? isolated(cut) : cut;
}

/** Maximum length of a part: browsers need quadratic time to break one long word into lines. */
const MAX_PART = 2_000;

/**
 * Splits a long text into parts, each for a block of its own; joined they are the text again. A part ends
 * at the end of a line or word, if there is one in its second half, and never inside a character.
 */
export function textParts(text: string, max = MAX_PART): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const part = text.slice(start, start + max);
    const line = part.lastIndexOf('\n') + 1;
    const word = part.lastIndexOf(' ') + 1;
    const isSplit = /[\uD800-\uDBFF]$/.test(part) && max > 1;
    const end = [line, word].find((at) => at > max / 2) ?? (isSplit ? max - 1 : max);
    parts.push(part.slice(0, end));
    start += end;
  }
  parts.push(text.slice(start));
  return parts;
}
