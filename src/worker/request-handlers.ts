import type { IncidentCounts, GroupRows } from '../core/index/incident-index.ts';
import { recordListBuffers, recordListOf, type RecordList } from '../core/index/record-list.ts';
import { markViewBuffers } from '../core/index/mark-view.ts';
import { intervalIndexBuffers } from '../core/index/interval-index.ts';
import type { Fault } from '../core/faults/fault.ts';
import { isInMemory, recordedAt, rowOfId } from '../core/records/contents.ts';
import type { Spellings } from '../core/text/search-text.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import {
  incidentTable,
  isByDay,
  type IncidentTable,
  type Row,
} from '../core/records/incident-table.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { Encoding } from '../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import type { SourceDocument } from '../core/evidence/source-document.ts';
import type { Task } from '../core/base/task.ts';
import { LazyEdtf, type ReadEdtf } from '../core/time/common-edtf.ts';
import { DAY } from '../core/time/minute.ts';
import type { GroupKey } from '../core/url/view-state.ts';
import { isColumnsFile, readColumns } from '../formats/columns/read-columns.ts';
import { readAreas } from '../formats/native/read-areas.ts';
import { readDataset } from '../formats/native/read-dataset.ts';
import { decodeStrictly } from '../formats/native/decode-text.ts';
import { readIncidentFile } from '../formats/native/read-incidents.ts';
import { readSourceIndex } from '../formats/native/read-source-index.ts';
import type { AreaNaming } from '../formats/import/area-names.ts';
import type { ByteSource } from '../formats/source/byte-source.ts';
import type { ByteSources, ImportSession } from './import-session.ts';
import { OpenDatasets, type Dataset } from './open-datasets.ts';
import type {
  Requests,
  RequestName,
  ImportProgress,
  ListRequest,
  DataSnapshot,
  SentFile,
} from './protocol.ts';
import type { notesCsv, rowsCsv } from './export-csv.ts';

