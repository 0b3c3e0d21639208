import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { decodeWindows1252 } from './decoders.ts';
import { decodeUtf8 } from './utf-8.ts';
import { isSoundUtf8, utf8Evidence } from './utf-8-evidence.ts';

/*
 * The rows of delimited text come from many hands, and so do their encodings: each cell of a file in UTF-8
 * or Windows-1252 is read by itself, and rows in which that made a difference are noted.
 */

/** Bytes that are no UTF-8 are Windows-1252: so one unusual cell spoils no other. */
export function decodeRowText(bytes: Uint8Array, from: number, to: number): string {
  const text = decodeUtf8(bytes.subarray(from, to));
  if (!text.includes('\ufffd') || utf8Evidence(bytes, from, to, true).against === 0) return text;
  return decodeWindows1252(bytes, from, to);
}

/** Windows-1252 has no character for them: they are read as U+FFFD. */
const FREE_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d] as const;

/** True where a piece of a file needs no look at its rows. The last character may be cut. */
export const areLettersSound = (bytes: Uint8Array, encoding: FormatInfo['encoding']): boolean =>
  encoding !== 'windows-1252' && isSoundUtf8(bytes);

/** Whether a row of delimited text has letters that the encoding of its file does not settle. */
export function lettersOf(
  row: Uint8Array,
  encoding: FormatInfo['encoding'],
): 'mixed' | 'lost' | undefined {
  const evidence = utf8Evidence(row, 0, row.length, true);
  if (encoding === 'windows-1252') {
    if (evidence.for > 0) return 'mixed';
    return evidence.against > 0 && FREE_IN_1252.some((byte) => row.includes(byte))
      ? 'lost'
      : undefined;
  }
  if (evidence.against > 0) return 'mixed';
  return evidence.for > 0 && decodeUtf8(row).includes('\ufffd') ? 'lost' : undefined;
}
