const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array | ArrayBuffer): string => lenient.decode(bytes);

/** UTF-8 without its byte order mark; undefined where any byte is no UTF-8. */
export function decodeStrictUtf8(bytes: Uint8Array | ArrayBuffer): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
