import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../../src/core/time/minute.ts';
import {
  checkDataFile,
  type DataCheck,
  type ReadBytes,
} from '../../../src/commands/check-data/check-data-file.ts';
import { PUBLISHED } from '../published-counts.ts';

const projectFolder = new URL('../../../', import.meta.url);
const published = 'geodata/incidents.geojson';
const copy = 'draft/incidents.geojson';

const readShipped: ReadBytes = (file) => {
  if (!file.startsWith('geodata/')) return undefined;
  return readFileSync(new URL(file, projectFolder));
};
const textOf = (file: string): string => new TextDecoder().decode(readShipped(file));

const today = minuteOf(2026, 6, 1);
const encoder = new TextEncoder();
const shippedText = textOf(published);
const publishedSummary = `${PUBLISHED.records} records (${PUBLISHED.incidents} incidents, ${PUBLISHED.series} series, ${PUBLISHED.totals} totals), ${PUBLISHED.reports} reports`;

/** Checks the published files with some of them replaced or, where undefined, taken away. */
const checkWith = (file: string, files: Readonly<Record<string, string | undefined>>): DataCheck =>
  checkDataFile(
    file,
    (name) => {
      if (!(name in files)) return readShipped(name);
      const text = files[name];
      return text === undefined ? undefined : encoder.encode(text);
    },
    today,
  );

/** A copy of the published records in which one record's text is edited. All edits are made up. */
function edited(id: string, from: string | RegExp, to: string, text = shippedText): string {
  const start = text.indexOf(`"properties": {\n        "id": "${id}"`);
  const end = text.indexOf('"type": "Feature"', start);
  const record = text.slice(start, end === -1 ? undefined : end);
  const changed = record.replace(from, to);
  if (start === -1 || changed === record) throw new Error(`${id} has no ${String(from)}.`);
  return text.slice(0, start) + text.slice(start).replace(record, () => changed);
}

const errorLines = ({ lines }: DataCheck): readonly string[] =>
  lines.slice(0, -1).filter((line) => line.includes(': error: '));

describe('`check:data` on the published data', () => {
  const check = checkDataFile(published, readShipped, today);

  it('finds no fault', () => {
    expect(check).toEqual({
      lines: [`${published}: ${publishedSummary}, no faults`],
      faults: [],
      hasErrors: false,
    });
  });
});

describe('`check:data` on a copy with a fault of each kind', () => {
  const faulty: readonly (readonly [
    id: string,
    from: string | RegExp,
    to: string,
    field: string,
  ])[] = [
    ['2026-02-28-dno-stops-operations', '"Duhok"', '"Basra"', 'place'],
    ['2026-02-28-erbil-airport-flights-suspended', '"halted"', '"stopped"', 'effect'],
    ['2026-02-28-erbil-airport-smoke', '2026-02-28-erbil-first', '2026-02-28-no-such', 'caveat'],
    [
      '2026-02-28-khor-mor-production-halt',
      'key gas field halted',
      'gas field halted',
      'reports.*.quote',
    ],
    ['2026-03-02-shaikan-field-halt', /"time": "[^"]*"/, '"time": "2 March"', 'time'],
    ['2026-03-02-us-consular-services-suspended', '"https://', '"www.', 'reports.0.url'],
    [
      '2026-03-06-pak-base-strike',
      '"governorate": null',
      '"governorate": "Erbil"',
      'place.governorate',
    ],
    ['2026-03-14-rudaw-300', '"killed": [8, 8]', '"killed": [8, 6]', 'killed'],
    ['ap-2026-03-04-us-bases', /"reports": \[[^]*\n {8}\]/, '"reports": []', 'reports'],
    ['2026-03-08-cpt-first-toll', '"kind": "total"', '"kind": "sum"', 'kind'],
    [
      '2026-03-01-iri-daily-claims',
      '"claim": "claimed"',
      '"claim": "boasted"',
      'attribution.0.claim',
    ],
    ['2026-03-11-sulaymaniyah-drones', '"target_name": null,', '', 'target_name'],
    [
      '2026-03-07-irgc-three-sites',
      '"name": "Kurdistan Region of Iraq"',
      '"name": "Somewhere"',
      'place.name',
    ],
    [
      '2026-03-10-iri-37-operations-claim',
      '"2026-03-09/2026-03-10"',
      '"2026-03-10/2026-03-09"',
      'time',
    ],
  ];
  const text = faulty.reduce((whole, [id, from, to]) => edited(id, from, to, whole), shippedText);
  const check = checkWith(copy, { [copy]: text });

  it('prints one line for each, with file, record and field, in one run', () => {
    const found = errorLines(check)
      .map((line) =>
        line
          .split(': ')
          .slice(0, 4)
          .join(': ')
          .replace(/reports\.\d+\.quote/, 'reports.*.quote'),
      )
      .toSorted();
    expect(found).toEqual(
      faulty.map(([id, , , field]) => `${copy}: error: ${id}: ${field}`).toSorted(),
    );
  });

  it('states for each what is wrong and what is expected', () => {
    for (const line of errorLines(check)) expect(line).toMatch(/: [^:]+: .+; expected .+$/);
    expect(check.lines).toContainEqual(
      expect.stringMatching(
        /lat 37\.12, lon 42\.77 lies \d+ km outside Basra; expected a point in/,
      ),
    );
  });

  it('ends with a count and fails', () => {
    expect(check.lines.at(-1)).toMatch(
      new RegExp(`^draft/incidents\\.geojson: ${PUBLISHED.records} records .* 14 errors$`),
    );
    expect(check.hasErrors).toBe(true);
  });
});

