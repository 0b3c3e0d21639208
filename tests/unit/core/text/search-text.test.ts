import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/core/text/fold-text.ts';
import {
  matchesAll,
  searchableText,
  searchWords,
  type Spellings,
} from '../../../../src/core/text/search-text.ts';

const spellings: Spellings = [
  ['Irbil', 'Erbil', 'Hewlêr', 'أربيل', 'هەولێر'],
  ['Koya', 'Koysinjaq', 'کۆیە'],
];
const finds = (asked: string, text: string): boolean =>
  matchesAll(searchableText(text), searchWords(asked, spellings));

describe('search', () => {
  it.each(['Irbil', 'erbil', 'HEWLÊR', 'hewler', 'أربيل', 'اربيل', 'هەولێر'])(
    'finds Irbil by %s',
    (asked) => {
      expect(finds(asked, 'Drones over Irbil airport')).toBe(true);
      expect(finds(asked, 'Drones over Koya')).toBe(false);
    },
  );

  it('finds a text only if it has every word, in any order', () => {
    expect(finds('koysinjaq drone', 'Drone falls short near Koya')).toBe(true);
    expect(finds('koya missile', 'Drone falls short near Koya')).toBe(false);
    expect(finds('  ', 'anything')).toBe(true);
  });

  it('reads letters that Arabic and Kurdish keyboards write differently as one', () => {
    expect(foldText('كركوك')).toBe(foldText('کرکوک'));
    expect(foldText('Sınır')).toBe(foldText('sinir'));
  });

  it.each([
    ['al-asad', 'Ain al-Asad'],
    ['al-asad', 'Ain al Asad'],
    ['al-asad', 'Ain Alasad'],
    ['al asad', 'Ain al-Asad'],
    ['alasad', 'Ain al-Asad'],
    ['al\u2011asad', 'Ain al–Asad'],
    ['al-', 'Ain al-Asad'],
    ['f-16', 'an F16'],
    ['f16', 'an F-16'],
    ['2026-03-01', '2026–03–01'],
    ['koya-drone', '2026-03-01-koya-drone-falls-short'],
    ['-23.5', 'lat −23.5'],
    ['ain\u00a0al-asad', 'Ain al-Asad'],
  ])('finds %j in %j, however parts are joined', (asked, text) => {
    expect(finds(asked, text)).toBe(true);
  });

  it.each([
    ['2026-03-01', 'on 2026-01-03'],
    ['2026-03-01', 'case 20260301'],
    ['al-asad', 'asad al'],
    ['khor mor', 'khor'],
  ])('does not find %j in %j', (asked, text) => {
    expect(finds(asked, text)).toBe(false);
  });

  it('finds a name of several words by its other names, and what the words find as they are typed', () => {
    const finding = (asked: string, text: string): boolean =>
      matchesAll(
        searchableText(text),
        searchWords(asked, [['Khor Mor', 'Kormor', 'خور مور', 'كورمور']]),
      );
    const written = [
      'Khor Mor field',
      'Khor-Mor',
      'KHORMOR',
      'Khor\u00a0 Mor',
      'خور مور',
      'خورمور',
      'کۆرمۆر',
    ];
    for (const text of written)
      for (const asked of [
        'khor mor',
        'Khor-Mor',
        'khormor',
        'kormor',
        'خور مور',
        'كورمور',
        'korm',
      ])
        expect(finding(asked, text), `${asked} in ${text}`).toBe(true);
    expect(finding('khor mor gas', 'خور مور')).toBe(false);
    expect(finding('gas khor mor', 'خور مور gas')).toBe(true);
    expect(finding('khor mor', 'Mor and Khor')).toBe(true);
    expect(finding('mor', 'كورمور')).toBe(false);
    expect(finding('khor', 'كورمور')).toBe(false);
  });

  it('completes a name while it is typed, from four letters on', () => {
    expect(finds('hewl', 'Drones over Irbil')).toBe(true);
    expect(finds('drones hewl', 'Drones over Irbil')).toBe(true);
    expect(finds('hew', 'Drones over Irbil')).toBe(false);
    expect(finds('hewl ', 'Drones over Irbil')).toBe(false);
    expect(finds('hewl drones', 'Drones over Irbil')).toBe(false);
  });

  it('does not search inside words for a short name that was not typed', () => {
    const asked = searchWords('Dibis', [['Dibis', 'دبس']]);
    expect(matchesAll(searchableText('مدبسة'), asked)).toBe(false);
    expect(matchesAll(searchableText('دبس'), searchWords('دبس', []))).toBe(true);
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
