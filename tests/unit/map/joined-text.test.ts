import { describe, expect, it } from 'vitest';
import { joinedText } from '../../../src/map/joined-text.ts';

const JOINER = '\u200d';
const shown = (text: string): string => joinedText(text).replaceAll(JOINER, '+');

describe('`joinedText`', () => {
  it.each([
    ['Central Kurdish', 'هەولێر', 'ه+ەول+ێ+ر'],
    ['two letters without forms', 'سلێمانی', 'سل+ێ+مانی'],
    ['after a letter that does not join on', 'ڕەواندز', 'ڕەواندز'],
    ['a letter that joins to the one before it only', 'کڕین', 'ک+ڕین'],
    ['next to another of its kind', 'هەڵەبجە', 'ه+ەڵ+ەبج+ە'],
    ['across a vowel mark', 'سَێر', 'سَ+ێ+ر'],
    ['Pashto', 'لښکرګاه', 'ل+ښ+کر+ګ+اه'.replace('ر+ګ', 'رګ')],
    ['at the end of a word', 'شارێ لە', 'شارێ ل+ە'],
  ])('joins letters that MapLibre leaves unjoined: %s', (_, text, joined) => {
    expect(shown(text)).toBe(joined);
  });

  it.each(['أربيل', 'السليمانية', 'تهران', 'ھولير', 'Irbil', '', 'Zaxo – زاخۆ', 'דוהוכ', '١٢'])(
    'keeps text that MapLibre shapes correctly: %s',
    (text) => {
      expect(joinedText(text)).toBe(text);
    },
  );
});
