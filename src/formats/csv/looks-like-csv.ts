import { decodeTableHead } from '../encoding/decode-head.ts';

const SAMPLE_BYTES = 16_384;

/** Control characters that no text has; tab, line ends, form feed, and the ends of old files it may. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/g;

/** Documents of another kind, by how they begin. `[id],…` and `<5,…` begin tables. */
const OTHER_DOCUMENT =
  /^(?:\{|\[\s*(?:[[{"\]\d-]|true|false|null|$)|<[a-z!?/]|%PDF-|(['"])[^'"\r\n]*\1\s*:|(?:var|let|const)\s+\w+\s*=)/i;

/**
 * True where a file's first bytes are text and do not begin as JSON, XML, HTML or PDF do. Whether the
 * text is a table only its columns show it. Never throws.
 */
export function looksLikeCsv(firstBytes: Uint8Array): boolean {
  const text = decodeTableHead(firstBytes.subarray(0, SAMPLE_BYTES)).trimStart();
  if (text === '' || OTHER_DOCUMENT.test(text)) return false;
  const strange = text.match(NO_TEXT)?.length ?? 0;
  return strange * 1_000 <= text.length;
}
