import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../documents/read-whole.ts';
import { gzipOf, kmlOf, withField, zipOf } from './made-up-archives.ts';

const JSON_ROWS = '[{"title":"made up"}]';

const badArchive = (file: string, reason: string): object => ({
  fault: { kind: 'bad-archive', file, reason },
});

describe('a zip archive', () => {
  it('opens the file that is data and counts the others', () => {
    const zip = zipOf({
      'readme.txt': 'much longer than the data: '.repeat(100),
      'small.json': '[]',
      'folder/large.json': JSON_ROWS,
      '__MACOSX/large.json': 'junk'.repeat(100),
    });
    expect(readWhole('made-up.zip', zip)).toMatchObject({
      form: { format: 'json', member: 'folder/large.json', otherMembers: 2 },
      rows: [{ cells: ['made up'] }],
    });
  });

  it('takes doc.kml of a KMZ, whatever else is larger', () => {
    const kmz = zipOf({
      'files/other.kml': kmlOf('other'.repeat(50)),
      'doc.kml': kmlOf('main'),
      'picture.png': 'x'.repeat(1_000),
    });
    expect(readWhole('made-up.kmz', kmz)).toMatchObject({
      form: { format: 'kml', member: 'doc.kml', otherMembers: 2 },
      rows: [{ cells: ['main'] }],
    });
  });

  it('looks into files without a telling name', () => {
    const zip = zipOf({ 'a.bin': '\u0000\u0001'.repeat(99), export: kmlOf('found') });
    expect(readWhole('made-up.zip', zip)).toMatchObject({ rows: [{ cells: ['found'] }] });
  });

  it('opens a stored file as well as a compressed one', () => {
    expect(readWhole('made-up.zip', zipOf({ 'a.json': JSON_ROWS }, 0))).toMatchObject({
      rows: [{ cells: ['made up'] }],
    });
  });

  it('opens a table', () => {
    const zip = zipOf({ 'a.CSV': 'date,latitude,longitude\n2026-03-01,36,44\n' });
    expect(readWhole('made-up.zip', zip)).toMatchObject({
      form: { format: 'csv', member: 'a.CSV' },
      rows: [{ cells: ['2026-03-01', '36', '44'] }],
    });
  });

  it.each([
    ['office', { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }],
    ['shapefile', { 'a.shp': '\u0000\u0000', 'a.dbf': '\u0003' }],
  ])('says that it looks like %s', (looksLike, files) => {
    expect(readWhole('a.zip', zipOf(files))).toEqual({
      fault: { kind: 'unknown-format', file: 'a.zip', looksLike },
    });
  });

  it('says so where it is locked, packed by another method, empty or holds nothing', () => {
    const zip = zipOf({ 'a.json': JSON_ROWS });
    expect(readWhole('a.zip', withField(zip, 6, 8, 1))).toEqual(badArchive('a.zip', 'locked'));
    expect(readWhole('a.zip', withField(zip, 8, 10, 12))).toEqual(badArchive('a.zip', 'method'));
    expect(readWhole('a.zip', zipSync({}))).toEqual(badArchive('a.zip', 'nothing-inside'));
    expect(readWhole('a.zip', zipOf({ 'a.png': '\u0089PNG\u0000' }))).toEqual(
      badArchive('a.zip', 'nothing-inside'),
    );
  });

  it('is damaged where it is cut off or one byte of its content is another', () => {
    const zip = zipOf({ 'a.json': JSON_ROWS });
    expect(readWhole('a.zip', zip.slice(0, -30))).toEqual(badArchive('a.zip', 'damaged'));
    const stored = zipOf({ 'a.json': JSON_ROWS }, 0);
    const at = stored.indexOf('u'.charCodeAt(0), 40);
    stored[at] = 'o'.charCodeAt(0);
    expect(readWhole('a.zip', stored)).toEqual(badArchive('a.zip', 'damaged'));
  });

  it('does not open an archive inside it', () => {
    const inner = zipOf({ 'a.json': JSON_ROWS });
    expect(readWhole('a.zip', zipSync({ 'inner.csv': inner }))).toEqual(
      badArchive('a.zip', 'nothing-inside'),
    );
  });
});

describe('a gzip file', () => {
  it('opens to what it holds, named without its ending', () => {
    expect(readWhole('a.json.gz', gzipOf(JSON_ROWS))).toMatchObject({
      form: { format: 'json', member: 'a.json', otherMembers: 0 },
      rows: [{ cells: ['made up'] }],
    });
  });

  it('opens where it is made of several members', () => {
    const two = new Uint8Array(Buffer.concat([gzipOf('[{"title":'), gzipOf('"made up"}]')]));
    expect(readWhole('a.gz', two)).toMatchObject({ rows: [{ cells: ['made up'] }] });
  });

  it('is damaged where it is cut off or its checksum is another', () => {
    const gzip = gzipOf(JSON_ROWS);
    expect(readWhole('a.gz', gzip.slice(0, -12))).toEqual(badArchive('a.gz', 'damaged'));
    const changed = gzip.slice();
    changed[changed.length - 8] = (changed.at(-8) ?? 0) ^ 1;
    expect(readWhole('a.gz', changed)).toEqual(badArchive('a.gz', 'damaged'));
  });

  it('does not open an archive inside it', () => {
    const inside = gzipSync(zipOf({ 'a.json': JSON_ROWS }));
    expect(readWhole('a.gz', inside)).toEqual(badArchive('a.gz', 'nothing-inside'));
  });
});

describe('an archive that unpacks to far more than it is', () => {
  const mostBytes = 1_000_000;
  const fault = (file: string): object => ({
    fault: { kind: 'too-large', file, part: 'unpacked', mostBytes },
  });
  const zeros = new Uint8Array(20_000_000);

  it.each([
    ['bomb.zip', (): Uint8Array => zipSync({ 'a.csv': zeros })],
    ['bomb.gz', (): Uint8Array => gzipSync(zeros)],
  ])(
    '%s stops at the limit',
    (file, bomb) => {
      expect(readWhole(file, bomb(), mostBytes)).toEqual(fault(file));
    },
    60_000,
  );

  it('stops there too where its header promises little', () => {
    const bomb = zipSync({ 'a.csv': zeros });
    const view = new DataView(bomb.buffer);
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, 10, true);
    expect(readWhole('bomb.zip', bomb, mostBytes)).toEqual(fault('bomb.zip'));
  });
});
