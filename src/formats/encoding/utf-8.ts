const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array | ArrayBuffer): string => lenient.decode(bytes);

/** UTF-8 without its byte order mark; undefined where any byte is no UTF-8. */
export function decodeStrictUtf8(bytes: Uint8Array | ArrayBuffer): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters of more than one byte, and bytes that cannot be UTF-8. */
export type Utf8Evidence = { readonly for: number; readonly against: number };

/** How many bytes follow a first byte; -1 where none can be first. */
function following(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte < 0xc2) return -1;
  if (byte < 0xe0) return 1;
  if (byte < 0xf0) return 2;
  return byte < 0xf5 ? 3 : -1;
}

/** True for what Unicode forbids: overlong forms, halves of pairs, codes past the last. */
const isForbidden = (first: number, second: number): boolean =>
  (first === 0xe0 && second < 0xa0) ||
  (first === 0xed && second > 0x9f) ||
  (first === 0xf0 && second < 0x90) ||
  (first === 0xf4 && second > 0x8f);

/** `isWhole`: a character cut at the end counts as an error. One pass over the bytes. */
export function utf8Evidence(
  bytes: Uint8Array,
  from: number,
  to: number,
  isWhole: boolean,
): Utf8Evidence {
  const evidence = { for: 0, against: 0 };
  for (let at = from; at < to; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const more = following(first);
    let seen = 0;
    while (seen < more && at + seen + 1 < to && ((bytes[at + seen + 1] ?? 0) & 0xc0) === 0x80)
      seen++;
    const isCut = seen < more && at + seen + 1 >= to;
    if (isCut && !isWhole) break;
    if (more === -1 || seen < more || isForbidden(first, bytes[at + 1] ?? 0)) evidence.against++;
    else {
      evidence.for++;
      at += more;
    }
  }
  return evidence;
}
