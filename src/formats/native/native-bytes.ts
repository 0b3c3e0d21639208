import { decodeUtf8 } from '../encoding/utf-8.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { LINE_FEED, linesOf } from '../json/lines-of.ts';
import { looksLikeJsonLines } from '../json/open-json-lines.ts';

const RECORD_SEPARATOR = 0x1e;
const MARK_BYTES = 3;

const encoder = new TextEncoder();
const HEAD = encoder.encode('{"type":"FeatureCollection","features":');
const [OPEN, CLOSE, COMMA, END] = ['[', ']', ',', '}'].map((text) => encoder.encode(text)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const NO_FEATURE = encoder.encode('null');

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(MARK_BYTES) : bytes;

/** A line that is no JSON becomes a feature that is none: it is reported and the others are read. */
function featuresIn(source: ByteSource): Uint8Array[] {
  const isSeparated = source.read(0, 1)[0] === RECORD_SEPARATOR;
  const features: Uint8Array[] = [];
  for (const { bytes } of linesOf(source, isSeparated ? RECORD_SEPARATOR : LINE_FEED)) {
    const text = bytes ? decodeUtf8(bytes).trim() : '?';
    if (text === '') continue;
    if (features.length > 0) features.push(COMMA);
    features.push(bytes && isJson(text) ? withoutMark(bytes) : NO_FEATURE);
  }
  return features;
}

/** A file of our own records as one FeatureCollection, however its features are listed. */
export function nativeBytes(source: ByteSource): Uint8Array<ArrayBuffer> {
  const bytes = source.read(0, source.size);
  if (looksLikeJsonLines(source)) return joined([HEAD, OPEN, ...featuresIn(source), CLOSE, END]);
  const text = decodeUtf8(bytes);
  if (/^\s*\[/.test(text)) return joined([HEAD, withoutMark(bytes), END]);
  // A feature by itself, not in a collection.
  return /"features"\s*:\s*\[/.test(text)
    ? bytes
    : joined([HEAD, OPEN, withoutMark(bytes), CLOSE, END]);
}
