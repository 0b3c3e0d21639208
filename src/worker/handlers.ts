import type { Fault } from '../core/fault.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import { incidentTable, tableBuffers } from '../core/incident/incident-table.ts';
import { ok, type Result } from '../core/result.ts';
import { readAreas } from '../formats/geojson/read-areas.ts';
import { readDataset } from '../formats/geojson/read-dataset.ts';
import { readIncidentCollection } from '../formats/geojson/read-incidents.ts';
import { readSourceIndex } from '../formats/geojson/read-source-index.ts';
import type { Calls, SentFile } from './protocol.ts';

/** Stands in for a `dataset.json` that cannot be had; the bundled set is in Iraq's civil time. */
const UNTITLED: Dataset = {
  title: '',
  standfirst: '',
  utc_offset_minutes: 180,
  licence: '',
  method: [],
  coverage: [],
  coverage_note: '',
  monitor_counts: [],
  monitor_note: '',
  mapped_counts: [],
  mapped_note: '',
  spellings: [],
};

type Handled<Output> = { readonly output: Output; readonly move: Transferable[] };

const decoder = new TextDecoder();
const textOf = (sent: SentFile): string => decoder.decode(sent.bytes);

/** What the worker does for each call, and which buffers it gives away. */
export const handlers = {
  open(request: Calls['open']['input']): Handled<Calls['open']['output']> {
    const faults: Fault[] = [];
    const readOr = <Value>(
      sent: SentFile | undefined,
      read: (file: string, text: string) => Result<Value, Fault>,
      otherwise: Value,
    ): Value => {
      if (!sent) return otherwise;
      const result = read(sent.file, textOf(sent));
      if (result.kind === 'ok') return result.value;
      faults.push(result.failure);
      return otherwise;
    };
    const dataset = readOr(request.dataset, readDataset, UNTITLED);
    const offset = dataset.utc_offset_minutes;
    const records = readIncidentCollection(request.records.file, textOf(request.records), offset);
    if (records.kind === 'failed') return { output: records, move: [] };
    const table = incidentTable(records.value.records);
    return {
      output: ok({
        dataset,
        table,
        report: records.value.report,
        documents: readOr(request.sources, readSourceIndex, []),
        areas: readOr(request.areas, readAreas, []),
        faults,
      }),
      move: tableBuffers(table),
    };
  },
};
