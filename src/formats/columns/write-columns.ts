import type { IncidentTable } from '../../core/records/incident-table.ts';
import { NO_AREA } from '../../core/place/place-table.ts';
import {
  aligned,
  HEADER_AT,
  MAGIC,
  NO_AREA_BYTE,
  VERSION,
  type ColumnName,
  type Header,
} from './columns-layout.ts';

type Part = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** Magic, length and JSON; spaces after the JSON let the first column begin aligned. */
function headerPart(header: Header): Part {
  const json = JSON.stringify(header);
  const end = HEADER_AT + encoder.encode(json).length;
  const part = encoder.encode(MAGIC + '\0\0\0\0' + json + ' '.repeat(aligned(end) - end));
  new DataView(part.buffer).setUint32(MAGIC.length, part.length - HEADER_AT, true);
  return part;
}

function paddedPart({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Part[] {
  const part = new Uint8Array(buffer, byteOffset, byteLength);
  const padding = aligned(byteLength) - byteLength;
  return padding === 0 ? [part] : [part, new Uint8Array(padding)];
}

/**
 * The table as a file of columns: its parts, to be written one after another. Most columns are views
 * on the table's own memory; codes are narrowed to bytes. Wants a little-endian machine, as all that run browsers are.
 */
export function writeColumns(table: IncidentTable): readonly Part[] {
  const { from, to, place, kind, layer, effectClass, id, places, contents } = table;
  if (contents.kind !== 'texts')
    throw new Error('Only our own records can be written as a file of columns.');
  const { text } = contents;
  if (places.areas.length > NO_AREA_BYTE)
    throw new Error('A file of columns can hold at most 255 areas.');
  const { lon, lat, precision, area, areas, names } = places;
  // In the order of `byteLayoutOf`.
  const columns: Readonly<Record<ColumnName, ArrayBufferView<ArrayBuffer>>> = {
    from,
    to,
    place,
    kind,
    target: Uint8Array.from(layer),
    effectClass,
    id,
    textOffsets: text.offsets,
    text: text.bytes,
    lon,
    lat,
    precision,
    area: Uint8Array.from(area, (code) => (code === NO_AREA ? NO_AREA_BYTE : code)),
    nameOffsets: names.offsets,
    names: names.bytes,
  };
  const header = {
    version: VERSION,
    rows: table.length,
    places: places.length,
    textBytes: text.bytes.length,
    nameBytes: names.bytes.length,
    areas,
  };
  return [headerPart(header), ...Object.values(columns).flatMap(paddedPart)];
}
