import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndexBuilder, type SearchIndex } from '../../../../src/core/search/search-index.ts';
import {
  matchesAll,
  searchableText,
  searchWords,
  type SearchWord,
} from '../../../../src/core/text/search-text.ts';

/** Row i of the index is `texts[i]`; an undefined text is never added. */
function indexOf(texts: readonly (string | undefined)[]): SearchIndex {
  const builder = new SearchIndexBuilder();
  texts.forEach((text, row) => {
    if (text !== undefined) builder.add(row, text);
  });
  const steps = builder.buildSteps();
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const rowsOf = (mask: Uint8Array): readonly number[] =>
  [...mask.keys()].filter((row) => mask[row] === 1);

const found = (texts: readonly string[], words: readonly SearchWord[]): readonly number[] =>
  rowsOf(indexOf(texts).rowsWith(words, texts.length, (row) => texts[row] ?? ''));

const oneByOne = (texts: readonly string[], words: readonly SearchWord[]): readonly number[] =>
  [...texts.keys()].filter((row) => matchesAll(texts[row] ?? '', words));

const expectSameRows = (texts: readonly string[], words: readonly SearchWord[]): void => {
  expect(found(texts, words)).toEqual(oneByOne(texts, words));
};

const token = fc.oneof(
  fc.constantFrom('اربیل', 'هولیر', 'کرکوک', 'کرک', 'erbil', 'bil', 'ain', 'al-asad', '107'),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ا', '1', '\ud83d'), minLength: 1, maxLength: 3 }),
);
const blank = fc.oneof(
  { weight: 4, arbitrary: fc.constant(' ') },
  fc.constantFrom('\n', '  ', ' \n', '\t', '\u00a0', '\u2028', '\ufeff'),
);
const text = fc
  .array(fc.tuple(token, blank), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));

/** Cut from the texts, so that most are somewhere: parts of tokens and phrases, or blanks only. */
const cutFrom = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 6 })).map(([row, from, length]) => {
    const whole = texts[row % Math.max(1, texts.length)] ?? '';
    const start = from % (whole.length + 1);
    return whole.slice(start, start + length);
  });

const question = fc.array(text, { maxLength: 12 }).chain((texts) => {
  const spelling = fc.oneof({ weight: 4, arbitrary: cutFrom(texts) }, token, text);
  const word = fc.array(spelling, { maxLength: 3 });
  const words = fc.oneof(fc.tuple(fc.tuple(spelling)), fc.array(word, { maxLength: 3 }));
  return fc.tuple(fc.constant(texts), words);
});

describe('the index of words', () => {
  it('finds the rows that looking at every text finds', () => {
    fc.assert(
      fc.property(question, ([texts, words]) => {
        expectSameRows(texts, words);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);

  it('finds the rows of a question as it is typed', () => {
    fc.assert(
      fc.property(
        // Letters, hyphens and blanks of several scripts; whole Unicode takes seconds to set up.
        fc.array(
          fc.string({ unit: fc.constantFrom(...Array.from('aA-– \n\u00a0ßêهھ\u200cـ1😀')) }),
          {
            maxLength: 5,
          },
        ),
        fc.nat(),
        (texts, pick) => {
          const folded = texts.map(searchableText);
          const asked = texts[pick % Math.max(1, texts.length)] ?? '';
          expectSameRows(folded, searchWords(asked, []));
        },
      ),
    );
  });

  it.each(['koya town', 'koya t', 'ya to', ' town', 'koya ', 'a\nb', 'koya  town', ' ', '\n', ''])(
    'finds the phrase %j only as it is written',
    (phrase) => {
      expectSameRows(
        [
          'koya town',
          'koya\ntown',
          'town koya',
          'koya x town',
          'koya t',
          'a\nb',
          'a b',
          'koya',
          ' ',
          '',
        ],
        [[phrase]],
      );
    },
  );

  it('parts texts at the characters at which a question is parted', () => {
    const texts = Array.from({ length: 2 ** 16 }, (_, code) => `a${String.fromCharCode(code)}b`);
    // Every text is read as the phrase, so that the rows are those whose tokens allow it.
    const parted = indexOf(texts).rowsWith([['a\nb']], texts.length, () => 'a\nb');
    expect(rowsOf(parted)).toEqual([...texts.keys()].filter((row) => /\s/.test(texts[row] ?? '')));
  });

  it('keeps tokens apart whose hash is the same', () => {
    const texts = ['\0\0', '\0', '\0\0\0', '\0a', 'a', '\0\0a'];
    texts.forEach((each) => {
      expectSameRows(texts, [[each]]);
    });
  });

  it('holds a row once for a word that it has twice', () => {
    expect(indexOf(['one two one']).bytes).toBe(indexOf(['one two']).bytes);
  });

  it('reads a text only where the other words and the parts of a phrase leave it open', () => {
    const texts = ['ain al-asad drone', 'ain al-asad', 'al-asad drone', 'ain x al-asad drone'];
    const read: number[] = [];
    const mask = indexOf(texts).rowsWith([['ain al-asad', 'absent'], ['drone']], 4, (row) => {
      read.push(row);
      return texts[row] ?? '';
    });
    expect(rowsOf(mask)).toEqual([0]);
    expect(read).toEqual([0, 3]);
  });

  it('passes every row when nothing is asked, and none that it was not given', () => {
    const index = indexOf(['one', undefined, 'two one']);
    const ask = (words: readonly SearchWord[]): readonly number[] =>
      rowsOf(index.rowsWith(words, 4, () => ''));
    expect(ask([])).toEqual([0, 1, 2, 3]);
    expect(ask([['one']])).toEqual([0, 2]);
    expect(found([], [['one']])).toEqual([]);
  });

  it('finds a word of every row, of some rows and of one among 50,000', () => {
    let seed = 20;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const texts = Array.from({ length: 50_000 }, (_, row) => {
      const others = Array.from({ length: 4 }, () => `w${random(3000)}`).join(' ');
      return `drone id-${row}\n${others} ${row === 41_234 ? 'کرکوک' : 'هولیر'}`;
    });
    const index = indexOf(texts);
    const questions: readonly (readonly SearchWord[])[] = [
      [['drone']],
      [['کرکوک']],
      [['id-4999'], ['ولیر']],
      [['w12'], ['77', 'absent']],
      [['id-3 ', 'drone id-17\nw']],
      [['absent']],
    ];
    questions.forEach((words) => {
      const mask = index.rowsWith(words, texts.length, (row) => texts[row] ?? '');
      expect(rowsOf(mask)).toEqual(oneByOne(texts, words));
    });
    expect(index.bytes).toBeLessThan(texts.join('').length * 2);
  });
});