describe('`check:data` on several faults in one record', () => {
  it('reports all, and checks the other fields if one cannot be read', () => {
    const id = '2026-02-28-dno-stops-operations';
    const text = [
      ['"weapon": null', '"weapon": "dron"'],
      ['"lat": 37.12', '"lat": 37.1234'],
      ['"governorate": "Duhok"', '"governorate": "Dahuk"'],
      ['Precautionary stop', 'See 2026-01-01-nothing. Precautionary stop'],
    ].reduce((whole, [from = '', to = '']) => edited(id, from, to, whole), shippedText);
    const fields = errorLines(checkWith(copy, { [copy]: text })).map((line) => line.split(': ')[3]);
    expect(fields).toEqual([
      'weapon',
      'geometry.coordinates',
      'place.lat',
      'place.governorate',
      'caveat',
    ]);
  });

  it('reports an id whose date is not that of the time', () => {
    const text = edited('2026-03-06-pak-base-strike', /"time": "[^"]*"/, '"time": "2026-03-07"');
    expect(errorLines(checkWith(copy, { [copy]: text }))).toEqual([
      `${copy}: error: 2026-03-06-pak-base-strike: id: begins with 2026-03-06, but the time is 2026-03-07; expected a date of the time`,
    ]);
  });
});

describe('`check:data` on duplicates', () => {
  it('reports the positions of both records', () => {
    const collection = JSON.parse(shippedText) as { readonly features: readonly unknown[] };
    const features = [...collection.features, collection.features[0]];
    const text = JSON.stringify({ ...collection, features });
    expect(errorLines(checkWith(copy, { [copy]: text }))).toEqual([
      `${copy}: error: 2026-02-28-dno-stops-operations: id: is already the id of record #1; this is record #${PUBLISHED.records + 1}; expected an id that no other record has`,
    ]);
  });
});

