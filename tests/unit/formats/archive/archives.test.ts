import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UNPACK_LIMITS } from '../../../../src/core/mapping/unpack-limits.ts';
import { openBytes, readWhole } from '../table/read-whole.ts';
import { gzipOf, kmlOf, withField, zipOf } from './made-up-archives.ts';

const JSON_ROWS = '[{"title":"made up"}]';

const badArchive = (file: string, reason: string): object => ({
  fault: { kind: 'bad-archive', file, reason },
});

describe('a zip archive', () => {
  it('opens the file that is data and counts the others', async () => {
    const zip = zipOf({
      'readme.txt': 'much longer than the data: '.repeat(100),
      'small.json': '[]',
      'folder/large.json': JSON_ROWS,
      '__MACOSX/large.json': 'junk'.repeat(100),
    });
    expect(await readWhole('made-up.zip', zip)).toMatchObject({
      form: { format: 'json', member: 'folder/large.json', otherMembers: 2 },
      rows: [{ cells: ['made up'] }],
    });
  });

  it('reads a name that does not say its encoding as UTF-8, else as CP437', async () => {
    const zip = withField(zipOf({ 'caf\u00e9.json': JSON_ROWS }), 6, 8, 0);
    expect(await readWhole('a.zip', zip)).toMatchObject({ form: { member: 'caf\u00e9.json' } });
    // The two bytes of the letter become two letters of MS-DOS.
    const dos = zip.map((byte) => (byte === 0xc3 ? 0x82 : byte === 0xa9 ? 0x87 : byte));
    expect(await readWhole('a.zip', dos)).toMatchObject({
      form: { member: 'caf\u00e9\u00e7.json' },
    });
  });

  const CSV = 'date,latitude,longitude\n2026-03-01,36,44\n';
  const about = JSON.stringify({ title: 'made up', licence: 'none', words: 'x'.repeat(5_000) });
  const records = JSON.stringify(Array(100).fill({ field: 'date', words: 'made up' }));

  it.each([
    'metadata.json',
    'meta-data.json',
    'export/datapackage.json',
    'package.json',
    'schema.json',
    'incidents.schema.json',
    'a-metadata.json',
    'a_metadata.csv',
  ])('takes a table, not the larger %s', async (name) => {
    for (const content of [about, records])
      expect(await readWhole('a.zip', zipOf({ [name]: content, 'a.csv': CSV }))).toMatchObject({
        form: { format: 'csv', member: 'a.csv', otherMembers: 1 },
      });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['settings', { 'settings.json': about, 'a.csv': CSV }],
    [
      'several files of settings',
      { 'a.json': about, 'b.json': about, 'readme.md': 'x', 'a.csv': CSV },
    ],
    ['an empty list', { 'z.json': `[${' '.repeat(100)}]`, 'a.csv': CSV }],
    ['a header alone', { 'z.csv': `date,latitude,longitude,${'x'.repeat(100)}\n`, 'a.csv': CSV }],
    ['no text', { 'z.csv': '\u0000\u0001'.repeat(100), 'a.csv': CSV }],
    ['settings, before a file without a telling name', { 'settings.json': about, table: CSV }],
  ])('tries the next file if the first holds %s', async (_, files) => {
    expect(await readWhole('a.zip', zipOf(files))).toMatchObject({
      form: { format: 'csv', otherMembers: Object.keys(files).length - 1 },
      rows: [{ cells: ['2026-03-01', '36', '44'] }],
    });
  });

  it('reports why the first file cannot be opened if none can, or if its data are broken', async () => {
    const none = zipOf({ 'settings.json': about, 'b.json': '{}', 'README.md': CSV });
    expect(await readWhole('a.zip', none)).toMatchObject({
      fault: { kind: 'unknown-format', file: 'settings.json' },
    });
    const broken = zipOf({ 'incidents.json': records.slice(0, -9), 'a.csv': CSV });
    expect(await readWhole('a.zip', broken)).toMatchObject({
      fault: { kind: 'broken-document', file: 'incidents.json' },
    });
  });

  it('takes the one file that is called metadata', async () => {
    expect(await readWhole('a.zip', zipOf({ 'metadata.json': JSON_ROWS }))).toMatchObject({
      rows: [{ cells: ['made up'] }],
    });
  });

  it('takes doc.kml of a KMZ, even if another file is larger', async () => {
    const kmz = zipOf({
      'files/other.kml': kmlOf('other'.repeat(50)),
      'doc.kml': kmlOf('main'),
      'picture.png': 'x'.repeat(1_000),
    });
    expect(await readWhole('made-up.kmz', kmz)).toMatchObject({
      form: { format: 'kml', member: 'doc.kml', otherMembers: 2 },
      rows: [{ cells: ['main'] }],
    });
  });

  it('checks files whose name says nothing', async () => {
    const zip = zipOf({ 'a.bin': '\u0000\u0001'.repeat(99), export: kmlOf('found') });
    expect(await readWhole('made-up.zip', zip)).toMatchObject({ rows: [{ cells: ['found'] }] });
  });

  it('opens a stored file as well as a compressed one', async () => {
    expect(await readWhole('made-up.zip', zipOf({ 'a.json': JSON_ROWS }, 0))).toMatchObject({
      rows: [{ cells: ['made up'] }],
    });
  });

  it('opens a table', async () => {
    const zip = zipOf({ 'a.CSV': 'date,latitude,longitude\n2026-03-01,36,44\n' });
    expect(await readWhole('made-up.zip', zip)).toMatchObject({
      form: { format: 'csv', member: 'a.CSV' },
      rows: [{ cells: ['2026-03-01', '36', '44'] }],
    });
  });

  it.each([
    ['office', { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }],
    ['shapefile', { 'a.shp': '\u0000\u0000', 'a.dbf': '\u0003' }],
  ])('reports that it looks like %s', async (looksLike, files) => {
    expect(await readWhole('a.zip', zipOf(files))).toEqual({
      fault: { kind: 'unknown-format', file: 'a.zip', looksLike },
    });
  });

  it('reports that it is encrypted, packed by another method, empty or without files', async () => {
    const zip = zipOf({ 'a.json': JSON_ROWS });
    expect(await readWhole('a.zip', withField(zip, 6, 8, 1))).toEqual(
      badArchive('a.zip', 'locked'),
    );
    expect(await readWhole('a.zip', withField(zip, 8, 10, 12))).toEqual(
      badArchive('a.zip', 'method'),
    );
    expect(await readWhole('a.zip', zipSync({}))).toEqual(badArchive('a.zip', 'nothing-inside'));
    expect(await readWhole('a.zip', zipOf({ 'a.png': '\u0089PNG\u0000' }))).toEqual(
      badArchive('a.zip', 'nothing-inside'),
    );
  });

  it('is damaged if it is cut off or a byte of its content is changed', async () => {
    const zip = zipOf({ 'a.json': JSON_ROWS });
    expect(await readWhole('a.zip', zip.slice(0, -30))).toEqual(badArchive('a.zip', 'damaged'));
    const stored = zipOf({ 'a.json': JSON_ROWS }, 0);
    const at = stored.indexOf('u'.charCodeAt(0), 40);
    stored[at] = 'o'.charCodeAt(0);
    expect(await readWhole('a.zip', stored)).toEqual(badArchive('a.zip', 'damaged'));
  });

  it('does not open an archive inside it', async () => {
    const inner = zipOf({ 'a.json': JSON_ROWS });
    expect(await readWhole('a.zip', zipSync({ 'inner.csv': inner }))).toEqual(
      badArchive('a.zip', 'nothing-inside'),
    );
  });
});

