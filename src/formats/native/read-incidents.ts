import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { ReadEdtf } from '../../core/time/common-edtf.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { ReadRecords } from '../table/format.ts';
import { decodeText, notUtf8 } from './decode-text.ts';
import { examineCollection } from './examine-collection.ts';

/**
 * Reads a GeoJSON text of our own records in the order of the file; a record with a fault is
 * dropped and every fault of it reported. Times become civil minutes, `utcOffset` east of UTC.
 */
export function readIncidentCollection(
  file: string,
  text: string,
  utcOffset: Minute,
  readEdtf: ReadEdtf,
): Result<ReadRecords, Fault> {
  const examined = examineCollection(file, text, utcOffset, readEdtf);
  if (examined.kind === 'failed') return examined;
  const twice = examined.value.repeated.find(
    ({ field }) => field === 'features' || field === 'type',
  );
  if (twice) {
    const { field, problem } = twice;
    return failed({ kind: 'not-json', file, mistake: { kind: 'field', field, problem } });
  }
  const records = examined.value.records.flatMap(({ sound }) => sound ?? []);
  const read = examined.value.records.length;
  const faults = examined.value.records.flatMap((record) => record.faults);
  const report = { file, read, kept: records.length, dropped: read - records.length, faults };
  return ok({ records, report });
}

/**
 * Reads the bytes of a file of our own records. A record with a byte that is no UTF-8 has lost a
 * character, and is dropped as faulty; where such a byte lies outside of all records, the file fails.
 */
export function readIncidentFile(
  file: string,
  bytes: Uint8Array | ArrayBuffer,
  utcOffset: Minute,
  readEdtf: ReadEdtf,
): Result<ReadRecords, Fault> {
  const decoded = decodeText(file, bytes);
  if (decoded.kind === 'failed') return decoded;
  const { text, isUtf8 } = decoded.value;
  const read = readIncidentCollection(file, text, utcOffset, readEdtf);
  if (isUtf8 || (read.kind === 'ok' && read.value.report.dropped > 0)) return read;
  return failed(notUtf8(file, text));
}
