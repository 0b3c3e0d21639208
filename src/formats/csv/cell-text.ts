import { isBlankByte, QUOTE } from './ascii.ts';
import { decodeRowText } from '../encoding/row-text.ts';

/** Longer texts are decoded faster by the platform; measured in Node 20. */
const SHORT_BYTES = 32;
const text = String.fromCharCode;

/** ASCII text of a few bytes, eight at a time: a third of the time that a decoder's call takes. */
function shortText(b: Uint8Array, from: number, to: number): string {
  let at = from;
  let head = '';
  for (; to - at >= 8; at += 8)
    head += text(
      b[at] ?? 0,
      b[at + 1] ?? 0,
      b[at + 2] ?? 0,
      b[at + 3] ?? 0,
      b[at + 4] ?? 0,
      b[at + 5] ?? 0,
      b[at + 6] ?? 0,
      b[at + 7] ?? 0,
    );
  if (to - at >= 4) {
    head += text(b[at] ?? 0, b[at + 1] ?? 0, b[at + 2] ?? 0, b[at + 3] ?? 0);
    at += 4;
  }
  if (to - at === 3) return head + text(b[at] ?? 0, b[at + 1] ?? 0, b[at + 2] ?? 0);
  if (to - at === 2) return head + text(b[at] ?? 0, b[at + 1] ?? 0);
  return to - at === 1 ? head + text(b[at] ?? 0) : head;
}

/** True where every quote between is one of a pair. */
function hasOnlyPairedQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE && bytes[++at] !== QUOTE) return false;
  return true;
}

function trimmedText(bytes: Uint8Array, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlankByte(bytes[start] ?? 0)) start++;
  while (start < end && isBlankByte(bytes[end - 1] ?? 0)) end--;
  if (end - start > SHORT_BYTES) return decodeRowText(bytes, start, end).trim();
  let every = 0;
  for (let at = start; at < end; at++) every |= bytes[at] ?? 0;
  return every < 0x80 ? shortText(bytes, start, end) : decodeRowText(bytes, start, end).trim();
}

/**
 * The text of a cell as a reader means it: no white space around it; its quotes taken off and its
 * doubled ones single, where it is quoted as it should be; otherwise every quote stays.
 */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlankByte(bytes[start] ?? 0)) start++;
  if (bytes[start] !== QUOTE || start === end) return trimmedText(bytes, start, end);
  while (isBlankByte(bytes[end - 1] ?? 0)) end--;
  if (end - start < 2 || bytes[end - 1] !== QUOTE) return trimmedText(bytes, start, end);
  start++;
  end--;
  const quote = bytes.subarray(start, end).indexOf(QUOTE);
  if (quote === -1) return trimmedText(bytes, start, end);
  if (!hasOnlyPairedQuotes(bytes, start + quote, end))
    return trimmedText(bytes, start - 1, end + 1);
  return trimmedText(bytes, start, end).replaceAll('""', '"');
}
