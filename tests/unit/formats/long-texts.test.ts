/**
 * A file may hold a cell of millions of characters, by accident (padded columns) or by intent, and a
 * regular expression that takes time by the length squared would keep the worker busy for minutes. Here
 * everything that reads a text gets 200,000 characters of the letters that are worst for it. No time is
 * measured: read in proportion to its length a text takes milliseconds, by the length squared longer
 * than the time limit of a test.
 */
import { DOMParser, type Element } from '@xmldom/xmldom';

import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../src/core/evidence/source-document.ts';
import { withEscape } from '../../../src/core/text/formula-escape.ts';
import { outsideText } from '../../../src/core/text/outside-text.ts';
import { holdsPhrase, searchWords } from '../../../src/core/text/search-text.ts';
import { likelyCalendar, parseCalendarDate } from '../../../src/core/time/calendars.ts';
import { parseTimeOfDay } from '../../../src/core/time/parse-clock.ts';
import { parseDate } from '../../../src/core/time/parse-date.ts';
import { hasZeroPart } from '../../../src/core/time/zero-date.ts';
import { readQuery } from '../../../src/core/url/read-query.ts';
import { isTagRow, namesColumnsOf } from '../../../src/formats/csv/looks-like-names.ts';
import { readGeometry } from '../../../src/formats/geometry/read-geometry.ts';
import { webAddresses } from '../../../src/formats/import/web-addresses.ts';
import { parseLine } from '../../../src/formats/json/json-lines-row.ts';
import { timeRole } from '../../../src/formats/guess/time-roles.ts';
import { kmlShape } from '../../../src/formats/kml/kml-coordinates.ts';
import { readDegrees } from '../../../src/formats/mapping/degrees.ts';
import { placeOfCell } from '../../../src/formats/mapping/place-of-cell.ts';
import { readQuantity } from '../../../src/core/text/quantity.ts';
import { firstSentence } from '../../../src/formats/schemas/first-sentence.ts';
import { ucdpReports } from '../../../src/formats/schemas/ucdp-reports.ts';
import { findJsonFault } from '../../../src/formats/source/find-json-fault.ts';
import { foldName } from '../../../src/formats/table/column-names.ts';
import { declarePrefixes } from '../../../src/formats/xml/declare-prefixes.ts';
import { tagAt } from '../../../src/formats/xml/examine-xml.ts';
import { plainText } from '../../../src/formats/xml/plain-text.ts';
import { remarkParts } from '../../../src/ui/record/record-mentions.ts';
import { openFile } from '../worker/import-file.ts';

const LENGTH = 200_000;
const utf8 = new TextEncoder();

/** Before, again and again, behind. */
const TEXTS: readonly (readonly [string, string, string])[] = [
  ['', ' ', ''],
  ['a', ' ', 'b'],
  ['44,36', ' ', 'x'],
  ['a', '\n', 'b'],
  ['', 'a', ''],
  ['', 'a ', '='],
  ['', '1', 'x'],
  ['', '1 ', 'x'],
  ['1.', '1', 'x'],
  ['http://a', ';', 'x'],
  ['a', ' ;', 'x'],
  ['', ',', 'x'],
  ['', 'http://', ''],
  ['', '"', 'x'],
  ['', '\u001e ', 'x'],
  ['0', '-', '0'],
  ['', '/', ' '],
  ['', 'N', 'x'],
  ['', 'E', 'x'],
  ['', 'T', '\nTZ'],
  ['x', 'datetime', 'x'],
  ['2031-03-01', '\t', '0:00'],
  ['', '2031', 'x'],
  ['', ',0(', 'x'],
  ['', 'A. ', ''],
  ['', 'A.', ''],
  ['', 'No!', 'x'],
  ['', '<x', '>'],
  ['', '<script>', ''],
  ['', ')', 'x'],
];

const texts = TEXTS.map(
  ([before, again, behind]) => before + again.repeat(Math.floor(LENGTH / again.length)) + behind,
);

