import { Compression } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { unpackDirectory, unpackPart } from '../../../../src/map/streets/unpack-part.ts';

const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('`unpackDirectory`', () => {
  it('takes a directory that has all the entries that it claims', async () => {
    const directory = bytes(2, 0, 1, 1, 1, 7, 7, 1, 0);
    expect(await unpackDirectory(directory, Compression.None)).toEqual(directory);
  });

  it.each([
    ['claims more entries than it has bytes for', bytes(3, 0, 1, 1, 1, 7, 7, 1, 0)],
    ['begins with no number', bytes(0xff, 0xff)],
    ['is too long', new ArrayBuffer(1024 ** 2 + 1)],
  ])('refuses one that %s', async (_, directory) => {
    await expect(unpackDirectory(directory, Compression.None)).rejects.toThrow(/directory|limit/);
  });
});

describe('`unpackPart`', () => {
  it('refuses a long part that is not packed', async () => {
    const part = new ArrayBuffer(101);
    expect(await unpackPart(part, Compression.None, 101)).toEqual(part);
    await expect(unpackPart(part, Compression.None, 100)).rejects.toThrow('limit');
  });
});
