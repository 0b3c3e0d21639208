import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldText,
  matchesAll,
  searchWords,
  type Spellings,
} from '../../../../src/core/filter/search-text.ts';

const spellings: Spellings = [
  ['Irbil', 'Erbil', 'Hewlêr', 'أربيل', 'هەولێر'],
  ['Koya', 'Koysinjaq', 'کۆیە'],
];
const finds = (asked: string, text: string): boolean =>
  matchesAll(foldText(text), searchWords(asked, spellings));

describe('search', () => {
  it.each(['Irbil', 'erbil', 'HEWLÊR', 'hewler', 'أربيل', 'اربيل', 'هەولێر'])(
    'finds Irbil by %s',
    (asked) => {
      expect(finds(asked, 'Drones over Irbil airport')).toBe(true);
      expect(finds(asked, 'Drones over Koya')).toBe(false);
    },
  );

  it('asks for every word, in any order', () => {
    expect(finds('koysinjaq drone', 'Drone falls short near Koya')).toBe(true);
    expect(finds('koya missile', 'Drone falls short near Koya')).toBe(false);
    expect(finds('  ', 'anything')).toBe(true);
  });

  it('reads letters that Arabic and Kurdish keyboards write differently as one', () => {
    expect(foldText('كركوك')).toBe(foldText('کرکوک'));
    expect(foldText('Sınır')).toBe(foldText('sinir'));
  });

  it('folds plain letters alone as it folds them beside others', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(`${foldText(text)} e`).toBe(foldText(`${text} ê`));
      }),
    );
  });
});
