import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParts, paragraphsOf } from '../../../../src/core/evidence/source-document.ts';

describe('a source text in paragraphs', () => {
  it('is split at empty lines, with the start of each paragraph', () => {
    const text = ' One.\nStill one.\n\n \nTwo.';
    expect(paragraphsOf(text)).toEqual([
      { start: 0, text: ' One.\nStill one.' },
      { start: 20, text: 'Two.' },
    ]);
  });

  it('marks words that run over a paragraph end in both', () => {
    const text = 'The end.\n\nThe start.';
    const marked = paragraphsOf(text).map((paragraph) =>
      markedParts(paragraph, { start: 4, end: 13 }),
    );
    expect(marked).toEqual([
      [
        { text: 'The ', isMarked: false },
        { text: 'end.', isMarked: true },
      ],
      [
        { text: 'The', isMarked: true },
        { text: ' start.', isMarked: false },
      ],
    ]);
  });

  it('keeps its words unchanged, whatever is marked', () => {
    const lines = fc.array(fc.constantFrom('a word', 'ئەربیل', '', ' '), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(80), fc.nat(80), (parts, a, b) => {
        const text = parts.join('\n');
        const mark = { start: Math.min(a, b), end: Math.max(a, b) };
        for (const paragraph of paragraphsOf(text)) {
          expect(text.startsWith(paragraph.text, paragraph.start)).toBe(true);
          const cut = markedParts(paragraph, mark);
          expect(cut.map((part) => part.text).join('')).toBe(paragraph.text);
          expect(markedParts(paragraph, undefined).some((part) => part.isMarked)).toBe(false);
        }
      }),
    );
  });
});
