import { createHash, getRandomValues } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { digestInPieces, sha256Of } from '../../../src/io/file-digest.ts';

const PIECE = 2 ** 20;

const never = { signal: new AbortController().signal, onProgress: () => undefined };

function madeUp(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}
const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

afterEach(() => vi.unstubAllGlobals());

describe('the SHA-256 of a file', () => {
  it.each([0, 1, 63, 64, 65, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])(
    'is the same at once and in pieces: %i bytes',
    async (size) => {
      const bytes = madeUp(size);
      expect(await sha256Of(new Blob([bytes]), never)).toBe(expected(bytes));
      expect(await digestInPieces(new Blob([bytes]), never)).toBe(expected(bytes));
    },
  );

  it('is computed in pieces where the browser has no digest', async () => {
    vi.stubGlobal('crypto', {});
    const parts: number[] = [];
    const bytes = madeUp(2 * PIECE);
    const onProgress = (part: number): number => parts.push(part);
    expect(await sha256Of(new Blob([bytes]), { ...never, onProgress })).toBe(expected(bytes));
    expect(parts).toEqual([0, 0.5]);
  });

  it('is computed in pieces of a large file', async () => {
    const parts: number[] = [];
    const onProgress = (part: number): number => parts.push(part);
    const large = Object.assign(new Blob(), { slice: () => new Blob() });
    Object.defineProperty(large, 'size', { value: 64 * PIECE + 1 });
    await sha256Of(large, { ...never, onProgress });
    expect(parts).toHaveLength(65);
  });

  it('stops when it is cancelled', async () => {
    const cancelled = new AbortController();
    const parts: number[] = [];
    const digest = digestInPieces(new Blob([madeUp(5 * PIECE)]), {
      signal: cancelled.signal,
      onProgress: (part) => {
        parts.push(part);
        if (parts.length === 2) cancelled.abort();
      },
    });
    await expect(digest).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(parts).toEqual([0, 0.2]);
  });
});
