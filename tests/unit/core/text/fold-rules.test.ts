import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD_RULES } from '../../../../src/core/text/fold-rules.ts';
import { foldCharacter, foldText } from '../../../../src/core/text/fold-text.ts';
import { FOLD_EXAMPLES } from '../search/fold-examples.ts';

const pairs = FOLD_EXAMPLES.flatMap(([title, ...examples]) =>
  examples.map(([one, other]) => [title, one, other] as const),
);

describe('`FOLD_RULES`', () => {
  it.each(pairs)('%s: %j is %j', (_, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
    expect(foldText(one)).not.toBe('');
  });

  it('are all needed, each for one of its own examples', () => {
    expect(FOLD_EXAMPLES.length).toBe(FOLD_RULES.length);
    const unneeded = FOLD_EXAMPLES.filter(([, ...examples], i) => {
      const others = FOLD_RULES.toSpliced(i, 1);
      const without = (text: string): string =>
        Array.from(text, (character) => foldCharacter(character, others)).join('');
      return !examples.some(([one, other]) => without(one) !== without(other));
    });
    expect(unneeded.map(([title]) => title)).toEqual([]);
  });

  it.each([
    ['پ', 'ب'],
    ['چ', 'ج'],
    ['گ', 'ك'],
    ['ژ', 'ز'],
    ['ڤ', 'ف'],
    ['ط', 'ت'],
    ['ی', 'و'],
    ['कि', 'क'],
    ['กิ', 'ก'],
    ['o', 'a'],
    ['th', 'd'],
    ['x', 'kh'],
    ['1', '2'],
    ['a-b', 'a b'],
    ['a b', 'ab'],
    ['ء', 'ا'],
    ['А', 'A'],
  ])('keep %j and %j apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  /** Lone surrogates among them; the alphabets of `fc.string` for this take seconds to build. */
  const anyText = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff })))
    .map((codes) => codes.map((code) => String.fromCodePoint(code)).join(''));

  it('fold a part of a text in the same way as the whole text', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        fc.pre(!/[\ud800-\udbff]$/.test(one));
        expect(foldText(one) + foldText(other)).toBe(foldText(one + other));
      }),
    );
  });

  it('do not change a text that is folded already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
    for (let code = 0; code < 2 ** 16; code++) {
      const folded = foldText(String.fromCharCode(code));
      if (foldText(folded) !== folded) throw new Error(`U+${code.toString(16)}: ${folded}`);
    }
  });

  it('fold composed and decomposed letters to the same text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        expect(foldText(text.normalize(form))).toBe(foldText(text));
      }),
    );
  });

  it('fold capital and small letters to the same text', () => {
    for (let code = 0; code < 2 ** 16; code++) {
      const letter = String.fromCharCode(code);
      // Only where both cases are one letter each: not every letter has both.
      if (letter.toUpperCase().toLowerCase() !== letter) continue;
      expect(foldText(letter.toUpperCase()), letter).toBe(foldText(letter));
    }
  });
});
