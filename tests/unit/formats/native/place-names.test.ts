import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/core/text/fold-text.ts';
import { matchesAll, searchableText, searchWords } from '../../../../src/core/text/search-text.ts';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { searchTextOf } from '../../../../src/core/records/record-search-text.ts';
import { readDataset } from '../../../../src/formats/native/read-dataset.ts';
import { readIncidentCollection } from '../../../../src/formats/native/read-incidents.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../../geodata/${name}`, import.meta.url), 'utf8');

const dataset = readDataset('dataset.json', textOf('dataset.json'));
const read = readIncidentCollection(
  'incidents.geojson',
  textOf('incidents.geojson'),
  180,
  readEdtfSpan,
);
if (dataset.kind === 'failed' || read.kind === 'failed') throw new Error('The data are damaged.');
const { spellings } = dataset.value;
const incidents = read.value.records.map(({ incident }) => incident);
const texts = incidents.map(searchTextOf);

const found = (asked: string): readonly number[] => {
  const words = searchWords(asked, spellings);
  return [...texts.keys()].filter((row) => matchesAll(texts[row] ?? '', words));
};
const whole = (name: string): string => foldText(name).replaceAll(/[\s-]/g, '');

/** The other names of a place do not search for one so short: it is inside of too many words. */
const isShort = (name: string): boolean => whole(name).length < 4;

