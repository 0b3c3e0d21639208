import type { Fault } from '../../core/faults/fault.ts';
import { TARGETS } from '../../core/records/incident.ts';
import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import { incidentTable, type IncidentTable } from '../../core/records/incident-table.ts';
import type { BundledReport } from '../../core/records/bundled-report.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { SourceDocument } from '../../core/evidence/source-document.ts';
import type { Task } from '../../core/base/task.ts';
import { isColumnsFile } from '../../formats/columns/columns-layout.ts';
import {
  soundAreas,
  soundDataset,
  soundDocuments,
  soundIncidents,
} from '../../formats/native/read-sound.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import type { Requests, DataSnapshot, SentFile } from '../protocol.ts';
import { type HandlersOf, type Handled, countedBuffers } from './handled.ts';

/** Where its names are missing, a layer is called by its code. */
const CODES = Object.fromEntries(
  TARGETS.map((target) => [target, { en: target }]),
) as DatasetInfo['layers'];

/** Stands in for a `dataset.json` that cannot be had; the bundled set is in Iraq's civil time. */
export const UNTITLED: DatasetInfo = {
  title: '',
  topic: '',
  headline: '',
  standfirst: '',
  utc_offset_minutes: 180,
  description: { en: '' },
  time_zone: { en: '' },
  map: { lon: 0, lat: 0, zoom: 1 },
  layers: CODES,
  licence: '',
  method: [],
  coverage: [],
  coverage_note: '',
  region: { name: { en: '' }, governorates: [], counted_from: '' },
  actors: { iran: [], 'iraqi-groups': [], 'iran-and-iraqi-groups': [], 'israel-or-us': [] },
  totals: [],
  totals_note: '',
  mapped_note: '',
  annotations: [],
  spellings: [],
};

type Read = { readonly table: IncidentTable; readonly report: BundledReport };

/** What is sent of the page's own data set whatever else is open. */
type Bundled = {
  readonly info: DatasetInfo;
  readonly report: BundledReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
};

/** Opens the data set of the page, and says which of the open data sets are on. */
export class DatasetHandlers implements HandlersOf<'open' | 'showDatasets' | 'closeDataset'> {
  readonly #datasets: OpenDatasets;
  #bundled: Bundled | undefined;

  constructor(datasets: OpenDatasets) {
    this.#datasets = datasets;
  }

  async open(
    request: Requests['open']['input'],
    task: Task,
  ): Promise<Handled<Requests['open']['output']>> {
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
      const { decodeStrictly } = await import('../../formats/native/decode-text.ts');
      const text = decodeStrictly(sent.file, sent.bytes);
      const result = text.kind === 'ok' ? read(sent.file, text.value) : text;
      if (result.kind === 'ok') return result.value;
      faults.push(result.failure);
      return otherwise;
    };
    const dataset = await readOr(
      request.dataset,
      soundDataset,
      async () => (await import('../../formats/native/read-dataset.ts')).readDataset,
      UNTITLED,
    );
    const read = await readRecords(request.records, dataset);
    if (read.kind === 'failed') return { output: read, move: [] };
    const { table, report } = read.value;
    if (task.isDue()) await task.yield(0.5);
    const areas = await readOr(
      request.areas,
      soundAreas,
      async () => (await import('../../formats/native/read-areas.ts')).readAreas,
      [],
    );
    const documents = await readOr(
      request.sources,
      soundDocuments,
      async () => (await import('../../formats/native/read-source-index.ts')).readSourceIndex,
      [],
    );
    this.#bundled = { info: dataset, report, documents, areas };
    this.#datasets.dataset = dataset;
    this.#datasets.areas = areas;
    this.#datasets.put({
      number: 0,
      name: dataset.title,
      table,
      outlines: [],
      report: undefined,
      file: undefined,
    });
    this.#datasets.show([0]);
    const opened = await this.snapshot(task, faults);
    return { output: ok(opened.output), move: opened.move };
  }

  async showDatasets(
    numbers: Requests['showDatasets']['input'],
    task: Task,
  ): Promise<Handled<Requests['showDatasets']['output']>> {
    this.#datasets.show(numbers);
    return this.snapshot(task);
  }

  async closeDataset(
    number: Requests['closeDataset']['input'],
    task: Task,
  ): Promise<Handled<Requests['closeDataset']['output']>> {
    this.#datasets.close(number);
    return this.snapshot(task);
  }

  /** What the page is sent when the sets that are on have changed. */
  async snapshot(task: Task, faults: readonly Fault[] = []): Promise<Handled<DataSnapshot>> {
    const bundled = this.#bundled;
    if (!bundled) throw new Error('The bundled data set was requested before it was opened.');
    const { index, counts, ...joined } = await this.#datasets.join(task);
    const output: DataSnapshot = {
      ...bundled,
      ...joined,
      layers: index.layers,
      areaNames: index.areaNames,
      period: index.period,
      isByDay: index.isByDay,
      counts,
      faults,
    };
    return { output, move: countedBuffers(counts) };
  }
}

async function readRecords(
  { file, bytes }: SentFile,
  dataset: DatasetInfo,
): Promise<Result<Read, Fault>> {
  const whole = (table: IncidentTable): Result<Read, Fault> => {
    const { length } = table;
    return ok({ table, report: { file, read: length, kept: length, dropped: 0, faults: [] } });
  };
  if (isColumnsFile(bytes)) {
    const { readColumns } = await import('../../formats/columns/read-columns.ts');
    const table = readColumns(file, bytes);
    return table.kind === 'failed' ? table : whole(table.value);
  }
  const sound = soundIncidents(bytes, dataset.utc_offset_minutes);
  if (sound) return whole(incidentTable(sound, 0, dataset));
  const [{ readIncidentFile }, { readEdtfSpan }] = await Promise.all([
    import('../../formats/native/read-incidents.ts'),
    import('../../core/time/edtf-range.ts'),
  ]);
  const read = readIncidentFile(file, bytes, dataset.utc_offset_minutes, readEdtfSpan);
  if (read.kind === 'failed') return read;
  return ok({ table: incidentTable(read.value.records, 0, dataset), report: read.value.report });
}
