import type { SourceDocument } from '../core/evidence/source-document.ts';
import type { Fault } from '../core/faults/fault.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import { incidentTable } from '../core/records/build-incident-table.ts';
import { type IncidentTable } from '../core/records/incident-table.ts';
import { fingerprint } from '../core/base/fingerprint.ts';
import {
  checkedAreas,
  checkedDataset,
  checkedDocuments,
  checkedIncidents,
} from '../formats/native/read-checked.ts';
import type { OpenRequest } from './protocol.ts';

/** What the files of the data set that comes with the page hold. */
export type OpenedFiles = {
  readonly info: DatasetInfo;
  readonly table: IncidentTable;
  readonly report: BundledReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
  /** Of files that could not be read; the page opens without them. */
  readonly faults: readonly Fault[];
};

/** The report on a file of records without a fault. */
export const faultlessReport = (file: string, { length }: IncidentTable): BundledReport => ({
  file,
  read: length,
  kept: length,
  dropped: 0,
  faults: [],
});

/** Reads files that were all checked when the page was built; undefined where one is missing or was changed. */
export function readCheckedFiles(
  { dataset, records, areas, sources }: OpenRequest,
  fingerprints: Readonly<Record<string, string>>,
): OpenedFiles | undefined {
  if (!dataset || !areas || !sources) return undefined;
  const isChecked = [dataset, records, areas, sources].every(
    ({ file, bytes }) => fingerprints[file] === fingerprint(new Uint8Array(bytes)),
  );
  if (!isChecked) return undefined;
  const info = checkedDataset(dataset.bytes);
  const table = incidentTable(checkedIncidents(records.bytes, info.utc_offset_minutes), 0, info);
  return {
    info,
    table,
    report: faultlessReport(records.file, table),
    documents: checkedDocuments(sources.bytes),
    areas: checkedAreas(areas.bytes),
    faults: [],
  };
}
