/** Every text is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoundUtf8 } from '../../../../src/formats/encoding/utf-8-evidence.ts';

const decodesWhole = (bytes: Uint8Array): boolean =>
  !new TextDecoder().decode(bytes, { stream: true }).includes('\ufffd');

/** Bytes at which the rules of UTF-8 change, and some between. */
const byte = fc.constantFrom(
  ...[0x00, 0x2c, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbd, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0],
  ...[0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
);
const letters = fc
  .string({
    unit: fc.constantFrom('a', 'é', '€', '😀', '\u0800', '\ud7ff', '\ufeff', '\ufffd', ',', '\n'),
    maxLength: 12,
  })
  .map((text) => [...new TextEncoder().encode(text)]);
const ascii = fc.array(fc.constantFrom(0x2c, 0x61), { maxLength: 30 });
const pieces = fc
  .array(fc.oneof(letters, ascii, fc.array(byte, { maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.flat());

describe('isSoundUtf8', () => {
  it('says what a decoder says, wherever the bytes begin and end', () => {
    fc.assert(
      fc.property(pieces, fc.nat(7), fc.nat(3), (bytes, before, cut) => {
        const memory = Uint8Array.from([...Array<number>(before).fill(0xff), ...bytes]);
        const piece = memory.subarray(before, Math.max(before, memory.length - cut));
        expect(isSoundUtf8(piece)).toBe(decodesWhole(piece));
      }),
      { numRuns: 2_000 },
    );
  });

  it('says so of sound and broken texts of every length', () => {
    const sound = new TextEncoder().encode('Mosul, الموصل, 😀 — plain text after it');
    for (let end = 0; end <= sound.length; end++)
      expect(isSoundUtf8(sound.subarray(0, end)), `${String(end)} bytes`).toBe(true);
    for (let at = 0; at < sound.length; at++)
      expect(isSoundUtf8(sound.with(at, 0xff)), `byte ${String(at)} broken`).toBe(false);
  });
});