describe('`check:data` on files that cannot be checked', () => {
  it('reports line and column of JSON without any record', () => {
    const text = '{\n  "type": "FeatureCollection",\n  "features": [\n    {},\n  ]\n}\n';
    expect(checkWith(copy, { [copy]: text })).toMatchObject({
      lines: [
        `${copy}: error: is not JSON: line 5, column 3, in record #2: expected a value, found ]`,
        `${copy}: 1 error`,
      ],
      hasErrors: true,
    });
  });

  it.each([
    ['', 'is empty'],
    ['[]', 'holds no list of records'],
    ['null', 'holds no list of records'],
    ['{"type":"FeatureCollection"}', 'holds no list of records'],
    ['<kml/>', 'is not JSON: line 1, column 1'],
    ['date,lat,lon', 'is not JSON: line 1, column 1'],
  ])('reports what is wrong with %j instead of a collection', (text, words) => {
    const { lines, hasErrors } = checkWith(copy, { [copy]: text });
    expect(hasErrors).toBe(true);
    expect(lines[0]).toContain(`${copy}: error: ${words}`);
  });

  it('reports a missing file', () => {
    expect(checkWith(copy, {}).lines[0]).toBe(`${copy}: error: there is no such file`);
    expect(checkWith(copy, {}).hasErrors).toBe(true);
  });

  it('reports a missing source text that the index names', () => {
    const { lines } = checkWith(published, { 'geodata/sources/ap-2026-03-04.txt': undefined });
    expect(lines[0]).toContain('geodata/sources/ap-2026-03-04.txt: error: there is no such file');
  });

  it('reports the faults of the data set and checks the records', () => {
    const dataset = textOf('geodata/dataset.json').replace('"licence"', '"license"');
    const { lines } = checkWith(published, { 'geodata/dataset.json': dataset });
    expect(lines[0]).toBe(
      'geodata/dataset.json: error: dataset: licence: is missing; expected a text',
    );
    expect(lines.at(-1)).toContain(publishedSummary);
  });

  const withHeadline = (headline: string): string =>
    textOf('geodata/dataset.json').replace(/"headline": ".*"/, () => `"headline": "${headline}"`);

  it.each([
    ['88 attacks mapped.', 'has the typed number 88; expected the name of a figure'],
    ['{attacks} attacks; ٣٠٧ counted.', 'has the typed number ٣٠٧; expected the name of a figure'],
    [
      '{attacks.regoin} attacks mapped.',
      'names {attacks.regoin}, which is no figure of these records; expected one of records, ',
    ],
    ['{toString} attacks mapped.', 'names {toString}, which is no figure'],
  ])('reports the headline %j', (headline, fault) => {
    const check = checkWith(published, { 'geodata/dataset.json': withHeadline(headline) });
    expect(errorLines(check)).toHaveLength(1);
    expect(check.lines[0]).toContain(`geodata/dataset.json: error: dataset: headline: ${fault}`);
    expect(check.hasErrors).toBe(true);
  });

  it('reports an unknown figure in any text, and digits in none but those of the first screen', () => {
    const dataset = textOf('geodata/dataset.json').replace(
      '"mapped_note": "',
      '"mapped_note": "5 of {all}. ',
    );
    const check = checkWith(published, { 'geodata/dataset.json': dataset });
    expect(errorLines(check)).toHaveLength(1);
    expect(check.lines[0]).toContain('dataset: mapped_note: names {all}, which is no figure');
  });

  it.each([
    ['{ "crimea": "none", "golan": "dotted" }', []],
    [
      '{ "atlantis": "none" }',
      ['atlantis: is no dispute of the base map; expected one of abkhazia, '],
    ],
    [
      '{ "crimea": "solid" }',
      ['crimea: "solid" is not a known value; expected one of dashed, dotted, none'],
    ],
  ])('reads the disputed borders %s', (disputed, faults) => {
    const dataset = textOf('geodata/dataset.json').replace(
      '"licence":',
      `"disputed_borders": ${disputed}, "licence":`,
    );
    const lines = errorLines(checkWith(published, { 'geodata/dataset.json': dataset }));
    expect(lines).toHaveLength(faults.length);
    faults.forEach((fault, i) => {
      expect(lines[i]).toContain(`dataset: disputed_borders.${fault}`);
    });
  });

  it('does not compare the texts of a data set with the figures of other records', () => {
    const check = checkWith(copy, {
      [copy]: shippedText,
      'geodata/dataset.json': withHeadline('{nothing} mapped.'),
    });
    expect(errorLines(check)).toEqual([]);
  });
});

describe('annotations of the data set', () => {
  const dataset = 'geodata/dataset.json';
  const mistyped = textOf(dataset).replace(
    '"incidents": ["2026-03-05-sarsang',
    '"incidents": ["2026-03-05-sarsing',
  );

  it('are checked with the records', () => {
    const check = checkWith(published, { [dataset]: mistyped });
    expect(errorLines(check)[0]).toContain(
      `${dataset}: error: dataset: annotations.2.incidents.0: "2026-03-05-sarsing-field-attack" names no record`,
    );
    expect(check.hasErrors).toBe(true);
  });

  it('caption no records of another folder', () => {
    const check = checkWith(copy, { [copy]: shippedText, [dataset]: mistyped });
    expect(errorLines(check)).toEqual([]);
  });
});

describe('files next to the checked file', () => {
  it('are used instead of those in geodata', () => {
    const index = 'draft/sources/index.json';
    const check = checkWith(copy, { [copy]: shippedText, [index]: '[]' });
    const lines = errorLines(check);
    expect(lines.filter((line) => /quote: is from an address whose text/.test(line))).toHaveLength(
      6,
    );
    expect(lines.filter((line) => /hashes\.0: .* is not in sources/.test(line))).toHaveLength(6);
    expect(lines).toHaveLength(12);
  });
});
