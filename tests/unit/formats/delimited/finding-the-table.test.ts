import { describe, expect, it } from 'vitest';
import { looksDelimited } from '../../../../src/formats/delimited/looks-delimited.ts';
import { bytesOf, readRows, sheetOf } from './read-sheet.ts';

describe('header or first row', () => {
  it.each([
    ['numbers', '1,Made-up Town\n2,Example Village\n'],
    ['a written date', '30-Apr-19,Made-up Town\n1-May-19,Example Village\n'],
    ['an American date', '"July 15, 2022",Made-up Town\n"July 16, 2022",Example Village\n'],
    ['an address', 'https://example.org/1,Made-up Town\nhttps://example.org/2,Example Village\n'],
    ['words that are all the same', 'yes,yes\nno,yes\n'],
  ])('takes a first row with %s for a row', (_, text) => {
    const sheet = sheetOf(text);
    expect(sheet.form.hasHeader).toBe(false);
    expect(sheet.columns).toEqual(['', '']);
    expect(readRows(sheet)).toHaveLength(2);
  });

  it('takes names that differ for a header, even with a name twice or none', () => {
    expect(sheetOf('date,place,note,note,\n1,2,3,4,5\n').columns).toEqual([
      'date',
      'place',
      'note',
      'note',
      '',
    ]);
  });

  it('finds a header that is wider or narrower than the rows', () => {
    const wide = sheetOf('id,place,note,source\n1,a,b\n2,c,d\n3,e,f\n');
    expect(wide.columns).toEqual(['id', 'place', 'note', 'source']);
    expect(readRows(wide)).toHaveLength(3);
    const narrow = sheetOf('id,place,note\n1,a,b,c,d\n2,e,f,g,h\n');
    expect(narrow.columns).toEqual(['id', 'place', 'note']);
    expect(readRows(narrow)).toHaveLength(2);
  });

  it('does not take a title with commas for the header', () => {
    const sheet = sheetOf(
      'Made up by A, B, C\nid,date,place,note,source\n1,2024-01-01,a,b,c\n2,2024-01-02,d,e,f\n',
    );
    expect(sheet.columns).toEqual(['id', 'date', 'place', 'note', 'source']);
    expect(sheet.form.preambleLines).toBe(1);
  });

  it('keeps a sparse first row of a table without header', () => {
    const sheet = sheetOf('7,,,,\n8,a,b,c,d\n9,e,f,g,h\n');
    expect(readRows(sheet)).toHaveLength(3);
  });

  it('sees the dialect of a file whose first row has a quote that is never closed', () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `${i};made up;36,1`).join('\n');
    const sheet = sheetOf(`0;"made up;36,1\n${rows}\n`);
    expect(sheet.form.delimiter).toBe(';');
    expect(sheet.columns).toEqual(['', '', '']);
    expect(readRows(sheet)).toHaveLength(9_001);
  });

  it('finds a header longer than the head of the file', () => {
    const long = 'made up '.repeat(12_000);
    expect(sheetOf(`id,"${long}"\n1,2\n`).columns).toEqual(['id', long.trim()]);
  });
});

describe('looks like delimited text', () => {
  it.each([
    ['a header', 'id,place\n'],
    ['one word', 'place\n'],
    ['a name in square brackets', '[id],[place]\n1,a\n'],
    ['a less-than sign before a number', '<5,a\n'],
    ['a byte order mark', '\ufeffid,place\n'],
    ['a quoted first name', '"id","place"\n'],
  ])('with %s', (_, text) => {
    expect(looksDelimited(bytesOf(text))).toBe(true);
  });

  it('in UTF-16', () => {
    const wide = Uint16Array.from('id,place\n1,a\n', (one) => one.charCodeAt(0));
    expect(looksDelimited(new Uint8Array(wide.buffer))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n'],
    ['an object', ' {"a": 1}'],
    ['an array', '[{"a": 1}]'],
    ['an array of numbers', '[1, 2]'],
    ['XML', '<?xml version="1.0"?><kml/>'],
    ['HTML', '\n<!DOCTYPE html><p>a, b'],
    ['PDF', '%PDF-1.7\n1 0 obj'],
    ['a script', "'type': 'geojson',\n'data': {"],
  ])('but not with %s', (_, text) => {
    expect(looksDelimited(bytesOf(text))).toBe(false);
  });

  it('but not with the bytes of a picture or an archive', () => {
    const binary = Uint8Array.from({ length: 2_000 }, (_, i) => (i * 73 + (i >> 3)) & 255);
    expect(looksDelimited(binary)).toBe(false);
    expect(looksDelimited(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0))).toBe(false);
  });
});
