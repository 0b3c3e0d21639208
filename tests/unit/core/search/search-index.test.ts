import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../../src/core/search/search-index.ts';
import { SearchIndexBuilder } from '../../../../src/core/search/search-index-builder.ts';
import {
  matchesAll,
  searchableText,
  searchWords,
  type SearchWord,
} from '../../../../src/core/text/search-text.ts';
import { alwaysDue } from '../../always-due.ts';

/** Row i of the index is `texts[i]`; an undefined text is never added. */
function indexOf(texts: readonly (string | undefined)[]): SearchIndex {
  const builder = new SearchIndexBuilder();
  texts.forEach((text, row) => {
    if (text !== undefined) builder.add(row, text);
  });
  for (;;) {
    const index = builder.advance();
    if (index) return index;
  }
}

const rowsOf = (mask: Uint8Array): readonly number[] =>
  [...mask.keys()].filter((row) => mask[row] === 1);

const asked = (
  index: SearchIndex,
  words: readonly SearchWord[],
  length: number,
  textOf: (row: number) => string,
): Promise<Uint8Array> =>
  index.rowsWith(
    words,
    length,
    textOf,
    alwaysDue(() => undefined),
  );

const found = async (
  texts: readonly string[],
  words: readonly SearchWord[],
): Promise<readonly number[]> =>
  rowsOf(await asked(indexOf(texts), words, texts.length, (row) => texts[row] ?? ''));

const oneByOne = (texts: readonly string[], words: readonly SearchWord[]): readonly number[] =>
  [...texts.keys()].filter((row) => matchesAll(texts[row] ?? '', words));

const expectSameRows = async (
  texts: readonly string[],
  words: readonly SearchWord[],
): Promise<void> => {
  expect(await found(texts, words)).toEqual(oneByOne(texts, words));
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
  it('finds the rows that looking at every text finds', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ([texts, words]) => {
        await expectSameRows(texts, words);
      }),
      { numRuns: 1000 },
    );
  }, 20_000);

  it('finds the rows of a question as it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Letters, hyphens and blanks of several scripts; whole Unicode takes seconds to set up.
        fc.array(
          fc.string({ unit: fc.constantFrom(...Array.from('aA-– \n\u00a0ßêهھ\u200cـ1😀')) }),
          {
            maxLength: 5,
          },
        ),
        fc.nat(),
        async (texts, pick) => {
          const folded = texts.map(searchableText);
          const typed = texts[pick % Math.max(1, texts.length)] ?? '';
          await expectSameRows(folded, searchWords(typed, []));
        },
      ),
    );
  });

  it.each(['koya town', 'koya t', 'ya to', ' town', 'koya ', 'a\nb', 'koya  town', ' ', '\n', ''])(
    'finds the phrase %j only as it is written',
    async (phrase) => {
      await expectSameRows(
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

  it('parts texts at the characters at which a question is parted', async () => {
    const texts = Array.from({ length: 2 ** 16 }, (_, code) => `a${String.fromCharCode(code)}b`);
    // Every text is read as the phrase, so that the rows are those whose tokens allow it.
    const parted = await asked(indexOf(texts), [['a\nb']], texts.length, () => 'a\nb');
    expect(rowsOf(parted)).toEqual([...texts.keys()].filter((row) => /\s/.test(texts[row] ?? '')));
  });

  it('keeps tokens apart whose hash is the same', async () => {
    const texts = ['\0\0', '\0', '\0\0\0', '\0a', 'a', '\0\0a'];
    for (const each of texts) await expectSameRows(texts, [[each]]);
  });

  it('holds a row once for a word that it has twice', () => {
    expect(indexOf(['one two one']).bytes).toBe(indexOf(['one two']).bytes);
  });

  it('reads a text only where the other words and the parts of a phrase leave it open', async () => {
    const texts = ['ain al-asad drone', 'ain al-asad', 'al-asad drone', 'ain x al-asad drone'];
    const read: number[] = [];
    const mask = await asked(indexOf(texts), [['ain al-asad', 'absent'], ['drone']], 4, (row) => {
      read.push(row);
      return texts[row] ?? '';
    });
    expect(rowsOf(mask)).toEqual([0]);
    expect(read).toEqual([0, 3]);
  });

  it('passes every row when nothing is asked, and none that it was not given', async () => {
    const index = indexOf(['one', undefined, 'two one']);
    const ask = async (words: readonly SearchWord[]): Promise<readonly number[]> =>
      rowsOf(await asked(index, words, 4, () => ''));
    expect(await ask([])).toEqual([0, 1, 2, 3]);
    expect(await ask([['one']])).toEqual([0, 2]);
    expect(await found([], [['one']])).toEqual([]);
  });

  it('finds a word of every row, of some rows and of one among 50,000', async () => {
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
    for (const words of questions) {
      const mask = await asked(index, words, texts.length, (row) => texts[row] ?? '');
      expect(rowsOf(mask)).toEqual(oneByOne(texts, words));
    }
    expect(index.bytes).toBeLessThan(texts.join('').length * 2);
  });

  it('yields several times while it reads the texts that may hold a phrase', async () => {
    const texts = Array.from({ length: 5_000 }, () => 'ain al-asad');
    let yields = 0;
    const task = alwaysDue(() => {
      yields += 1;
    });
    const textOf = (row: number): string => texts[row] ?? '';
    const mask = await indexOf(texts).rowsWith([['ain al-asad']], 5_000, textOf, task);
    expect(rowsOf(mask).length).toBe(5_000);
    expect(yields).toBeGreaterThan(5);
  });
});
