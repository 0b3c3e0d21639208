import type { Fault } from '../core/faults/fault.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Task } from '../core/base/task.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import { incidentTable } from '../core/records/build-incident-table.ts';
import { type IncidentTable } from '../core/records/incident-table.ts';
import { isColumnsFile } from '../formats/columns/columns-layout.ts';
import {
  soundAreas,
  soundDataset,
  soundDocuments,
  soundIncidents,
} from '../formats/native/read-sound.ts';
import { faultlessReport, type OpenedFiles } from './opened-files.ts';
import type { OpenRequest, SentFile } from './protocol.ts';
import { UNTITLED } from './untitled.ts';

/**
 * Checks and reads files that were changed after the page was built, or of which some are missing. What is
 * wrong with a file of records costs those records, with any other file that file.
 */
export async function readUncheckedFiles(
  request: OpenRequest,
  task: Task,
): Promise<Result<OpenedFiles, Fault>> {
  const faults: Fault[] = [];
  const readOr = async <Value>(
    sent: SentFile | undefined,
    readSound: (bytes: ArrayBuffer) => Value | undefined,
    reader: () => Promise<(file: string, text: string) => Result<Value, Fault>>,
    otherwise: Value,
  ): Promise<Value> => {
    if (!sent) return otherwise;
    const sound = readSound(sent.bytes);
    if (sound !== undefined) return sound;
    const read = await reader();
    const { decodeStrictly } = await import('../formats/native/decode-text.ts');
    const text = decodeStrictly(sent.file, sent.bytes);
    const result = text.kind === 'ok' ? read(sent.file, text.value) : text;
    if (result.kind === 'ok') return result.value;
    faults.push(result.failure);
    return otherwise;
  };
  const info = await readOr(
    request.dataset,
    soundDataset,
    async () => (await import('../formats/native/read-dataset.ts')).readDataset,
    UNTITLED,
  );
  const records = await readRecords(request.records, info);
  if (records.kind === 'failed') return records;
  if (task.isDue()) await task.yield(0.5);
  const areas = await readOr(
    request.areas,
    soundAreas,
    async () => (await import('../formats/native/read-areas.ts')).readAreas,
    [],
  );
  const documents = await readOr(
    request.sources,
    soundDocuments,
    async () => (await import('../formats/native/read-source-index.ts')).readSourceIndex,
    [],
  );
  return ok({ info, ...records.value, areas, documents, faults });
}

type ReadRecords = { readonly table: IncidentTable; readonly report: BundledReport };

async function readRecords(
  { file, bytes }: SentFile,
  dataset: DatasetInfo,
): Promise<Result<ReadRecords, Fault>> {
  const whole = (table: IncidentTable): Result<ReadRecords, Fault> =>
    ok({ table, report: faultlessReport(file, table) });
  if (isColumnsFile(bytes)) {
    const { readColumns } = await import('../formats/columns/read-columns.ts');
    const table = readColumns(file, bytes);
    return table.kind === 'failed' ? table : whole(table.value);
  }
  const sound = soundIncidents(bytes, dataset.utc_offset_minutes);
  if (sound) return whole(incidentTable(sound, 0, dataset));
  const [{ readIncidentFile }, { readEdtfSpan }] = await Promise.all([
    import('../formats/native/read-incidents.ts'),
    import('../core/time/edtf-range.ts'),
  ]);
  const read = readIncidentFile(file, bytes, dataset.utc_offset_minutes, readEdtfSpan);
  if (read.kind === 'failed') return read;
  return ok({ table: incidentTable(read.value.records, 0, dataset), report: read.value.report });
}
