import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { utf8Evidence } from './utf-8-evidence.ts';

const utf8 = new TextDecoder();

/** Windows-1252 has no character for them. */
const FREE_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d] as const;

/**
 * True where a piece of a file needs no look at its rows: one pass by the platform's own decoder. The
 * last character may be cut.
 */
export function areLettersSound(bytes: Uint8Array, encoding: FormatInfo['encoding']): boolean {
  if (encoding === 'windows-1252') return false;
  return !new TextDecoder().decode(bytes, { stream: true }).includes('\ufffd');
}

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
  return evidence.for > 0 && utf8.decode(row).includes('\ufffd') ? 'lost' : undefined;
}
