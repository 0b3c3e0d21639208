import { decodeUtf8 } from '../encoding/utf-8.ts';
import type { TableFileIssue, Fault } from '../../core/faults/fault.ts';
import { periodOf, type IncidentTable } from '../../core/records/incident-table.ts';
import { targetLayers } from '../../core/records/layer.ts';
import { NO_AREA } from '../../core/place/place-table.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { isObject } from '../source/is-object.ts';
import { parseJson } from '../source/read-json.ts';
import {
  HEADER_AT,
  byteLayoutOf,
  isColumnsFile,
  MAGIC,
  NO_AREA_BYTE,
  VERSION,
  type Header,
} from './columns-layout.ts';
import { issueOf } from './table-issue.ts';

/** Room for 255 names of areas; a longer header is a broken length. */
const MAX_HEADER_BYTES = 100_000;

const widened = (codes: Uint8Array): Uint16Array<ArrayBuffer> => new Uint16Array(codes);

const areaCodes = (bytes: Uint8Array): Uint16Array<ArrayBuffer> =>
  widened(bytes).map((code) => (code === NO_AREA_BYTE ? NO_AREA : code));

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isNameList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function headerOf(json: string): Result<Header, TableFileIssue> {
  const parsed = parseJson('', json);
  if (parsed.kind === 'failed' || !isObject(parsed.value)) return failed('header');
  const { version, rows, places, textBytes, nameBytes, areas } = parsed.value;
  if (version !== VERSION) return failed('version');
  if (!isLength(rows) || !isLength(places) || !isLength(textBytes) || !isLength(nameBytes))
    return failed('header');
  if (!isNameList(areas) || areas.length > NO_AREA_BYTE) return failed('header');
  return ok({ version, rows, places, textBytes, nameBytes, areas });
}

/** The columns as views, from byte `first` on. */
function tableIn(bytes: ArrayBuffer, first: number, header: Header): IncidentTable {
  const { rows, places, textBytes, nameBytes, areas } = header;
  const { starts } = byteLayoutOf(header);
  const columns = {
    length: rows,
    from: new Int32Array(bytes, first + starts.from, rows),
    to: new Int32Array(bytes, first + starts.to, rows),
    place: new Uint32Array(bytes, first + starts.place, rows),
    kind: new Uint8Array(bytes, first + starts.kind, rows),
    layer: widened(new Uint8Array(bytes, first + starts.target, rows)),
    effectClass: new Uint8Array(bytes, first + starts.effectClass, rows),
    // Such a file is made up to measure with, and says nothing of people and reports.
    people: undefined,
    reported: undefined,
    traits: undefined,
    deaths: new Uint8Array(rows),
    origins: new Uint8Array(rows),
    id: new Uint32Array(bytes, first + starts.id, rows),
    isUndated: new Uint8Array(rows),
    layers: targetLayers(),
    places: {
      length: places,
      lon: new Float64Array(bytes, first + starts.lon, places),
      lat: new Float64Array(bytes, first + starts.lat, places),
      precision: new Uint8Array(bytes, first + starts.precision, places),
      area: areaCodes(new Uint8Array(bytes, first + starts.area, places)),
      areas,
      names: {
        bytes: new Uint8Array(bytes, first + starts.names, nameBytes),
        offsets: new Uint32Array(bytes, first + starts.nameOffsets, places + 1),
      },
    },
  };
  const text = {
    bytes: new Uint8Array(bytes, first + starts.text, textBytes),
    offsets: new Uint32Array(bytes, first + starts.textOffsets, rows + 1),
  };
  return { ...columns, contents: { kind: 'texts', text }, period: periodOf(columns) };
}

function tableOf(bytes: ArrayBuffer): Result<IncidentTable, TableFileIssue> {
  if (!isColumnsFile(bytes)) return failed('magic');
  if (bytes.byteLength < HEADER_AT) return failed('size');
  const headerBytes = new DataView(bytes).getUint32(MAGIC.length, true);
  const first = HEADER_AT + headerBytes;
  if (headerBytes > MAX_HEADER_BYTES || first % 8 !== 0) return failed('header');
  if (first > bytes.byteLength) return failed('size');
  const header = headerOf(decodeUtf8(new Uint8Array(bytes, HEADER_AT, headerBytes)));
  if (header.kind === 'failed') return header;
  if (first + byteLayoutOf(header.value).size !== bytes.byteLength) return failed('size');
  const table = tableIn(bytes, first, header.value);
  const issue = issueOf(table);
  return issue === undefined ? ok(table) : failed(issue);
}

/**
 * Reads what `writeColumns` wrote. Nearly every column is a view on `bytes`, and the table
 * lives as long as they are not moved. What is untrue of a table fails as `bad-columns`; the
 * records' own JSON is not looked at before it is shown.
 */
export function readColumns(file: string, bytes: ArrayBuffer): Result<IncidentTable, Fault> {
  const read = tableOf(bytes);
  if (read.kind === 'ok') return read;
  return failed({ kind: 'bad-columns', file, reason: read.failure });
}
