import { describe, expect, it } from 'vitest';
import { looksLikeCsv } from '../../../../src/formats/csv/looks-like-csv.ts';
import { bytesOf, readRows, sheetOf } from './read-table.ts';

describe('finding the header of a table', () => {
  it.each([
    ['numbers', '1,Made-up Town\n2,Example Village\n'],
    ['a written date', '30-Apr-19,Made-up Town\n1-May-19,Example Village\n'],
    ['an American date', '"July 15, 2022",Made-up Town\n"July 16, 2022",Example Village\n'],
    ['an address', 'https://example.org/1,Made-up Town\nhttps://example.org/2,Example Village\n'],
    ['words that are all the same', 'yes,yes\nno,yes\n'],
  ])('reads a first row with %s as a row', async (_, text) => {
    const sheet = await sheetOf(text);
    expect(sheet.format.hasHeader).toBe(false);
    expect(sheet.columns).toEqual(['', '']);
    expect(readRows(sheet)).toHaveLength(2);
  });

  it('reads names that differ as a header, even if a name is repeated or empty', async () => {
    expect((await sheetOf('date,place,note,note,\n1,2,3,4,5\n')).columns).toEqual([
      'date',
      'place',
      'note',
      'note',
      '',
    ]);
  });

  it.each([
    ['a number', 'name,date,lat,lon,1\nA,2026-03-01,36.1,44.2,7\nB,2026-03-02,36.2,44.3,9\n'],
    ['years', 'district,2019,2020,2021\nA,5,8,12\nB,6,0,31\n'],
    ['years over thousands', 'district,lat,2019,2020\nA,36.1,18234,21000\nB,36.2,150,31000\n'],
    ['months', 'district,2024-01,2024-02\nA,5,8\nB,6,0\n'],
    ['counted names', '0,1,2,3,4\nA,2026-03-01,36.1,44.2,7\nB,2026-03-02,36.2,44.3,9\n'],
    ['counted names after a nameless one', ',1,2,3,4\n1,A,5,6,b\n2,B,6,7,c\n'],
    ['names of pandas', 'Unnamed: 0,date,1,lat,lon\n0,2026-03-01,x,36.1,44.2\n'],
    ['one name again and again', 'note,note,note,date,note,note,lat\na,b,c,2026-03-01,d,e,36.1\n'],
    ['one name and nothing', 'note,,note,note,lat,lon\na,b,c,d,36.1,44.2\n'],
    ['a number, in Arabic', 'الاسم,التاريخ,1,خط العرض\nأ,2026-03-01,ب,36.1\n'],
    ['units', '% killed,24 h,Lat (°),2020\n5,7,36.1,a b\n6,8,36.2,c d\n'],
    ['an address', 'https://example.org/schema,date,lat\nA,2026-03-01,36.1\n'],
    ['a date for a title', 'As of 2026,2026-03-01,lat,lon,date\nA,b,36.1,44.2,2026-01-01\n'],
  ])('reads names with %s as a header', async (_, text) => {
    const sheet = await sheetOf(text);
    expect(sheet.format.hasHeader).toBe(true);
    expect(readRows(sheet)).toHaveLength(text.trim().split('\n').length - 1);
  });

  it.each([
    ['a number that nobody knows', '1,NA,Town\n2,36.1,Village\n3,36.2,City\n'],
    ['an unknown date', '1,unknown,36.1\n2,2026-03-01,36.2\n3,2026-03-02,36.3\n'],
    ['one word where the others have numbers', '1,n.k.,36.1\n2,7,36.2\n3,8,36.3\n'],
    ['years', '2019,Town,5\n2020,Village,6\n2021,City,7\n'],
    ['numbers that count', '1,2,3,4\n2,3,4,5\n3,4,5,6\n'],
    ['kinds that come again', 'fire,5,Town\nfire,6,Village\nblast,7,Town\n'],
    ['a date and words', '2026-03-01,fire,Town\n2026-03-02,blast,Village\n'],
    ['words over mixed cells', '1,Town,x\n2,7,Village\n3,Town,8\n'],
  ])('reads a first row with %s as a row of the table', async (_, text) => {
    const sheet = await sheetOf(text);
    expect(sheet.format.hasHeader).toBe(false);
    expect(readRows(sheet)).toHaveLength(text.trim().split('\n').length);
  });

  it('finds a header that is wider or narrower than the rows', async () => {
    const wide = await sheetOf('id,place,note,source\n1,a,b\n2,c,d\n3,e,f\n');
    expect(wide.columns).toEqual(['id', 'place', 'note', 'source']);
    expect(readRows(wide)).toHaveLength(3);
    const narrow = await sheetOf('id,place,note\n1,a,b,c,d\n2,e,f,g,h\n');
    expect(narrow.columns).toEqual(['id', 'place', 'note']);
    expect(readRows(narrow)).toHaveLength(2);
  });

  it('does not read a title with commas as the header', async () => {
    const sheet = await sheetOf(
      'Made up by A, B, C\nid,date,place,note,source\n1,2024-01-01,a,b,c\n2,2024-01-02,d,e,f\n',
    );
    expect(sheet.columns).toEqual(['id', 'date', 'place', 'note', 'source']);
    expect(sheet.format.preambleLines).toBe(1);
  });

  it('keeps a sparse first row of a table without header', async () => {
    const sheet = await sheetOf('7,,,,\n8,a,b,c,d\n9,e,f,g,h\n');
    expect(readRows(sheet)).toHaveLength(3);
  });

  it('finds the dialect of a file whose first row has a quote that is never closed', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `${i};made up;36,1`).join('\n');
    const sheet = await sheetOf(`0;"made up;36,1\n${rows}\n`);
    expect(sheet.format.delimiter).toBe(';');
    expect(sheet.columns).toEqual(['', '', '']);
    expect(readRows(sheet)).toHaveLength(9_001);
  });

  it('finds a header longer than the head of the file', async () => {
    const long = 'made up '.repeat(12_000);
    expect((await sheetOf(`id,"${long}"\n1,2\n`)).columns).toEqual(['id', long.trim()]);
  });
});

describe('`looksLikeCsv`', () => {
  it.each([
    ['a header', 'id,place\n'],
    ['one word', 'place\n'],
    ['a name in square brackets', '[id],[place]\n1,a\n'],
    ['a less-than sign before a number', '<5,a\n'],
    ['a byte order mark', '\ufeffid,place\n'],
    ['a quoted first name', '"id","place"\n'],
  ])('accepts %s', (_, text) => {
    expect(looksLikeCsv(bytesOf(text))).toBe(true);
  });

  it('accepts UTF-16', () => {
    const wide = Uint16Array.from('id,place\n1,a\n', (one) => one.charCodeAt(0));
    expect(looksLikeCsv(new Uint8Array(wide.buffer))).toBe(true);
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
  ])('rejects %s', (_, text) => {
    expect(looksLikeCsv(bytesOf(text))).toBe(false);
  });

  it('rejects the bytes of a picture or an archive', () => {
    const binary = Uint8Array.from({ length: 2_000 }, (_, i) => (i * 73 + (i >> 3)) & 255);
    expect(looksLikeCsv(binary)).toBe(false);
    expect(looksLikeCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0))).toBe(false);
  });
});
