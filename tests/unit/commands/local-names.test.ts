import { describe, expect, it } from 'vitest';
import { chooseLocalName } from '../../../src/commands/basemap/local-names/choose-local-name.ts';
import type { GeoName } from '../../../src/commands/basemap/read-geonames.ts';
import { geoName } from './place-names/excerpt.ts';

function town(country: string, name: string, alternates: string): GeoName {
  return {
    id: '1',
    name,
    asciiName: name.normalize('NFD').replaceAll(/\p{M}|[‘’]/gu, ''),
    alternates: alternates.split(','),
    longitude: 0,
    latitude: 0,
    featureCode: 'PPL',
    country,
    admin1: '01',
    population: 0,
  };
}

describe('choosing a local name', () => {
  it.each([
    ['Mariupol', 'UA', 'Маріуполь'],
    ['Donetsk', 'UA', 'Донецьк'],
    ['Konotop', 'UA', 'Конотоп'],
    ['Omsk', 'RU', 'Омск'],
    ['Kaluga', 'RU', 'Калуга'],
    ['Zhlobin', 'BY', 'Жлобін'],
    ['Kazanlak', 'BG', 'Казанлък'],
    ['Valjevo', 'RS', 'Ваљево'],
    ['Struga', 'MK', 'Струга'],
    ['Véroia', 'GR', 'Βέροια'],
    ['Sirjan', 'IR', 'سیرجان'],
    ['Balkh', 'AF', 'بلخ'],
    ['Sarāqib', 'SY', 'سراقب'],
    ['Damanhūr', 'EG', 'دمنهور'],
    ['Ḩajjah', 'YE', 'حجة'],
    ['Al Qaţīf', 'SA', 'القطيف'],
    ['Sabhā', 'LY', 'سبها'],
  ])('finds that of %s among those of all languages', (name, country, local) => {
    expect(chooseLocalName(geoName(name, country))).toBe(local);
  });

  it('gives none to Jerusalem, nor in Crimea', () => {
    expect(chooseLocalName(geoName('Jerusalem', 'IL'))).toBeUndefined();
    expect(chooseLocalName(geoName('Sevastopol', 'UA'))).toBeUndefined();
    expect(chooseLocalName(geoName('Kerch', 'UA'))).toBeUndefined();
  });

  it.each([
    ['a former name', town('UA', 'Mariupol', 'Жданов')],
    ['a Russian name in Ukraine', town('UA', "Donets'k", 'Донецк')],
    ['a Russian name with letters of both', town('UA', 'Melitopol', 'Мелитополь')],
    ['a Ukrainian name in Russia', town('RU', 'Kursk', 'Курськ')],
    ['a spelling before 1918', town('RU', 'Saratov', 'Саратовъ')],
    ['a Russian name in Belarus', town('BY', 'Slutsk', 'Слуцк')],
    ['the name in an older Belarusian spelling', town('BY', 'Minsk', 'Мінськ')],
    ['the written Greek of before 1976', town('GR', 'Thívai', 'Θήβαι')],
    ['Greek capitals without accents', town('GR', 'Dráma', 'ΔΡΑΜΑ')],
    ['letters of two scripts', town('EG', 'Aswan', 'أسwان')],
    ['Persian letters in an Arab country', town('EG', 'Giza', 'جیزه')],
    ['Sorani letters in Arabic', town('IQ', 'Irbil', 'هەولێر')],
    ['a name without the long vowel that the marks ask for', town('EG', 'Damanhūr', 'دمنهر')],
    ['another letter than the marks ask for', town('EG', 'Ţahţā', 'تهتا')],
    ['a name that may be Persian as well', town('SA', 'Arar', 'عرعر')],
    ['Hebrew letters', town('IL', 'Haifa', 'חיפה')],
    ['the name of the province', town('IQ', 'Karbala', 'محافظة كربلاء')],
  ])('does not take %s', (_, place) => {
    expect(chooseLocalName(place)).toBeUndefined();
  });

  it('gives none if two names are as likely', () => {
    expect(chooseLocalName(town('IR', 'Tehran', 'تهران,طهران'))).toBeUndefined();
  });

  it('prefers the spelling with the signs that careless typing leaves out', () => {
    expect(chooseLocalName(town('RU', 'Ryazan', 'Рязан,Рязань'))).toBe('Рязань');
    expect(chooseLocalName(town('SY', 'Al Bāb', 'الباب,باب'))).toBe('الباب');
    expect(chooseLocalName(town('EG', 'Aswan', 'اسوان,أسوان'))).toBe('أسوان');
  });

  it('writes one apostrophe, and Persian in Persian letters', () => {
    expect(chooseLocalName(town('UA', 'Sloviansk', "Слов'янськ,Слов’янськ"))).toBe('Слов’янськ');
    expect(chooseLocalName(town('IR', 'Shiraz', 'شيراز,شیراز'))).toBe('شیراز');
  });
});
