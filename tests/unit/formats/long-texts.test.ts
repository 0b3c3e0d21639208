/**
 * A file may hold a cell of millions of characters, by accident (padded columns) or by intent, and a
 * regular expression that takes time by the length squared would keep the worker busy for minutes. Here
 * everything that reads a text gets 200,000 characters of the letters that are worst for it. No time is
 * measured: read in proportion to its length a text takes milliseconds, by the length squared longer
 * than the time limit of a test.
 */
import { DOMParser, type Element } from '@xmldom/xmldom';

import { expect, it } from 'vitest';
import { readGeometry } from '../../../src/formats/geometry/read-geometry.ts';
import { webAddresses } from '../../../src/formats/import/web-addresses.ts';
import { parseLine } from '../../../src/formats/json/json-lines-row.ts';
import { kmlShape } from '../../../src/formats/kml/kml-coordinates.ts';
import { declarePrefixes } from '../../../src/formats/xml/declare-prefixes.ts';

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
];

const texts = TEXTS.map(
  ([before, again, behind]) => before + again.repeat(Math.floor(LENGTH / again.length)) + behind,
);

function placemark(coordinates: string): Element {
  const xml = `<Placemark><Point><coordinates>${coordinates}</coordinates></Point></Placemark>`;
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
