import { describe, expect, it } from 'vitest';
import { readAreasFile } from '../../../../src/formats/areas/areas-file.ts';
import { CountryCodes } from '../../../../src/formats/areas/country-codes.ts';
import { ISO_3166 } from './iso-3166.ts';
import { worldAreasFile } from './world-areas-file.ts';

const { countries } = readAreasFile(worldAreasFile());
const codes = new CountryCodes(countries);
const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Where the page uses another usual name than the browser. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  AX: 'Åland',
  BL: 'Saint Barthelemy',
  CD: 'DR Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  GS: 'South Georgia and the Islands',
  HM: 'Heard Island and McDonald Islands',
  MO: 'Macau',
  PS: 'Palestine',
  SJ: 'Svalbard',
  ST: 'Sao Tome and Principe',
  TF: 'French Southern and Antarctic Lands',
  TR: 'Turkey',
  UM: 'United States Minor Outlying Islands',
  VA: 'Vatican',
  VC: 'Saint Vincent and the Grenadines',
  VI: 'United States Virgin Islands',
};

const usual = (name = ''): string =>
  name
    .replace(/^St\. /, 'Saint ')
    .replace(' & ', ' and ')
    .replace(/ SAR China$| \(.*\)$/, '');

describe('the countries of the file', () => {
  it('are listed under their own names, not those of a base or a territory', () => {
    const wrong = ISO_3166.flatMap(([code]) => {
      const expected = OTHER_TITLES[code] ?? usual(english.of(code));
      const title = countries[code]?.name;
      return title === expected ? [] : [`${code} ${title} ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are found by both of their ISO 3166 codes, and all of them', () => {
    const wrong = ISO_3166.filter(
      ([alpha2, alpha3]) => codes.of(alpha2) !== alpha2 || codes.of(alpha3) !== alpha2,
    );
    expect(wrong).toEqual([]);
    const others = Object.keys(countries).filter((code) => ISO_3166.every(([one]) => one !== code));
    expect(others.sort()).toEqual(['CYN', 'SOL']);
  });

  it.each([
    ['Congo (the Democratic Republic of the)', 'CD'],
    ['Congo (DRC)', 'CD'],
    ['Congo, The Democratic Republic of the', 'CD'],
    ['Congo (Brazzaville)', 'CG'],
    ['Congo (the)', 'CG'],
    ['Sudan (South)', 'SS'],
    ['Sudan (the)', 'SD'],
    ['Guinea (Equatorial)', 'GQ'],
    ['Ireland (Northern)', 'GB'],
    ['Ireland (Republic of)', 'IE'],
    ['Korea, Republic of', 'KR'],
    ['Korea (the Republic of)', 'KR'],
    ["Korea (the Democratic People's Republic of)", 'KP'],
    ['Tanzania, United Republic of', 'TZ'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Russia (Soviet Union)', 'RU'],
    ['Serbia (Yugoslavia)', 'RS'],
    ['Taiwan (Province of China)', 'TW'],
    ['Ukraine (Crimea)', 'UA'],
    ['Saint Martin (French part)', 'MF'],
    ['Sint Maarten (Dutch part)', 'SX'],
  ])('are found with brackets or commas: %s', (name, code) => {
    expect(codes.of(name)).toBe(code);
  });

  it.each([
    'Georgia (US state)',
    'Cyprus (North)',
    'Serbia (Kosovo)',
    'Germany (East)',
    'Korea (x)',
  ])('are not found where brackets may change the name: %s', (name) => {
    expect(codes.of(name)).toBeUndefined();
  });

  it.each(['USG', 'ESB', 'Soviet Union', 'Yugoslavia', 'US Naval Base Guantanamo Bay'])(
    'are not found as %s',
    (name) => {
      expect(codes.of(name)).toBeUndefined();
    },
  );
});
