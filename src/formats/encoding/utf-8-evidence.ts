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

/** The first byte from `from` on that is not ASCII; `words` are all of the bytes from `wordsFrom` on, by four. */
function afterAscii(
  bytes: Uint8Array,
  from: number,
  words: Uint32Array,
  wordsFrom: number,
): number {
  let at = from;
  while (at < bytes.length && (at < wordsFrom || ((at - wordsFrom) & 3) !== 0)) {
    if ((bytes[at] ?? 0) >= 0x80) return at;
    at++;
  }
  if (at === bytes.length) return at;
  let word = (at - wordsFrom) >> 2;
  while (word < words.length && ((words[word] ?? 0) & 0x80808080) === 0) word++;
  at = Math.max(at, wordsFrom + 4 * word);
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++;
  return at;
}

/**
 * True for UTF-8 without U+FFFD, which says that a letter was lost before; the last character may be cut.
 * The same as decoding the bytes and looking for U+FFFD, without making a text.
 */
export function isSoundUtf8(bytes: Uint8Array): boolean {
  const { length } = bytes;
  const wordsFrom = -bytes.byteOffset & 3;
  const words =
    length < 4
      ? new Uint32Array(0)
      : new Uint32Array(bytes.buffer, bytes.byteOffset + wordsFrom, (length - wordsFrom) >> 2);
  for (let at = 0; at < length;) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      at = afterAscii(bytes, at, words, wordsFrom);
      continue;
    }
    const more = following(first);
    if (more === -1) return false;
    for (let i = at + 1; i <= at + more; i++) {
      if (i >= length) return true;
      const byte = bytes[i] ?? 0;
      if ((byte & 0xc0) !== 0x80 || (i === at + 1 && isForbidden(first, byte))) return false;
    }
    if (first === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return false;
    at += more + 1;
  }
  return true;
}