describe('the `spellings` of `dataset.json`', () => {
  it('are those of the table of their sources in the codebook', () => {
    const [, section = ''] = textOf('README.md').split('## Names by which places are found');
    const rows = (section.split('\n## ')[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
      .map((line) => line.split('|').slice(2, -1))
      .map((cells) =>
        cells
          .flatMap((cell) => cell.replace(/ \(\d+\) $/, '').split(' · '))
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      );
    expect(rows.map((names) => names.toSorted())).toEqual(
      spellings.map((names) => names.toSorted()),
    );
  });

  it('belong to one place each, and are written once', () => {
    const wholes = spellings.flatMap((names) => names.map(whole));
    expect(wholes.filter((one, at) => wholes.indexOf(one) !== at)).toEqual([]);
  });

  it('find records with any other name of the same place', () => {
    const missed = spellings.flatMap((names) =>
      names.flatMap((asked) => {
        const words = searchWords(asked, spellings);
        return names
          .filter((written) => written === asked || !isShort(written))
          .filter((written) => !matchesAll(searchableText(`at ${written}.`), words))
          .map((written) => `${asked} in ${written}`);
      }),
    );
    expect(missed).toEqual([]);
  });

  it('find the records of their place by every name', () => {
    for (const names of spellings) {
      const phrases = names
        .filter((name) => !isShort(name))
        .flatMap((name) => [searchableText(name), foldText(name).replaceAll('-', ' ')]);
      const holding = [...texts.keys()].filter((row) => matchesAll(texts[row] ?? '', [phrases]));
      expect(holding.length, names[0]).toBeGreaterThan(0);
      for (const name of names) {
        const rows = found(name);
        if (isShort(name) || /[\s-]/.test(name))
          expect(rows, name).toEqual(expect.arrayContaining(holding));
        // Words that are typed are found apart as well, so that a name of several may find more.
        else expect(rows, name).toEqual(found(names.find((one) => !/[\s-]/.test(one)) ?? name));
      }
    }
  }, 20_000);

  it('cover every place and governorate of our own records', () => {
    const known = new Set(spellings.flatMap((names) => names.map(whole)));
    const areas = incidents.flatMap(({ place }) => [place.governorate, place.district]);
    const unknown = new Set(areas.filter((name) => name !== null && !known.has(whole(name))));
    expect([...unknown]).toEqual([]);
  });

  it('are used once per place in our own words', () => {
    /** The name of the oil field, the town of the district, and a name given in brackets. */
    const named = new Set(['Shaikan', 'Hawija', 'Prde']);
    const ours = incidents.flatMap(({ title, summary, target_name, place }) =>
      [title, summary, target_name ?? '', place.name].flatMap(
        (text) => text.match(/\p{L}+/gu) ?? [],
      ),
    );
    const words = new Set(ours);
    const others = spellings.flatMap(([, ...names]) => names).filter((name) => words.has(name));
    expect(others.filter((name) => !named.has(name))).toEqual([]);
  });

  /** One way of writing a name that a keyboard, a copy or a program makes of it. */
  const rewritten: readonly ((name: string) => string)[] = [
    (name) => name.toUpperCase(),
    (name) => name.normalize('NFD'),
    (name) => name.replace(/ه(?=\p{L})/gu, 'ه\u200c'),
    (name) => name.replaceAll(/[هە]/g, 'ھ'),
    (name) => name.replaceAll('ە', 'ه\u200c'),
    (name) => name.replace(/([بتلسنيیێ])(?=\p{L})/gu, '$1ـ'),
    (name) => name.replaceAll(/[يیێ]/g, 'ى'),
    (name) => name.replaceAll('ک', 'ك'),
    (name) => name.replaceAll(/[أإ]/g, 'ا'),
    (name) => name.replaceAll('ۆ', 'و').replaceAll('ڵ', 'ل').replaceAll('ڕ', 'ر'),
    (name) => name.replaceAll('ێ', 'ی\u065a'),
    (name) => `\u202b${name}\u202c`,
    (name) => `“${name}”`,
    (name) => name.replaceAll(' ', '\u00a0'),
    (name) => name.replaceAll(' ', '-'),
    (name) => name.replaceAll(' ', '\u2011'),
    (name) =>
      name.replaceAll(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    (name) => name.replaceAll('i', 'ı'),
    (name) => name.replace(/\p{L}(?=\p{L})/u, '$&\u00ad'),
  ];

  it('find, and are found, in the letters that keyboards and programs write', () => {
    const names = spellings.flat().filter((name) => !isShort(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...rewritten),
        fc.constantFrom(...rewritten),
        (name, one, other) => {
          const words = searchWords(one(name), spellings);
          expect(matchesAll(searchableText(`at ${other(name)}.`), words)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  }, 20_000);
});

describe('Irbil in our own records', () => {
  const LITERALLY =
    /Irbil|Irb\u00eel|Erbil|Arbil|Arbela|Hewl[eê]r|Hawler|[أاإ]ر?بيل|إربل|ه[ەه]ول[ێيی]ر/iu;

  it('is found in exactly the records that have one of its names, letter by letter', () => {
    const holding = incidents.flatMap((incident, row) => {
      const { id, title, summary, target_name, caveat, place, attribution, reports } = incident;
      const said = [
        ...[id, title, summary, target_name, caveat, place.name, place.district, place.governorate],
        ...attribution.flatMap(({ actor, by }) => [actor, by]),
        ...reports.flatMap(({ publisher, title: heading, says }) => [publisher, heading, says]),
      ];
      return said.some((text) => text !== null && LITERALLY.test(text)) ? [row] : [];
    });
    expect(found('Irbil')).toEqual(holding);
    expect(holding.length).toBeGreaterThan(incidents.length / 2);
  });

  it.each([
    ...[
      'Erbil',
      'irbil',
      'ERBİL',
      'Hewlêr',
      'Hewler',
      'hewl',
      'Arbil',
      'أربيل',
      'اربيل',
      'أربـيـل',
    ],
    ...['هەولێر', 'هه‌ولێر', 'ھەولێر', 'ههولير', 'هەولێڕ', 'اربیل', '\u202bأربيل\u202c', '“Erbil”'],
  ])('is found by %j', (asked) => {
    expect(found(asked)).toEqual(found('Irbil'));
  });

  it.each([
    'سليماني',
    'سلێمانی',
    'Silêmanî',
    'Slêmanî',
    'Sulaimani',
    'Slemani',
    'سليمانية',
    'السليمانية',
    'السلیمانیه',
  ])('is found by %j exactly as often as by Sulaymaniyah', (asked) => {
    expect(found(asked)).toEqual(found('Sulaymaniyah'));
  });
});