describe('a gzip file', () => {
  it('opens to its content, named without its ending', async () => {
    expect(await readWhole('a.json.gz', gzipOf(JSON_ROWS))).toMatchObject({
      form: { format: 'json', member: 'a.json', otherMembers: 0 },
      rows: [{ cells: ['made up'] }],
    });
  });

  it('opens if it has several members', async () => {
    const two = new Uint8Array(Buffer.concat([gzipOf('[{"title":'), gzipOf('"made up"}]')]));
    expect(await readWhole('a.gz', two)).toMatchObject({ rows: [{ cells: ['made up'] }] });
  });

  it('is damaged if it is cut off or has another checksum', async () => {
    const gzip = gzipOf(JSON_ROWS);
    expect(await readWhole('a.gz', gzip.slice(0, -12))).toEqual(badArchive('a.gz', 'damaged'));
    const changed = gzip.slice();
    changed[changed.length - 8] = (changed.at(-8) ?? 0) ^ 1;
    expect(await readWhole('a.gz', changed)).toEqual(badArchive('a.gz', 'damaged'));
  });

  const joinedBytes = (...parts: readonly (Uint8Array | string | readonly number[])[]) =>
    new Uint8Array(
      Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? part : [...part]))),
    );
  const [first, second] = [gzipOf('[{"title":'), gzipOf('"made up"}]')];
  /** An empty member, as bgzip ends its files. */
  const empty = gzipSync(new Uint8Array());
  const zeros = (count: number): Uint8Array => new Uint8Array(count);

  it.each([
    ['one member', gzipOf(JSON_ROWS)],
    ['several members', joinedBytes(first, second)],
    ['several members, the last one empty', joinedBytes(first, second, empty)],
    ['several members, the first one empty', joinedBytes(empty, first, second)],
    ['many members', joinedBytes(first, ...Array<Uint8Array>(500).fill(gzipOf(' ')), second)],
  ])('opens if something follows its end: %s', async (_, gzip) => {
    const open = async (...after: readonly (Uint8Array | string | readonly number[])[]) =>
      await readWhole('a.gz', joinedBytes(gzip, ...after));
    const whole = { rows: [{ cells: ['made up'] }] };
    for (const after of [zeros(0), zeros(1), zeros(3), zeros(512), zeros(200_000)]) {
      const read = await open(after);
      expect(read).toMatchObject(whole);
      expect('form' in read && read.form).not.toHaveProperty('trailingBytes');
    }
    for (const after of ['\n', '\r\n', 'abc', 'made up '.repeat(20_000), [0x1f]])
      expect(await open(after)).toMatchObject({ ...whole, form: { trailingBytes: after.length } });
    expect(await open(zeros(70_000), 'made up')).toMatchObject({
      ...whole,
      form: { trailingBytes: 7 },
    });
  });

  it.each([
    ['the checksum of the first member', joinedBytes(first, second), first.length - 8],
    ['the size of the first member', joinedBytes(first, second), first.length - 4],
    ['the checksum of the last member', joinedBytes(first, second), -8],
    ['the checksum of an empty member', joinedBytes(first, second, empty), -8],
    [
      'the checksum of a member in the middle',
      joinedBytes(first, second, empty),
      first.length + second.length - 5,
    ],
    ['the checksum of the last member, before zeros', joinedBytes(first, second, zeros(9)), -17],
    ['the checksum of the one member, before a line', joinedBytes(gzipOf(JSON_ROWS), '\n'), -9],
  ])('is damaged if another member is %s', async (_, gzip, at) => {
    const changed = gzip.slice();
    const index = at < 0 ? gzip.length + at : at;
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(await readWhole('a.gz', gzip)).toMatchObject({ rows: [{ cells: ['made up'] }] });
    expect(await readWhole('a.gz', changed)).toEqual(badArchive('a.gz', 'damaged'));
  });

  it('is damaged if a member is cut off or partly zeros', async () => {
    const whole = joinedBytes(gzipOf(JSON_ROWS), second);
    const from = whole.length - second.length;
    for (let end = from + 10; end < whole.length; end++) {
      expect(await readWhole('a.gz', whole.slice(0, end))).toEqual(badArchive('a.gz', 'damaged'));
      // The last bytes of the size are zeros anyway.
      if (end > whole.length - 4) continue;
      const hole = joinedBytes(whole.slice(0, end), zeros(whole.length - end));
      expect(await readWhole('a.gz', hole)).toEqual(badArchive('a.gz', 'damaged'));
    }
  });

  it('does not open an archive inside it', async () => {
    const inside = gzipSync(zipOf({ 'a.json': JSON_ROWS }));
    expect(await readWhole('a.gz', inside)).toEqual(badArchive('a.gz', 'nothing-inside'));
  });
});

