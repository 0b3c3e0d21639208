import type { Encoding } from '../../core/mapping/format-info.ts';

/** What Windows-1252 puts where Latin-1 has control codes; U+FFFD for the five bytes it leaves free. */
const WINDOWS_1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Bytes 0x80 to 0xFF of the two code pages that no browser decodes (Unicode's CP437.TXT, CP850.TXT). */
const DOS: Readonly<Partial<Record<Encoding, string>>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

const MULTI_BYTE: ReadonlySet<Encoding> = new Set([
  ...(['utf-8', 'utf-16le', 'utf-16be'] as const),
  ...(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const),
]);

const tables = new Map<Encoding, Uint16Array<ArrayBuffer>>();

/** Characters 0x80 to 0xFF of a code page. Windows-1252 by hand: Node 20 decodes it as Latin-1. */
function upperHalf(encoding: Encoding): string {
  const dos = DOS[encoding];
  if (dos !== undefined) return dos;
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at);
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return WINDOWS_1252 + String.fromCharCode(...bytes.subarray(32));
}

/** The character of every byte; U+FFFD for control codes, which no text has on purpose. */
function tableOf(encoding: Encoding): Uint16Array<ArrayBuffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const upper = upperHalf(encoding);
  const table = Uint16Array.from({ length: 256 }, (_, byte) => {
    const code = byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80);
    return code >= 0x80 && code < 0xa0 ? 0xfffd : code;
  });
  tables.set(encoding, table);
  return table;
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

const western = tableOf('windows-1252');

/** Some bytes as Windows-1252: faster than `decodeAs` for the few bytes of a cell. */
export function decodeWindows1252(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(western[bytes[at] ?? 0] ?? 0);
  return text;
}

/** Decodes one piece of a text after the other; the last call has no bytes. */
export type PieceDecoder = (bytes?: Uint8Array) => string;

/**
 * A decoder for the pieces of one text. Bytes that the encoding does not have become U+FFFD.
 * Single-byte encodings go through a table of our own, so that every platform reads them alike.
 */
export function decoderOf(encoding: Encoding): PieceDecoder {
  if (MULTI_BYTE.has(encoding)) {
    const decoder = new TextDecoder(encoding);
    return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
  }
  const table = tableOf(encoding);
  return (bytes) =>
    bytes ? utf16.decode(Uint16Array.from(bytes, (byte) => table[byte] ?? 0)) : '';
}

/** The whole of some bytes as text. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  const decode = decoderOf(encoding);
  return decode(bytes) + decode();
}