/** Stands in for a `dataset.json` that cannot be had; the bundled set is in Iraq's civil time. */
const UNTITLED: DatasetInfo = {
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

/** An answer, and the buffers that go away with it. */
export type Handled<Output> = { readonly output: Output; readonly move: ArrayBuffer[] };

type Read = { readonly table: IncidentTable; readonly report: BundledReport };

/** What is sent of the page's own data set whatever else is open. */
type Bundled = {
  readonly info: DatasetInfo;
  readonly report: BundledReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
};

const countedBuffers = ({ layers, areas, dated }: IncidentCounts): ArrayBuffer[] =>
  [layers, areas, dated].flatMap((groups) => (groups ? intervalIndexBuffers(groups) : []));

/** What reads and writes files of the reader's own: loaded with the first one. */
export type ImportModule = {
  readonly sources: ByteSources;
  readonly propose: (
    source: ByteSource,
    ofParts: ByteSources['ofParts'],
    encoding: Encoding | undefined,
    task: Task,
    onUnpacked: (bytes: number | undefined) => void,
  ) => ReturnType<typeof ImportSession.propose>;
  /** Loads what recognises encodings, if the last file needed it; true: the file is to be proposed again. */
  readonly detectorLoaded: () => Promise<boolean>;
  readonly namingOf: (areas: readonly NamedArea[], spellings: Spellings) => AreaNaming;
  readonly notesTable: typeof notesCsv;
  readonly rowsTable: typeof rowsCsv;
};

/** Every call of the protocol: long ones are tasks. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: Requests[Name]['input'],
    task: Task,
  ) => Handled<Requests[Name]['output']> | Promise<Handled<Requests[Name]['output']>>;
};

/** Keeps the open data and answers the page's questions about them. */
export class RequestHandlers implements Handlers {
  #fileDesk: ImportModule | undefined;
  readonly #datasets = new OpenDatasets(UNTITLED);
  readonly #edtf = new LazyEdtf();
  #bundled: Bundled | undefined;
  #reading: ImportSession | undefined;
  /** The number of the last proposal, which `#reading` belongs to. */
  #proposal = 0;
  /** The file that is being read is added switched off. */
  #isAside = false;
  #unpackedBytes: number | undefined;

  /** How much of the archive that is being recognised is unpacked; undefined while none is. */
  get unpackedBytes(): number | undefined {
    return this.#unpackedBytes;
  }

  bring(fileDesk: ImportModule): void {
    this.#fileDesk = fileDesk;
  }

  get #files(): ImportModule {
    if (!this.#fileDesk) throw new Error('The worker was given a file before it could read one.');
    return this.#fileDesk;
  }

  async open(
    request: Requests['open']['input'],
    task: Task,
  ): Promise<Handled<Requests['open']['output']>> {
    const faults: Fault[] = [];
    const readOr = <Value>(
      sent: SentFile | undefined,
      read: (file: string, text: string) => Result<Value, Fault>,
      otherwise: Value,
    ): Value => {
      if (!sent) return otherwise;
      const text = decodeStrictly(sent.file, sent.bytes);
      const result = text.kind === 'ok' ? read(sent.file, text.value) : text;
      if (result.kind === 'ok') return result.value;
      faults.push(result.failure);
      return otherwise;
    };
    const dataset = readOr(request.dataset, readDataset, UNTITLED);
    const readAll = () => readRecords(request.records, dataset.utc_offset_minutes, this.#edtf.read);
    let read = readAll();
    if (await this.#edtf.loaded()) read = readAll();
    if (read.kind === 'failed') return { output: read, move: [] };
    const { table, report } = read.value;
    if (task.isDue()) await task.yield(0.5);
    const areas = readOr(request.areas, readAreas, []);
    const documents = readOr(request.sources, readSourceIndex, []);
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
    const opened = await this.#opened(task, faults);
    return { output: ok(opened.output), move: opened.move };
  }

  /** What the page is sent when the sets that are on have changed. */
  async #opened(task: Task, faults: readonly Fault[] = []): Promise<Handled<DataSnapshot>> {
    const bundled = this.#bundled;
    if (!bundled) throw new Error('The worker was asked for a set before it had opened its own.');
    const { index, counts, ...joined } = await this.#datasets.join(task);
    const { table } = index;
    const output: DataSnapshot = {
      ...bundled,
      ...joined,
      layers: table.layers,
      areaNames: table.places.areas,
      period: table.period,
      isByDay: isByDay(table),
      counts,
      faults,
    };
    return { output, move: countedBuffers(counts) };
  }

  async propose(
    { name, blob, encoding }: Requests['propose']['input'],
    task: Task,
  ): Promise<Handled<Requests['propose']['output']>> {
    this.#reading = undefined;
    this.#unpackedBytes = undefined;
    const { sources, propose } = this.#files;
    const source = sources.ofFile(name, blob);
    const read = await propose(source, sources.ofParts, encoding, task, (bytes) => {
      this.#unpackedBytes = bytes;
    });
    if (read.kind === 'failed') return { output: read, move: [] };
    this.#reading = read.value.reading;
    return { output: ok({ ...read.value.proposed, number: ++this.#proposal }), move: [] };
  }

  sample({
    proposal,
    mapping,
  }: Requests['sample']['input']): Handled<Requests['sample']['output']> {
    return { output: this.#proposed(proposal).sample(mapping, today()), move: [] };
  }

  async readFile(
    { proposal, mapping, isAside }: Requests['readFile']['input'],
    task: Task,
  ): Promise<Handled<Requests['readFile']['output']>> {
    const reading = this.#proposed(proposal);
    const areaName = this.#files.namingOf(this.#datasets.areas, this.#datasets.dataset.spellings);
    const setting = {
      file: reading.name,
      dataset: this.#datasets.newNumber(),
      areaName,
      boundsOfArea: (name: string) =>
        this.#datasets.boundsOfArea(areaName(name, { lon: 0, lat: 0, precision: 'unstated' })),
      home: this.#datasets.home,
      today: today(),
    };
    const utcOffset = this.#datasets.dataset.utc_offset_minutes;
    const read = await reading.readFirst(mapping, setting, utcOffset, task.part(0, 0.9));
    if (read.kind === 'failed') return { output: read, move: [] };
    const { dataset, isComplete } = read.value;
    this.#isAside = isAside;
    return this.#fileOpened(dataset, isComplete, task);
  }

  async readOn(_: undefined, task: Task): Promise<Handled<Requests['readOn']['output']>> {
    const read = await this.#fileReading.readOn(task.part(0, 0.9));
    if (read.kind === 'failed') return { output: failed(read.failure), move: [] };
    return this.#fileOpened(read.value, true, task);
  }

  /** Cancelled before it was reported, a data set was never open. */
  async #fileOpened(
    dataset: Dataset,
    isComplete: boolean,
    task: Task,
  ): Promise<Handled<Result<ImportProgress, Fault>>> {
    this.#datasets.put(dataset, this.#isAside);
    if (this.#isAside) {
      if (isComplete) this.#reading = undefined;
      return { output: ok({ snapshot: undefined, dataset: dataset.number, isComplete }), move: [] };
    }
    try {
      const { output: opened, move } = await this.#opened(task);
      if (isComplete) this.#reading = undefined;
      return { output: ok({ snapshot: opened, dataset: dataset.number, isComplete }), move };
    } catch (cause) {
      this.#datasets.close(dataset.number);
      throw cause;
    }
  }

  async showDatasets(
    numbers: Requests['showDatasets']['input'],
    task: Task,
  ): Promise<Handled<Requests['showDatasets']['output']>> {
    this.#datasets.show(numbers);
    return this.#opened(task);
  }

  async closeDataset(
    number: Requests['closeDataset']['input'],
    task: Task,
  ): Promise<Handled<Requests['closeDataset']['output']>> {
    this.#datasets.close(number);
    return this.#opened(task);
  }

  async reportFile(
    { set: dataset, headings }: Requests['reportFile']['input'],
    task: Task,
  ): Promise<Handled<Requests['reportFile']['output']>> {
    const file = this.#datasets.get(dataset)?.file;
    return { output: await this.#files.notesTable(file, headings, task), move: [] };
  }

  async exportRows(
    request: Requests['exportRows']['input'],
    task: Task,
  ): Promise<Handled<Requests['exportRows']['output']>> {
    const { table } = this.#datasets.index;
    const listing = await this.#listing(request, task);
    const setNames = new Map(this.#datasets.all.map(({ number, name }) => [number, name]));
    const rows = listing?.rows ?? new Uint32Array(0);
    const blob = await this.#files.rowsTable(table, rows, setNames, task);
    return { output: blob, move: [] };
  }

  async view(
    request: Requests['view']['input'],
    task: Task,
  ): Promise<Handled<Requests['view']['output']>> {
    const { filter, selectedId: held, countsIn: counting, ...where } = request;
    const { index } = this.#datasets;
    const row = held === undefined ? undefined : rowOfId(index.table, held);
    const counted = counting ? await index.counted(filter.text, counting.seen, task) : undefined;
    const view = await index.view(filter, { ...where, selectedRow: row }, task);
    return {
      output: { view, counts: counted },
      move: [...markViewBuffers(view), ...(counted ? countedBuffers(counted) : [])],
    };
  }

  async list(
    request: Requests['list']['input'],
    task: Task,
  ): Promise<Handled<Requests['list']['output']>> {
    const listing = await this.#listing(request, task);
    return { output: listing, move: listing ? recordListBuffers(listing) : [] };
  }

  async #listing(
    { filter, extent: seen, window, group: asked }: ListRequest,
    task: Task,
  ): Promise<RecordList | undefined> {
    const { index } = this.#datasets;
    const group = asked && this.#rowsOf(asked);
    const isLost =
      group === 'nothing' ||
      (group?.kind === 'mark' && !(await index.passes(filter, group.row, task)));
    if (isLost) return undefined;
    const flags = await index.listed(filter, seen, group, task);
    if (group && !flags.includes(1)) return undefined;
    const named = await index.placesNamed(filter.text, task);
    const { place } = index.table;
    const isNamed = named && ((row: Row): boolean => named[place[row] ?? 0] === 1);
    return recordListOf(index.table, window, (row) => flags[row] === 1, isNamed);
  }

  records(rows: Requests['records']['input']): Handled<Requests['records']['output']> {
    const { table } = this.#datasets.index;
    return { output: rows.flatMap((row) => recordedAt(table, row) ?? []), move: [] };
  }

  find(id: Requests['find']['input']): Handled<Requests['find']['output']> {
    const { table } = this.#datasets.index;
    const row = rowOfId(table, id);
    return { output: row === undefined ? undefined : recordedAt(table, row), move: [] };
  }

  sizes(): Handled<Requests['sizes']['output']> {
    return { output: this.#datasets.index.bytes, move: [] };
  }

  /**
   * Work that nobody waits for yet: what the first search will need. Not of files, which would all be
   * read once more, and their words kept, for a search that may never come.
   */
  async prepare(task: Task): Promise<void> {
    const { index } = this.#datasets;
    if (isInMemory(index.table)) await index.prepareSearch(task);
  }

  #proposed(proposal: number): ImportSession {
    if (proposal !== this.#proposal)
      throw new Error('The worker was asked to read a proposal that another one replaced.');
    return this.#fileReading;
  }

  get #fileReading(): ImportSession {
    if (!this.#reading) throw new Error('The worker was asked to read before a file was proposed.');
    return this.#reading;
  }

  #rowsOf(group: GroupKey): GroupRows | 'nothing' {
    const { table } = this.#datasets.index;
    if (group.kind === 'area') {
      const area = table.places.areas.indexOf(group.name);
      return area === -1 ? 'nothing' : { kind: 'area', area };
    }
    const row = rowOfId(table, group.incident);
    return row === undefined ? 'nothing' : { kind: 'mark', zoom: group.zoom, row };
  }
}

/** The last minute of this day, wherever the reader is. */
const today = (): number => Math.ceil(Date.now() / 60_000 / DAY) * DAY;

function readRecords(
  sent: SentFile,
  utcOffsetMinutes: number,
  readEdtf: ReadEdtf,
): Result<Read, Fault> {
  const { file, bytes } = sent;
  if (isColumnsFile(bytes)) {
    const table = readColumns(file, bytes);
    if (table.kind === 'failed') return table;
    const { length } = table.value;
    return ok({
      table: table.value,
      report: { file, read: length, kept: length, dropped: 0, faults: [] },
    });
  }
  const read = readIncidentFile(file, bytes, utcOffsetMinutes, readEdtf);
  if (read.kind === 'failed') return read;
  return ok({ table: incidentTable(read.value.records), report: read.value.report });
}