describe('an archive that unpacks to far more than its size', () => {
  const MAX_BYTES = 4_000_000;
  const FREE_BYTES = 200_000;
  const limits = { maxBytes: MAX_BYTES, maxRatio: 100, freeBytes: FREE_BYTES };
  const tooLarge = (file: string): object => ({
    fault: { kind: 'too-large', file, part: 'unpacked', maxBytes: MAX_BYTES },
  });
  const zeros = new Uint8Array(20_000_000);
  const zip = zipSync({ 'a.csv': zeros });
  const kmz = zipSync({ 'doc.kml': zeros });
  const gzip = gzipSync(zeros);
  const membersOf = (member: Uint8Array): Uint8Array =>
    new Uint8Array(Buffer.concat(Array.from({ length: 30 }, () => member)));
  /** The same archive, whose directory gives another unpacked size. */
  const stating = (archive: Uint8Array, unpackedBytes: number): Uint8Array => {
    const changed = archive.slice();
    const view = new DataView(changed.buffer);
    view.setUint32(view.getUint32(changed.length - 6, true) + 24, unpackedBytes, true);
    return changed;
  };

  it.each([
    ['bomb.zip', zip],
    ['bomb.kmz', kmz],
    ['bomb.gz', gzip],
    ['members.gz', membersOf(gzipSync(zeros.subarray(0, 300_000)))],
  ])('%s stops at the limit of unpacked bytes', async (file, bomb) => {
    const slack = { limits: { ...limits, maxRatio: 2_000 } };
    expect(await readWhole(file, bomb, slack)).toEqual(tooLarge(file));
  });

  it.each([
    ['bomb.zip', zipSync({ 'a.csv': zeros.subarray(0, MAX_BYTES) })],
    ['bomb.kmz', zipSync({ 'doc.kml': zeros.subarray(0, MAX_BYTES) })],
    ['bomb.gz', gzip],
    ['members.gz', membersOf(gzipSync(zeros.subarray(0, 150_000)))],
  ])('%s stops early by its ratio', async (file, bomb) => {
    expect(await readWhole(file, bomb, { limits })).toEqual(badArchive(file, 'ratio'));
  });

  it.each([
    ['bomb.zip', zip],
    ['bomb.gz', gzip],
  ])('%s unpacks about a megabyte at a time', async (file, bomb) => {
    let before = 0;
    let most = 0;
    const onUnpacked = (bytes: number): void => {
      most = Math.max(most, bytes - before);
      before = bytes;
    };
    const slack = { maxBytes: Infinity, maxRatio: Infinity, freeBytes: 0 };
    await openBytes(file, bomb, { limits: slack, onUnpacked });
    expect(before).toBe(zeros.length);
    expect(most).toBeLessThan(1.2 * 2 ** 20);
  });

  it('stops as soon as there is more than the directory says', async () => {
    let unpacked = 0;
    const onUnpacked = (bytes: number): void => {
      unpacked = bytes;
    };
    const said = await readWhole('bomb.zip', stating(zip, 10), { onUnpacked });
    expect(said).toEqual(badArchive('bomb.zip', 'longer'));
    expect(unpacked).toBe(0);
  });

  it('is not unpacked if its own directory says too much', async () => {
    const onUnpacked = (): never => {
      throw new Error('unpacked');
    };
    const row = zipOf({ 'a.json': JSON_ROWS });
    expect(await readWhole('a.zip', stating(row, MAX_BYTES + 1), { limits, onUnpacked })).toEqual(
      tooLarge('a.zip'),
    );
    expect(await readWhole('a.zip', stating(row, FREE_BYTES + 1), { limits, onUnpacked })).toEqual(
      badArchive('a.zip', 'ratio'),
    );
  });

  it('opens at any ratio while it is small, and at any size while its ratio is that of tables', async () => {
    const same = 'date,latitude,longitude\n' + '2026-03-01,36,44\n'.repeat(8_000);
    expect(same.length).toBeGreaterThan(100 * zipOf({ 'a.csv': same }).length);
    for (const archive of [zipOf({ 'a.csv': same }), gzipOf(same)])
      expect(await readWhole('a.zip', archive, { limits })).toMatchObject({
        form: { format: 'csv' },
      });
    const rows = Array.from({ length: 60_000 }, (_, row) => `2026-03-01,36.${row},44.${row * 7}`);
    const table = ['date,latitude,longitude', ...rows].join('\n');
    expect(table.length).toBeGreaterThan(4 * FREE_BYTES);
    for (const archive of [zipOf({ 'a.csv': table }), gzipOf(table)])
      expect(await openBytes('a.zip', archive, { limits })).toMatchObject({ kind: 'ok' });
  });

  it('has limits far above any table of rows', () => {
    // Measured: a thousand columns that never change pack 350 to 1, and 480 to 1 as UTF-16.
    expect(UNPACK_LIMITS.maxRatio).toBeGreaterThanOrEqual(500);
    // Deflate cannot pack better than this.
    expect(UNPACK_LIMITS.maxRatio).toBeLessThan(1_032);
    expect(UNPACK_LIMITS.maxBytes).toBeGreaterThanOrEqual(2 ** 31);
  });
});
