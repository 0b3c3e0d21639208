import type { Fault } from '../../core/fault.ts';
import type { DatedIncident } from '../../core/incident/incident-table.ts';
import type { ReadingReport } from '../../core/incident/reading-report.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Minute } from '../../core/time/minute.ts';
import { examineCollection } from './examine-collection.ts';

export type ReadIncidents = {
  readonly records: readonly DatedIncident[];
  readonly report: ReadingReport;
};

/**
 * Reads a GeoJSON text of our own records in the order of the file; a record with a fault is
 * dropped and every fault of it reported. Times become civil minutes, `utcOffset` east of UTC.
 */
export function readIncidentCollection(
  file: string,
  text: string,
  utcOffset: Minute,
): Result<ReadIncidents, Fault> {
  const examined = examineCollection(file, text, utcOffset);
  if (examined.kind === 'failed') return examined;
  const records = examined.value.flatMap(({ sound }) => sound ?? []);
  const read = examined.value.length;
  const faults = examined.value.flatMap((record) => record.faults);
  const report = { file, read, kept: records.length, dropped: read - records.length, faults };
  return ok({ records, report });
}
