/**
 * Whole numbers below 2³² in 1 to 5 bytes ("variable byte code": Manning, Raghavan and Schütze, Introduction
 * to Information Retrieval, 5.3.1; here the low bits come first, as in LEB128):
 *
 *     300 = 0b10_0101100  ─▶  1 0101100 │ 0 0000010
 *                             │         └ 0: the last byte
 *                             └ 1: more bytes follow
 */
export const MAX_VARINT_BYTES = 5;

export const varintLength = (value: number): number =>
  value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : value < 2 ** 21 ? 3 : value < 2 ** 28 ? 4 : 5;

/** Returns where the next value goes. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let end = at;
  for (; rest >= 2 ** 7; rest >>>= 7) bytes[end++] = (rest & 0x7f) | 0x80;
  bytes[end++] = rest;
  return end;
}
