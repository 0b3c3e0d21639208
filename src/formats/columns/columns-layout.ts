import { decodeUtf8 } from '../encoding/utf-8.ts';
/** The first bytes of every file of columns, in ASCII. */
export const MAGIC = 'DATELINE';
export const VERSION = 1;
/** What the file writes for no area: its codes are bytes. */
export const NO_AREA_BYTE = 0xff;

/** True where the bytes claim to be a file of columns, even a broken one; never throws. */
export const isColumnsFile = (bytes: ArrayBuffer): boolean =>
  bytes.byteLength >= MAGIC.length && decodeUtf8(new Uint8Array(bytes, 0, MAGIC.length)) === MAGIC;

/** Magic, then the length of the header: four bytes, little-endian as all numbers of the file. */
export const HEADER_AT = MAGIC.length + 4;

/** How many entries the columns have. */
export type Lengths = {
  readonly rows: number;
  readonly places: number;
  readonly textBytes: number;
  readonly nameBytes: number;
};

export type Header = Lengths & { readonly version: number; readonly areas: readonly string[] };

/** The next position, in bytes, at which a column may begin. */
export const aligned = (position: number): number => Math.ceil(position / 8) * 8;

/** Where each column begins, in bytes after the header, in the order of the file. */
export function byteLayoutOf({ rows, places, textBytes, nameBytes }: Lengths) {
  let size = 0;
  const column = (length: number, bytesEach: number): number => {
    const start = size;
    size = aligned(start + length * bytesEach);
    return start;
  };
  const starts = {
    from: column(rows, 4),
    to: column(rows, 4),
    place: column(rows, 4),
    kind: column(rows, 1),
    target: column(rows, 1),
    effectClass: column(rows, 1),
    id: column(rows, 4),
    textOffsets: column(rows + 1, 4),
    text: column(textBytes, 1),
    lon: column(places, 8),
    lat: column(places, 8),
    precision: column(places, 1),
    area: column(places, 1),
    nameOffsets: column(places + 1, 4),
    names: column(nameBytes, 1),
  };
  return { starts, size };
}

export type ColumnName = keyof ReturnType<typeof byteLayoutOf>['starts'];
