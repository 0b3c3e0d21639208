import { describe, expect, it } from 'vitest';
import type { LayerName } from '../../../src/core/records/layer.ts';
import { ROW_NOTES } from '../../../src/core/records/read-row.ts';
import { IMPORTED_PRECISIONS } from '../../../src/core/place/precision.ts';
import { DAY, minuteOf } from '../../../src/core/time/minute.ts';
import { closedDashes } from './closed-dashes.ts';
import { UNPACK_LIMITS } from '../../../src/core/mapping/unpack-limits.ts';
import { words } from '../../../src/i18n/words.ts';

const { layers, ownFiles, panel, when } = words;
const faultSentence = words.faults.sentence;

describe('the time of a file row', () => {
  const day = minuteOf(2015, 4, 3);
  it.each([
    ['a day', day, day + DAY, '3 April 2015'],
    ['days', day, day + 3 * DAY, '3–5 April 2015'],
    ['days of two months', day, minuteOf(2015, 5, 2), '3 April–1 May 2015'],
    ['days of two years', day, minuteOf(2016, 1, 2), '3 April 2015–1 January 2016'],
    ['a month', minuteOf(2015, 2), minuteOf(2015, 3), 'February 2015'],
    ['a December', minuteOf(2015, 12), minuteOf(2016, 1), 'December 2015'],
    ['a year', minuteOf(2015, 1), minuteOf(2016, 1), '2015'],
    ['two months', minuteOf(2015, 2), minuteOf(2015, 4), '1 February–31 March 2015'],
    ['a minute', day + 61, day + 62, '3 April 2015 at 01:01'],
    ['the first minute of a day', day, day + 1, '3 April 2015 at 00:00'],
    ['minutes', day + 60, day + 121, '3 April 2015, 01:00–02:00'],
    ['a minute to a day', day + 60, day + 2 * DAY, '3 April 2015 at 01:00–4 April 2015 at 24:00'],
    ['before 1970', minuteOf(1950, 1, 2), minuteOf(1950, 1, 3), '2 January 1950'],
  ])('%s', (_, from, to, words) => {
    expect(closedDashes(when({ from, to }))).toBe(words);
  });
});

describe('the category of a file row', () => {
  it.each([
    ['ucdp', '3', 'One-sided violence'],
    ['ucdp', '9', '9'],
    ['ucdp', 'constructor', 'constructor'],
    ['gdelt', '4', 'Material conflict'],
    ['gdelt', '04', 'Consultation'],
    ['gdelt', '19', 'Fighting'],
    ['table', '1', '1'],
    [undefined, 'Shelling', 'Shelling'],
  ] as const)('%s %s', (layout, text, words) => {
    expect(layers.category(layout, text)).toBe(words);
  });

  it.each([
    [{ kind: 'category', text: '1' }, 'State-based conflict'],
    [{ kind: 'others' }, 'Other'],
    [{ kind: 'none' }, 'Without a category'],
  ] satisfies [Exclude<LayerName, { kind: 'target' }>, string][])(
    'as a layer: %j',
    (name, words) => {
      expect(layers.name(name, 'ucdp')).toBe(words);
    },
  );
});

it('coordinates are written with their hemispheres', () => {
  expect(ownFiles.coordinates(36.19, 44.01)).toBe('36.19° N, 44.01° E');
  expect(ownFiles.coordinates(-33.5, -70.123456)).toBe('33.5° S, 70.12346° W');
});

it.each([
  ['Irbil', 'Irbil', 'Irbil'],
  ['Koya', 'Irbil', 'Koya, Irbil'],
  ['', 'Irbil', 'Irbil'],
  ['Koya', '', 'Koya'],
  ['', '', ''],
])('a file row names its place and its area once: %j, %j', (name, area, line) => {
  expect(ownFiles.placeLine(name, area)).toBe(line);
});

it('each precision has words that are no finer than it is', () => {
  expect(new Set(IMPORTED_PRECISIONS.map(ownFiles.precision)).size).toBe(
    IMPORTED_PRECISIONS.length,
  );
  expect(ownFiles.precision('unstated')).toBe('precision not given');
});

it('each note has its own words', () => {
  expect(new Set(ROW_NOTES.map((code) => ownFiles.note(code).means)).size).toBe(ROW_NOTES.length);
});

describe('the format of a file', () => {
  it('names only what is known', () => {
    expect(ownFiles.form({ format: 'kml' })).toEqual(['KML']);
    expect(
      ownFiles.form({
        format: 'csv',
        delimiter: ';',
        encoding: 'windows-1252',
        preambleLines: 1,
        tagRows: 0,
        hasHeader: true,
        member: 'a.csv',
        otherMembers: 2,
      }),
    ).toEqual([
      'Semicolon-separated text',
      'Windows-1252 (Western European)',
      'with a header',
      '1 line before the table left out',
      'read from a.csv inside the archive; 2 other files in it are not read',
    ]);
  });
});

it('progress is rounded down', () => {
  expect(ownFiles.progress.part(0.999)).toBe('99 %');
  expect(ownFiles.progress.status('Reading a.csv', undefined)).toBe('Reading a.csv');
});

