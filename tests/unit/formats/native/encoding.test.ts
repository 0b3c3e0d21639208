/** Every record here is made up. */
import { describe, expect, it } from 'vitest';
import { readEdtfSpan } from '../../../../src/core/time/edtf-range.ts';
import { decodeStrictly, decodeText } from '../../../../src/formats/native/decode-text.ts';
import {
  readIncidentCollection,
  readIncidentFile,
} from '../../../../src/formats/native/read-incidents.ts';
import { collectionText, featureOf, madeUpRecord } from './made-up-records.ts';

const file = 'made-up.geojson';
const encoder = new TextEncoder();

/** A text as UTF-8, with the byte of Windows-1252 wherever it has a `#`. */
const withByte = (text: string, byte: number): Uint8Array =>
  encoder.encode(text).map((one) => (one === 0x23 ? byte : one));

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(isBig ? bytes.swap16() : bytes);
};

const recordTitled = (id: string, title: string) => featureOf({ ...madeUpRecord, id, title });

describe('decoding a file of our own format', () => {
  it.each([0x80, 0x92, 0xe9, 0xc3, 0xff])('fails at the byte %i with line and column', (byte) => {
    expect(decodeStrictly(file, withByte('{\n "a": "b#"}', byte))).toEqual({
      kind: 'failed',
      failure: { kind: 'not-utf-8', file, encoding: undefined, line: 2, column: 9 },
    });
  });

  it.each([
    utf16('\uFEFF{"a": 1}', false),
    utf16('\uFEFF{"a": 1}', true),
    utf16('{"a": 1}', false),
    utf16('{"a": 1}', true),
  ])('reports UTF-16 (%#)', (bytes) => {
    expect(decodeText(file, bytes)).toMatchObject({ failure: { encoding: 'UTF-16' } });
  });

  it.each(['', '{}', 'é', 'هه‌ولێر', '\uFFFD', '😀'])('decodes the UTF-8 of %j', (text) => {
    expect(decodeStrictly(file, encoder.encode(text))).toEqual({ kind: 'ok', value: text });
  });

  it('leaves out a byte order mark', () => {
    expect(decodeStrictly(file, encoder.encode('\uFEFF{}'))).toEqual({ kind: 'ok', value: '{}' });
  });
});

describe('reading bytes of records', () => {
  const records = collectionText([
    recordTitled('2026-03-02-first', 'Caf# in Example Town'),
    recordTitled('2026-03-02-second', 'Café in Example Town'),
  ]);

  it('leaves out the record with a lost character, names it, and keeps the others', () => {
    const read = readIncidentFile(file, withByte(records, 0xe9), 180, readEdtfSpan);
    expect(read).toMatchObject({ kind: 'ok', value: { report: { kept: 1, dropped: 1 } } });
    expect(read.kind === 'ok' && read.value.report.faults).toMatchObject([
      {
        record: '2026-03-02-first',
        field: 'title',
        problem: { kind: 'lost-character' },
      },
    ]);
  });

  it('leaves out a record in which a character was lost before it was saved', () => {
    const lost = records.replace('#', '\uFFFD');
    expect(readIncidentCollection(file, lost, 180, readEdtfSpan)).toMatchObject({
      value: { report: { kept: 1, dropped: 1 } },
    });
  });

  it('fails if the byte is in no record', () => {
    const text = `{"name": "#", ${records.replace('#', 'é').slice(1)}`;
    expect(readIncidentFile(file, withByte(text, 0xe9), 180, readEdtfSpan)).toMatchObject({
      failure: { kind: 'not-utf-8', line: 1, column: 11 },
    });
  });

  it('reads good bytes, a byte order mark included, as the text', () => {
    const text = records.replace('#', 'é');
    const expected = readIncidentCollection(file, text, 180, readEdtfSpan);
    expect(readIncidentFile(file, encoder.encode(text), 180, readEdtfSpan)).toEqual(expected);
    expect(readIncidentFile(file, encoder.encode(`\uFEFF${text}`), 180, readEdtfSpan)).toEqual(
      expected,
    );
    expect(expected).toMatchObject({ value: { report: { kept: 2 } } });
  });
});

describe('a field that is given twice', () => {
  const text = collectionText([
    recordTitled('2026-03-02-first', 'One'),
    recordTitled('2026-03-02-second', 'Two'),
  ]);

  it('leaves out the record, since it is not known which value is meant', () => {
    const twice = text.replace('"killed":[0,0]', '"killed":[3,3],"killed":[0,0]');
    const read = readIncidentCollection(file, twice, 180, readEdtfSpan);
    expect(read).toMatchObject({
      value: {
        report: {
          kept: 1,
          dropped: 1,
          faults: [
            { record: '2026-03-02-first', field: 'killed', problem: { kind: 'twice', line: 1 } },
          ],
        },
      },
    });
  });

  it('fails the file if it is the list of records', () => {
    const twice = text.replace('"features":', '"features":[],"features":');
    expect(readIncidentCollection(file, twice, 180, readEdtfSpan)).toMatchObject({
      failure: {
        kind: 'not-json',
        mistake: { field: 'features', problem: { kind: 'twice', line: 1 } },
      },
    });
  });
});

describe('JSON that is broken', () => {
  it('names the record, its position, line and column', () => {
    const text = collectionText([
      recordTitled('2026-03-02-first', 'One'),
      recordTitled('2026-03-02-second', 'Two'),
    ]);
    const at = text.indexOf('"title":"Two"');
    const broken = `${text.slice(0, at)}\n oops${text.slice(at)}`;
    expect(readIncidentCollection(file, broken, 180, readEdtfSpan)).toMatchObject({
      failure: {
        kind: 'not-json',
        mistake: {
          line: 2,
          column: 2,
          record: { id: '2026-03-02-second', position: 2 },
          expected: 'name',
          found: { character: 'o' },
        },
      },
    });
  });
});
