import { expect, it } from 'vitest';
import fc from 'fast-check';
import { crc32 } from '../../../../src/formats/archive/crc32.ts';

/** Bit by bit, as RFC 1952 describes it. */
function slowly(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

it('is that of the standard for its test text', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('is the same however the bytes are cut, and wherever they begin in memory', () => {
  const cut = fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(9));
  fc.assert(
    fc.property(cut, ([bytes, at, offset]) => {
      const memory = new Uint8Array(offset + bytes.length);
      memory.set(bytes, offset);
      const moved = memory.subarray(offset);
      expect(crc32(moved.subarray(at), crc32(moved.subarray(0, at)))).toBe(slowly(bytes));
    }),
  );
});