it('the import report names the first rows of a note, and that there are more', () => {
  expect(ownFiles.report.firstRows([2, 1500], 2)).toBe('2, 1,500');
  expect(ownFiles.report.firstRows([2, 3], 9)).toBe('2, 3…');
  expect(ownFiles.report.firstRows([], 9)).toBe('');
  expect(ownFiles.report.firstRows([2, 6], 2, [undefined, 9])).toBe('2, 6 (line 9)');
  expect(ownFiles.row.position(6, 9, 'a.csv')).toBe('Row 6 (line 9) of a.csv');
  expect(ownFiles.row.position(6, undefined, 'a.csv')).toBe('Row 6 of a.csv');
});

it('a text of a file row is called notes of the file or its schema', () => {
  expect(ownFiles.row.notesOf('acled')).toBe('Notes by ACLED');
  expect(ownFiles.row.notesOf('table')).toBe('Notes in the file');
});

it('a note says whether a cell is empty or unreadable, or no column was chosen', () => {
  expect(ownFiles.note('no-date').means).toBe(
    'No date is given: the cell is empty, or says that the date is not known.',
  );
  expect(ownFiles.note('no-date', false).means).toContain('No column is read as the time');
  expect(ownFiles.note('no-place', false).means).toContain('No column is read as the place');
  expect(ownFiles.note('bad-date').advice).toBe(
    'Formats that can be read, for example: 2026-03-01; 1 March 2026; 1/3/2026.',
  );
  expect(ownFiles.note('bad-coordinate').advice).toContain('36.19');
});

it('a quoted cell is cut, on one line, and isolated from the text around it', () => {
  expect(ownFiles.quotedCell('15 de março')).toBe('“15 de março”');
  expect(ownFiles.quotedCell('a\u202eb\u2069\n\tc')).toBe('“a[U+202E]b[U+2069] c”');
  expect(ownFiles.quotedCell(`x${'😀'.repeat(100)}`)).toBe(`“x${'😀'.repeat(29)}…”`);
});

describe('a time with an unknown end', () => {
  const span = { from: minuteOf(2031, 5, 3), to: minuteOf(2031, 5, 8) };

  it('is never worded as if it had both', () => {
    expect(closedDashes(when(span))).toBe('3–7 May 2031');
    expect(when(span, 'to')).toBe('from 3 May 2031 on, end not known');
    expect(when(span, 'from')).toBe('until 7 May 2031, start not known');
    expect(when(span, 'both')).toBe('no date');
    const { unknownEnd } = panel.list;
    expect(unknownEnd(span, 'to')).toBe('From 3 May 2031 on, end not known');
    expect(unknownEnd(span, 'from')).toBe('Until 7 May 2031, start not known');
    expect(unknownEnd(span, undefined)).toBeUndefined();
  });
});

describe('the fault of an archive that was not unpacked', () => {
  it.each(['ratio', 'longer'] as const)('says what happened and what to do: %s', (reason) => {
    const said = faultSentence({ kind: 'bad-archive', file: 'a.zip', reason });
    expect(said).toMatch(/^a\.zip could not be unpacked: .*unpack it yourself and open the file/);
  });
  it('states the limit', () => {
    const said = faultSentence({
      kind: 'too-large',
      file: 'a.zip',
      part: 'unpacked',
      maxBytes: UNPACK_LIMITS.maxBytes,
    });
    expect(said).toMatch(/^a\.zip unpacks to more than 2 GB.*Unpack it yourself/);
  });
  it('progress states how much is unpacked', () => {
    expect(ownFiles.progress.unpacked(150 * 2 ** 20)).toBe('150 MB unpacked');
  });
});

it('a fault names undeclared prefixes of an XML document', () => {
  const form = { format: 'kml', undeclaredPrefixes: ['gx', 'xsi'] } as const;
  expect(ownFiles.form(form)).toContain(
    'corrected: gx:, xsi: used but not declared in the document',
  );
});

it('a fault states how many bytes after gzip data are not read', () => {
  const form = (trailingBytes: number) =>
    ownFiles.form({ format: 'csv', member: 'a.csv', otherMembers: 0, trailingBytes });
  expect(form(1)).toContain('1 byte after the end of the gzip data is not read');
  expect(form(1_200)).toContain('1,200 bytes after the end of the gzip data are not read');
});

it('the source of a redirected file names both sites', () => {
  const report = {
    file: 'a.csv',
    schema: 'table',
    format: { format: 'csv' },
    read: 1,
    kept: 1,
    unplaced: 0,
    undated: 0,
    dropped: 0,
    groups: [],
    outlinesLeftOut: 0,
  } as const;
  const said = (answeredBy?: string) =>
    faultSentence({ kind: 'file-read', dataset: 1, report, answeredBy });
  expect(said()).toBe('a.csv: 1 row read, 1 with place and date.');
  expect(said('elsewhere.example')).toMatch(/ The file came from .?elsewhere\.example.?\.$/);
});
