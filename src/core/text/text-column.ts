/** Many texts in one byte array; one is decoded at a time. */
export type TextColumn = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Text i is `bytes[offsets[i] .. offsets[i + 1])`, so there is one offset more than texts. */
  readonly offsets: Uint32Array<ArrayBuffer>;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function textColumn(texts: readonly string[]): TextColumn {
  const encoded = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, i) => (offsets[i + 1] = (offsets[i] ?? 0) + bytes.length));
  const bytes = new Uint8Array(offsets[texts.length] ?? 0);
  encoded.forEach((part, i) => {
    bytes.set(part, offsets[i]);
  });
  return { bytes, offsets };
}

export const textAt = (column: TextColumn, index: number): string =>
  decoder.decode(column.bytes.subarray(column.offsets[index], column.offsets[index + 1]));
