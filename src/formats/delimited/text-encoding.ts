import type { SheetForm } from '../sheet/sheet.ts';
import { utf8Evidence } from './utf-8-evidence.ts';

export type Encoding = NonNullable<SheetForm['encoding']>;

export type EncodingGuess = {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly markBytes: number;
};

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const ZERO_SAMPLE_BYTES = 16_384;

/**
 * Delimiters, digits and line ends have a zero byte each in UTF-16, always on the same side; other
 * text has none. A tenth of the pairs on one side and hardly any on the other is enough.
 */
function zeroBytes(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(bytes.length, ZERO_SAMPLE_BYTES) / 2);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++;
    if (bytes[2 * pair + 1] === 0) second++;
  }
  if (second > pairs / 10 && first < second / 10) return 'utf-16le';
  if (first > pairs / 10 && second < first / 10) return 'utf-16be';
  return undefined;
}

/** From a file's first bytes: its mark, else its zero bytes, else what most of its bytes fit. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (mark) return { encoding: mark.encoding, markBytes: mark.bytes.length };
  const wide = zeroBytes(bytes);
  if (wide) return { encoding: wide, markBytes: 0 };
  const evidence = utf8Evidence(bytes, 0, bytes.length, false);
  const encoding = evidence.against > evidence.for ? 'windows-1252' : 'utf-8';
  return { encoding, markBytes: 0 };
}
