/** Every file here is made up. */
import { expect, it, vi } from 'vitest';
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import {
  browserSavedFiles,
  entryOf,
  readEntry,
  type SavedFile,
} from '../../../src/io/saved-files.ts';

const whole: SavedFile = {
  name: 'a.csv',
  blob: new Blob(['a']),
  address: undefined,
  mapping: NO_MAPPING,
};

const place = (value: unknown) => ({ place: value });
const time = (value: unknown) => ({ time: value });

it.each([
  [{ schema: 'zzz' }],
  [place({ kind: 'nonsense' })],
  [place({ kind: 'two', latitude: 0 })],
  [place({ kind: 'two', latitude: -1, longitude: 1 })],
  [place({ kind: 'one', column: 0, order: 'sideways' })],
  [place({ kind: 'geometry', column: 1.5 })],
  [time(undefined)],
  [time({ kind: 'one', column: '0', order: 'dmy' })],
  [time({ kind: 'interval', from: 0, to: Infinity, order: 'dmy' })],
  [time({ kind: 'parts', month: 1 })],
  [time({ kind: 'epoch', column: 0, unit: 'weeks' })],
  [{ placePrecision: { column: 0, scale: 'ell' } }],
  [{ timePrecision: 3 }],
  [{ calendar: 'mayan' }],
  [time({ kind: 'leading', column: 0 })],
  [{ title: 'title' }],
  [{ archive: '2' }],
  [{ category: NaN }],
])('`readEntry` drops the mapping of a saved file whose column mapping cannot be: %j', (change) => {
  const entry = { ...entryOf(whole), mapping: { ...NO_MAPPING, ...change }, encoding: 'utf-8' };
  expect(readEntry(entry)).toMatchObject({
    name: 'a.csv',
    mapping: undefined,
    encoding: undefined,
  });
});

it.each(['klingon', 7, null])(
  '`readEntry` drops the mapping of a saved file in an unknown encoding: %j',
  (encoding) => {
    expect(readEntry({ ...entryOf(whole), encoding })).toMatchObject({ mapping: undefined });
  },
);

it.each([
  [place({ kind: 'two', latitude: 0, longitude: 1 })],
  [place({ kind: 'geometry' })],
  [time({ kind: 'one', column: 0, order: 'dmy', clock: undefined })],
  [time({ kind: 'interval', from: 0, to: 1, order: 'ymd', clock: 2, clockTo: 3 })],
  [time({ kind: 'parts', year: 0, month: undefined, day: undefined })],
  [time({ kind: 'epoch', column: 0, unit: 'seconds' })],
  [time({ kind: 'leading', column: 0, order: 'dmy' })],
  [{ published: 1, archive: 2, captured: 3, hash: 4 }],
  [{ placePrecision: { column: 0, scale: 'acled' }, calendar: 'hijri', effect: 4 }],
])('`readEntry` takes a saved column mapping that can be: %j', (change) => {
  const mapping = { ...NO_MAPPING, ...change };
  expect(readEntry({ ...entryOf(whole), mapping })?.mapping).toEqual(mapping);
});

/** As version 1 of the stored files wrote it. */
function writtenByVersion1({ name, blob, address, mapping }: SavedFile): unknown {
  const { schema: layout, ...others } = mapping ?? NO_MAPPING;
  return { name, blob, address, meaning: { layout, ...others }, version: 1 };
}

it.each<[string, (file: SavedFile) => unknown, boolean]>([
  ['of this version', entryOf, true],
  ['of version 1, which had other names', writtenByVersion1, true],
  ['of no version', (file: SavedFile) => file, false],
  ['of a later version', (file: SavedFile) => ({ ...file, version: 999 }), false],
  ['damaged', (file: SavedFile) => ({ ...entryOf(file), mapping: { schema: 'x' } }), false],
])('`readEntry` takes a saved column mapping %s as what it is', (_, write, isTaken) => {
  const file = { name: 'a.csv', blob: new Blob(['a']), address: undefined, mapping: NO_MAPPING };
  const read = readEntry(write(file));
  expect(read?.name).toBe('a.csv');
  expect(read?.mapping).toEqual(isTaken ? NO_MAPPING : undefined);
});

it.each([
  [new DOMException('Full.', 'QuotaExceededError'), 'no-room'],
  [new DOMException('Not here.', 'SecurityError'), 'no-storage'],
])('`browserSavedFiles` says why a file is not stored: %s', async (cause, why) => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw cause;
    },
  });
  expect(await browserSavedFiles('a database').put(whole)).toEqual({ why });
});