function placemark(coordinates: string): Element {
  const xml = `<Placemark><Point><coordinates>${coordinates.replaceAll('<', '&lt;')}</coordinates></Point></Placemark>`;
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('The made-up document has a root.');
  return root;
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseLine: (text) => parseLine(utf8.encode(JSON.stringify({ text }))),
  'parseLine of no JSON': (text) => parseLine(utf8.encode(text)),
  'coordinates of KML': (text) => kmlShape(placemark(text)),
  readGeometry: (text) => readGeometry({ type: 'Point', coordinates: [text, '36'] }),
  'declarePrefixes, a name': (text) =>
    declarePrefixes(`<kml><a:b/><c ${text.replace(/[<>"']/g, '')}/></kml>`),
  'declarePrefixes, a value': (text) =>
    declarePrefixes(`<kml><a:b/><c d="${text.replace(/[<>"']/g, '')}"/></kml>`),
  webAddresses,
  firstSentence,
  plainText,
  'reports of UCDP': (text) => [
    ucdpReports(text, '', '', ''),
    ucdpReports(`"${text}"`, '', '', ''),
    ucdpReports('', text, text, text),
  ],
  'names of columns': (text) => [
    timeRole(foldName(text), text),
    isTagRow([text]),
    isTagRow([`#${text}`]),
    namesColumnsOf([text], [[text]]),
  ],
  parseDate: (text) => [parseDate(text, 'dmy', 0), parseTimeOfDay(text), hasZeroPart(text)],
  parseCalendarDate: (text) => [
    parseCalendarDate(text, 'dmy', 'hijri'),
    parseCalendarDate(`14${text}`, 'dmy', 'hijri'),
    likelyCalendar([text]),
  ],
  'a place': (text) => [placeOfCell(text, 'latitude-first'), readDegrees(text, 'latitude')],
  readQuantity: (text) => readQuantity(text, undefined),
  paragraphsOf,
  remarkParts: (text) => remarkParts(text, () => false),
  searchWords: (text) => [searchWords(text, []), holdsPhrase(text, 'x')],
  outsideText,
  withEscape: (text) => [withEscape(text), withEscape(`-${text}`)],
  readQuery: (text) => [
    readQuery(`?${text}=`, ''),
    readQuery(`?${encodeURIComponent(text)}`, ''),
    readQuery(`?q=${encodeURIComponent(text)}&from=${encodeURIComponent(text)}`, ''),
  ],
};

/** All texts of a reader take a second or two. */
const TIME_LIMIT = 30_000;

it.each(Object.entries(READERS))(
  '%s takes time in proportion to the length of a text',
  (_, read) => {
    for (const text of texts) expect(() => read(text)).not.toThrow();
  },
  TIME_LIMIT,
);

it(
  'the mapping of a table is proposed in time in proportion to its cells and names',
  async () => {
    const cells = ['N', 'E', ','].map((sign) => `"${sign.repeat(LENGTH)}x"`).join(',');
    const text = `date,lat,lon,gps,latlon,coords,x${'datetime'.repeat(LENGTH / 8)}x\n2031-05-03,36.1,44.2,${cells},b\n`;
    expect((await openFile('made-up.csv', utf8.encode(text))).kind).toBe('set');
  },
  TIME_LIMIT,
);

describe('what is too long for a regular expression', () => {
  it('is a text of JSON with millions of escapes', () => {
    const text = `["${'\\n'.repeat(8_000_000)}",]`;
    expect(findJsonFault(text)).toMatchObject({ line: 1, expected: 'value' });
  });

  it('is an XML tag with millions of attributes', () => {
    const tag = `<a ${'b="c" '.repeat(4_000_000)}`;
    expect(tagAt(tag, 0)).toBeUndefined();
    expect(tagAt(`${tag}>`, 0)).toHaveLength(tag.length + 1);
  });
});
