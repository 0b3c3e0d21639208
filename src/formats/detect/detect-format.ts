import { decodeHead } from '../encoding/decode-document.ts';

/** What the first bytes of a file say that it is. */
export type DetectedFormat =
  | { readonly kind: 'zip' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'json' }
  | { readonly kind: 'kml' }
  | { readonly kind: 'gpx' }
  /** Text of no format that has a sign of its own: a table, perhaps. */
  | { readonly kind: 'text' }
  /** An XML document of another vocabulary. */
  | { readonly kind: 'other-xml' }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'lookalike';
      readonly looksLike: 'html' | 'pdf' | 'office' | 'shapefile' | 'picture' | 'binary';
    };

/** How many bytes of a file's beginning `recognise` wants. */
export const HEAD_BYTES = 1 << 16;

type Sign = readonly [readonly (number | undefined)[], DetectedFormat];

const ascii = (text: string): readonly number[] => Array.from(text, (one) => one.charCodeAt(0));
const like = (looksLike: 'pdf' | 'office' | 'shapefile' | 'picture'): DetectedFormat => ({
  kind: 'lookalike',
  looksLike,
});

const SIGNS: readonly Sign[] = [
  [[0x50, 0x4b, 3, 4], { kind: 'zip' }],
  [[0x50, 0x4b, 5, 6], { kind: 'zip' }],
  [[0x1f, 0x8b, 8], { kind: 'gzip' }],
  [ascii('%PDF-'), like('pdf')],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], like('office')],
  [ascii('{\\rtf'), like('office')],
  [[0, 0, 0x27, 0x0a], like('shapefile')],
  [[0x89, 0x50, 0x4e, 0x47], like('picture')],
  [[0xff, 0xd8, 0xff], like('picture')],
  [ascii('GIF8'), like('picture')],
  [ascii('II*\0'), like('picture')],
  [ascii('MM\0*'), like('picture')],
  [[...ascii('RIFF'), , , , , ...ascii('WEBP')], like('picture')],
];

/** A dBase table, the `.dbf` of a shapefile: version, date of the last change, then a header of 32 n + 1. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x03, 0x30, 0x83, 0x8b, 0xf5].includes(version) || bytes.length < 33) return false;
  const header = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header > 32;
}

const beforeRoot = /^(?:\s|<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\]\s*)?>)*/i;
const rootName = /^<(?:[\w.-]+:)?([\w.-]+)/;

function recogniseMarkup(text: string): DetectedFormat {
  if (/^\s*<!DOCTYPE\s+html/i.test(text)) return { kind: 'lookalike', looksLike: 'html' };
  const rest = text.replace(beforeRoot, '');
  switch (rootName.exec(rest)?.[1]?.toLowerCase() ?? '') {
    case 'html':
    case 'head':
    case 'body':
    case 'div':
    case 'script':
      return { kind: 'lookalike', looksLike: 'html' };
    case 'kml':
    case 'document':
    case 'folder':
    case 'placemark':
      return { kind: 'kml' };
    case 'gpx':
      return { kind: 'gpx' };
    default:
      return { kind: 'other-xml' };
  }
}

/** Control characters that no text has; a tab, line ends and a form feed it may have. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c\u001d]/;

/** Recognises a file by its first bytes, never by its name. */
export function detectFormat(head: Uint8Array): DetectedFormat {
  for (const [sign, recognised] of SIGNS)
    if (sign.every((byte, i) => byte === undefined || head[i] === byte)) return recognised;
  if (isDbase(head)) return like('shapefile');
  const text = decodeHead(head).replace(/^\ufeff/, '');
  const first = /[^\s\u001e]/.exec(text)?.[0];
  if (first === undefined) return { kind: 'blank' };
  if (first === '{' || first === '[') return { kind: 'json' };
  if (NO_TEXT.test(text)) return { kind: 'lookalike', looksLike: 'binary' };
  return first === '<' ? recogniseMarkup(text.trimStart()) : { kind: 'text' };
}
