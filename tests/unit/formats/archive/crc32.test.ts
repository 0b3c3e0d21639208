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

it('`crc32` has the standard value for the standard test text', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('`crc32` does not depend on how bytes are cut or where they begin in memory', () => {
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
