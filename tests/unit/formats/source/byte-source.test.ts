import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  blobSource,
  memorySource,
  readBehind,
  readingAhead,
  WINDOW_STEP_BYTES,
} from '../../../../src/formats/source/byte-source.ts';
import type { ByteSource } from '../../../../src/formats/source/byte-source.ts';

const bytes = Uint8Array.from({ length: 5 * WINDOW_STEP_BYTES + 7 }, (_, i) => (i * 31) & 255);

function counted(): { source: ByteSource; reads: () => number } {
  let reads = 0;
  const memory = memorySource('a.csv', bytes);
  const read: ByteSource['read'] = (from, to) => {
    reads++;
    return memory.read(from, to);
  };
  return { source: { name: 'a.csv', size: bytes.length, read }, reads: () => reads };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('bytes in memory', () => {
  it('return the requested bytes, and fewer at the end', () => {
    const source = memorySource('a.csv', Uint8Array.of(1, 2, 3));
    expect(source.size).toBe(3);
    expect(source.read(1, 2)).toEqual(Uint8Array.of(2));
    expect(source.read(2, 9)).toEqual(Uint8Array.of(3));
    expect(source.read(5, 9)).toHaveLength(0);
  });
});

describe('a `Blob` as a byte source', () => {
  it('is read in parts', () => {
    vi.stubGlobal(
      'FileReaderSync',
      class {
        readAsArrayBuffer = (part: { cut: Uint8Array }): ArrayBuffer =>
          Uint8Array.from(part.cut).buffer;
      },
    );
    const cuts: number[][] = [];
    const slice = (from: number, to: number): { cut: Uint8Array } => {
      cuts.push([from, to]);
      return { cut: bytes.subarray(from, to) };
    };
    const source = blobSource('a.csv', { size: bytes.length, slice } as unknown as Blob);
    expect(source.size).toBe(bytes.length);
    expect(source.read(3, 6)).toEqual(bytes.slice(3, 6));
    expect(cuts).toEqual([[3, 6]]);
  });
});

describe('a large `Blob` as a byte source', () => {
  const MEGABYTE = 1024 * 1024;
  const large = Uint8Array.from({ length: 35 * MEGABYTE + 5 }, (_, i) => (i * 31 + (i >> 8)) & 255);

  /** `meanwhile` answers when it is let, as a thread that is busy lets it. */
  function watched(): {
    readonly source: ByteSource;
    readonly atOnce: number[];
    readonly meanwhile: number[];
    readonly fail: { isOn: boolean };
  } {
    const atOnce: number[] = [];
    const meanwhile: number[] = [];
    const fail = { isOn: false };
    const slice = (from: number, to: number): { from: number; to: number } => ({ from, to });
    const cut = (part: Blob): { from: number; buffer: ArrayBuffer } => {
      const { from, to } = part as unknown as { from: number; to: number };
      return { from, buffer: large.slice(from, to).buffer };
    };
    const blob = { size: large.length, slice } as unknown as Blob;
    const source = readBehind('a.csv', blob, {
      now: (part) => {
        const { from, buffer } = cut(part);
        atOnce.push(from / MEGABYTE);
        return buffer;
      },
      meanwhile: (part) => {
        const { from, buffer } = cut(part);
        meanwhile.push(from / MEGABYTE);
        return fail.isOn ? Promise.reject(new Error('Made up.')) : Promise.resolve(buffer);
      },
    });
    return { source, atOnce, meanwhile, fail };
  }

  /** Lets what was asked for arrive. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  const isAsItStands = (source: ByteSource, from: number, to: number): boolean =>
    Buffer.compare(source.read(from, to), large.subarray(from, to)) === 0;

  it('gives the same bytes at any position, with or without yielding', async () => {
    const { source } = watched();
    for (const [from, to] of [
      [0, 4],
      [4 - 0.001, 8 - 0.001],
      [7.99, 12],
      [20, 30],
      [3, 17],
      [31, 99],
      [0, 35],
    ] as const) {
      const [first, last] = [Math.floor(from * MEGABYTE), Math.floor(to * MEGABYTE)];
      expect(isAsItStands(source, first, last)).toBe(true);
      if (from > 5) await Promise.resolve();
    }
  });

  it('loads the next blocks ahead, so that only the first one is waited for', async () => {
    const { source, atOnce, meanwhile } = watched();
    source.read(0, 4 * MEGABYTE);
    expect(meanwhile, 'the next three at once').toEqual([8, 16, 24]);
    for (let from = 4 * MEGABYTE; from < large.length; from += 4 * MEGABYTE) {
      await settled();
      source.read(from, from + 4 * MEGABYTE);
    }
    expect(atOnce).toEqual([0]);
    expect(meanwhile).toEqual([8, 16, 24, 32]);
  });

  it('keeps nothing when the end was read, however short the last piece is', async () => {
    const { source, atOnce } = watched();
    for (let from = 0; from < large.length; from += 5 * MEGABYTE) {
      source.read(from, from + 5 * MEGABYTE);
      await settled();
    }
    expect(atOnce).toEqual([0]);
    source.read(30 * MEGABYTE, 34 * MEGABYTE);
    expect(atOnce, 'all is read anew').toEqual([0, 24, 32]);
  });

  it('is `ready` when the blocks that the next piece needs have come', async () => {
    const { source, atOnce } = watched();
    const piece = 4 * MEGABYTE;
    source.read(0, piece);
    expect(source.ready?.(piece), 'the block is there').toBeUndefined();
    source.read(piece, 2 * piece);
    expect(source.ready?.(piece), 'much of the piece is left').toBeUndefined();
    await source.ready?.(2 * piece - 1);
    expect(source.ready?.(2 * piece - 1)).toBeUndefined();
    source.read(2 * piece, 3 * piece);
    expect(atOnce).toEqual([0]);
  });

  it('reads synchronously what is not loaded yet or failed to load', async () => {
    const { source, atOnce, fail } = watched();
    fail.isOn = true;
    source.read(0, 4 * MEGABYTE);
    await settled();
    expect(isAsItStands(source, 6 * MEGABYTE, 10 * MEGABYTE)).toBe(true);
    expect(atOnce).toEqual([0, 8]);
  });
});

describe('`readingAhead`', () => {
  it('gives the bytes of the source at any position', () => {
    const near = readingAhead(counted().source);
    for (const from of [
      0,
      9,
      WINDOW_STEP_BYTES - 1,
      3 * WINDOW_STEP_BYTES + 5,
      12,
      bytes.length - 2,
    ])
      for (const length of [0, 1, 100, WINDOW_STEP_BYTES, 2 * WINDOW_STEP_BYTES])
        expect(
          Buffer.compare(near.read(from, from + length), bytes.slice(from, from + length)),
        ).toBe(0);
  });

  it('reads the file once for neighbouring rows, in both directions', () => {
    const { source, reads } = counted();
    const near = readingAhead(source);
    const first = 2 * WINDOW_STEP_BYTES;
    for (let from = first; from < first + 50_000; from += 500) near.read(from, from + 64 * 1024);
    for (let from = first + 50_000; from >= first; from -= 500) near.read(from, from + 500);
    expect(reads()).toBe(1);
  });

  it('does not keep what is too large for its window', () => {
    const { source, reads } = counted();
    const near = readingAhead(source);
    near.read(0, 10);
    near.read(0, bytes.length);
    near.read(5, 10);
    expect(reads()).toBe(2);
  });
});
