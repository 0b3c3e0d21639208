import type { Fault } from '../../core/faults/fault.ts';
import type { FileHead } from '../table/format.ts';
import { rootNameOf } from '../xml/root-name.ts';

/** What a file looks like that we do not open. */
export type Lookalike = NonNullable<
  Extract<Fault, { readonly kind: 'unknown-format' }>['looksLike']
>;

type Sign<Kind> = readonly [readonly (number | undefined)[], Kind];

const ascii = (text: string): readonly number[] => Array.from(text, (one) => one.charCodeAt(0));

const ARCHIVES: readonly Sign<'zip' | 'gzip'>[] = [
  [[0x50, 0x4b, 3, 4], 'zip'],
  [[0x50, 0x4b, 5, 6], 'zip'],
  [[0x1f, 0x8b, 8], 'gzip'],
];

const OTHERS: readonly Sign<Lookalike>[] = [
  [ascii('%PDF-'), 'pdf'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'office'],
  [ascii('{\\rtf'), 'office'],
  [[0, 0, 0x27, 0x0a], 'shapefile'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [ascii('GIF8'), 'picture'],
  [ascii('II*\0'), 'picture'],
  [ascii('MM\0*'), 'picture'],
  [[...ascii('RIFF'), , , , , ...ascii('WEBP')], 'picture'],
];

const signOf = <Kind>(bytes: Uint8Array, signs: readonly Sign<Kind>[]): Kind | undefined =>
  signs.find(([sign]) => sign.every((byte, i) => byte === undefined || bytes[i] === byte))?.[1];

/** A dBase table, the `.dbf` of a shapefile: version, date of the last change, then a header of 32 n + 1. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x03, 0x30, 0x83, 0x8b, 0xf5].includes(version) || bytes.length < 33) return false;
  const header = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header > 32;
}

/** The archive that a file is, by its first bytes. */
export const archiveKind = (bytes: Uint8Array): 'zip' | 'gzip' | undefined =>
  signOf(bytes, ARCHIVES);

/** A format that begins with a sign of its own, which we do not open. */
export const signedLookalike = (bytes: Uint8Array): Lookalike | undefined =>
  signOf(bytes, OTHERS) ?? (isDbase(bytes) ? 'shapefile' : undefined);

const HTML = new Set(['html', 'head', 'body', 'div', 'script']);

/** What a file looks like that no format of ours detects; undefined for text of no known kind. */
export function lookalikeOf(head: FileHead): Lookalike | undefined {
  if (head.first !== undefined && !head.isText) return 'binary';
  return HTML.has(rootNameOf(head) ?? '') ? 'html' : undefined;
}
