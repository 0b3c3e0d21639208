/** A source text that may be shown whole, kept word for word under `geodata/sources/`. */
export type SourceDocument = {
  readonly id: string;
  readonly file: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
  readonly language: string;
  readonly note: string;
};

/** A range of a text in UTF-16 code units; `end` is not included. */
export type TextRange = { readonly start: number; readonly end: number };

export type Paragraph = { readonly start: number; readonly text: string };

/** Splits a text into paragraphs at empty lines, each with its position in the text. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs = text.matchAll(/(?<![^\S\n])[^\S\n]*\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*/g);
  return [...paragraphs].map((match) => ({ start: match.index, text: match[0] }));
}

export type MarkedPart = { readonly text: string; readonly isMarked: boolean };

/** A paragraph cut where the marked range begins and ends in it. */
export function markedParts(paragraph: Paragraph, mark: TextRange | undefined): MarkedPart[] {
  const length = paragraph.text.length;
  const within = (at: number): number => Math.min(Math.max(at - paragraph.start, 0), length);
  const start = mark ? within(mark.start) : length;
  const end = mark ? within(mark.end) : length;
  return [
    { text: paragraph.text.slice(0, start), isMarked: false },
    { text: paragraph.text.slice(start, end), isMarked: true },
    { text: paragraph.text.slice(end), isMarked: false },
  ].filter((part) => part.text !== '');
}
