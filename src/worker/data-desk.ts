import type { Counted, GroupRows } from '../core/cube/incident-cube.ts';
import { listingBuffers, listingOf, type Listing } from '../core/cube/listing.ts';
import { markViewBuffers } from '../core/cube/mark-view.ts';
import { spanGroupsBuffers } from '../core/cube/span-groups.ts';
import type { Fault } from '../core/fault.ts';
import { isAtHand, recordedAt, rowOfId } from '../core/incident/contents.ts';
import type { Spellings } from '../core/filter/search-text.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import {
  incidentTable,
  isByDay,
  type IncidentTable,
  type Row,
} from '../core/incident/incident-table.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { Encoding } from '../core/reading/sheet-form.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { SourceDocument } from '../core/source/source-document.ts';
import type { Task } from '../core/task.ts';
import { LazyEdtf, type ReadEdtf } from '../core/time/common-edtf.ts';
import { DAY } from '../core/time/minute.ts';
import type { GroupKey } from '../core/view/view-state.ts';
import { isColumnsFile, readColumns } from '../formats/columns/read-columns.ts';
import { readAreas } from '../formats/geojson/read-areas.ts';
import { readDataset } from '../formats/geojson/read-dataset.ts';
import { decodeStrictly } from '../formats/geojson/decode-text.ts';
import { readIncidentFile } from '../formats/geojson/read-incidents.ts';
import { readSourceIndex } from '../formats/geojson/read-source-index.ts';
import type { AreaNaming } from '../formats/own-file/area-names.ts';
import type { ByteSource } from '../formats/sheet/sheet.ts';
import type { ByteSources, FileReading } from './file-reading.ts';
import { OpenSets, type HeldSet } from './open-sets.ts';
import type { Calls, CallName, FileOpened, ListRequest, Opened, SentFile } from './protocol.ts';
import type { notesTable, rowsTable } from './written-tables.ts';

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

/** An answer, and the buffers that go away with it. */
export type Handled<Output> = { readonly output: Output; readonly move: ArrayBuffer[] };

type Read = { readonly table: IncidentTable; readonly report: ReadingReport };

/** What is told of the page's own set whatever else is open. */
type Bundled = {
  readonly dataset: Dataset;
  readonly report: ReadingReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
};

const countedBuffers = ({ layers, areas, dated }: Counted): ArrayBuffer[] =>
  [layers, areas, dated].flatMap((groups) => (groups ? spanGroupsBuffers(groups) : []));

/** What reads and writes files of the reader's own: brought when the first one comes. */
export type FileDesk = {
  readonly sources: ByteSources;
  readonly propose: (
    source: ByteSource,
    ofParts: ByteSources['ofParts'],
    encoding: Encoding | undefined,
    task: Task,
    onUnpacked: (bytes: number | undefined) => void,
  ) => ReturnType<typeof FileReading.propose>;
  /** Loads what recognises encodings, if the last file needed it; true: the file is to be proposed again. */
  readonly detectorLoaded: () => Promise<boolean>;
  readonly namingOf: (areas: readonly NamedArea[], spellings: Spellings) => AreaNaming;
  readonly notesTable: typeof notesTable;
  readonly rowsTable: typeof rowsTable;
};

/** Every call of the protocol: long ones are tasks. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: Calls[Name]['input'],
    task: Task,
  ) => Handled<Calls[Name]['output']> | Promise<Handled<Calls[Name]['output']>>;
};

/** Keeps the open data and answers the page's questions about them. */
export class DataDesk implements Handlers {
  #fileDesk: FileDesk | undefined;
  readonly #sets = new OpenSets(UNTITLED);
  readonly #edtf = new LazyEdtf();
  #bundled: Bundled | undefined;
  #reading: FileReading | undefined;
  /** The number of the last proposal, which `#reading` belongs to. */
  #proposal = 0;
  /** The file that is being read is added switched off. */
  #isAside = false;
  #unpackedBytes: number | undefined;

  /** How much of the archive that is being recognised is unpacked; undefined while none is. */
  get unpackedBytes(): number | undefined {
    return this.#unpackedBytes;
  }

  bring(fileDesk: FileDesk): void {
    this.#fileDesk = fileDesk;
  }

  get #files(): FileDesk {
    if (!this.#fileDesk) throw new Error('The worker was given a file before it could read one.');
    return this.#fileDesk;
  }

  async open(
    request: Calls['open']['input'],
    task: Task,
  ): Promise<Handled<Calls['open']['output']>> {
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
    this.#bundled = { dataset, report, documents, areas };
    this.#sets.dataset = dataset;
    this.#sets.areas = areas;
    this.#sets.put({
      number: 0,
      name: dataset.title,
      table,
      outlines: [],
      report: undefined,
      file: undefined,
    });
    this.#sets.show([0]);
    const opened = await this.#opened(task, faults);
    return { output: ok(opened.output), move: opened.move };
  }

  /** What the page is told when the sets that are on have changed. */
  async #opened(task: Task, faults: readonly Fault[] = []): Promise<Handled<Opened>> {
    const bundled = this.#bundled;
    if (!bundled) throw new Error('The worker was asked for a set before it had opened its own.');
    const { cube, counted, ...joined } = await this.#sets.join(task);
    const { table } = cube;
    const output: Opened = {
      ...bundled,
      ...joined,
      layers: table.layers,
      areaNames: table.places.areas,
      period: table.period,
      isByDay: isByDay(table),
      counted,
      faults,
    };
    return { output, move: countedBuffers(counted) };
  }

  async propose(
    { name, blob, encoding }: Calls['propose']['input'],
    task: Task,
  ): Promise<Handled<Calls['propose']['output']>> {
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

  sample({ proposal, meaning }: Calls['sample']['input']): Handled<Calls['sample']['output']> {
    return { output: this.#proposed(proposal).sample(meaning, today()), move: [] };
  }

  async readFile(
    { proposal, meaning, isAside }: Calls['readFile']['input'],
    task: Task,
  ): Promise<Handled<Calls['readFile']['output']>> {
    const reading = this.#proposed(proposal);
    const areaName = this.#files.namingOf(this.#sets.areas, this.#sets.dataset.spellings);
    const setting = {
      file: reading.name,
      set: this.#sets.newNumber(),
      areaName,
      boundsOfArea: (name: string) =>
        this.#sets.boundsOfArea(areaName(name, { lon: 0, lat: 0, precision: 'unstated' })),
      home: this.#sets.home,
      today: today(),
    };
    const utcOffset = this.#sets.dataset.utc_offset_minutes;
    const read = await reading.readFirst(meaning, setting, utcOffset, task.part(0, 0.9));
    if (read.kind === 'failed') return { output: read, move: [] };
    const { set, isComplete } = read.value;
    this.#isAside = isAside;
    return this.#fileOpened(set, isComplete, task);
  }

  async readOn(_: undefined, task: Task): Promise<Handled<Calls['readOn']['output']>> {
    const read = await this.#fileReading.readOn(task.part(0, 0.9));
    if (read.kind === 'failed') return { output: failed(read.failure), move: [] };
    return this.#fileOpened(read.value, true, task);
  }

  /** Given up before it is told, a set was never open. */
  async #fileOpened(
    set: HeldSet,
    isComplete: boolean,
    task: Task,
  ): Promise<Handled<Result<FileOpened, Fault>>> {
    this.#sets.put(set, this.#isAside);
    if (this.#isAside) {
      if (isComplete) this.#reading = undefined;
      return { output: ok({ opened: undefined, set: set.number, isComplete }), move: [] };
    }
    try {
      const { output: opened, move } = await this.#opened(task);
      if (isComplete) this.#reading = undefined;
      return { output: ok({ opened, set: set.number, isComplete }), move };
    } catch (cause) {
      this.#sets.close(set.number);
      throw cause;
    }
  }

  async showSets(
    numbers: Calls['showSets']['input'],
    task: Task,
  ): Promise<Handled<Calls['showSets']['output']>> {
    this.#sets.show(numbers);
    return this.#opened(task);
  }

  async closeSet(
    number: Calls['closeSet']['input'],
    task: Task,
  ): Promise<Handled<Calls['closeSet']['output']>> {
    this.#sets.close(number);
    return this.#opened(task);
  }

  async reportFile(
    number: Calls['reportFile']['input'],
    task: Task,
  ): Promise<Handled<Calls['reportFile']['output']>> {
    return { output: await this.#files.notesTable(this.#sets.get(number)?.file, task), move: [] };
  }

  async exportRows(
    request: Calls['exportRows']['input'],
    task: Task,
  ): Promise<Handled<Calls['exportRows']['output']>> {
    const { table } = this.#sets.cube;
    const listing = await this.#listing(request, task);
    const setNames = new Map(this.#sets.all.map(({ number, name }) => [number, name]));
    const rows = listing?.rows ?? new Uint32Array(0);
    const blob = await this.#files.rowsTable(table, rows, setNames, task);
    return { output: blob, move: [] };
  }

  async view(
    request: Calls['view']['input'],
    task: Task,
  ): Promise<Handled<Calls['view']['output']>> {
    const { filter, held, counting, ...where } = request;
    const { cube } = this.#sets;
    const row = held === undefined ? undefined : rowOfId(cube.table, held);
    const counted = counting ? await cube.counted(filter.text, counting.seen, task) : undefined;
    const view = await cube.view(filter, { ...where, held: row }, task);
    return {
      output: { view, counted },
      move: [...markViewBuffers(view), ...(counted ? countedBuffers(counted) : [])],
    };
  }

  async list(
    request: Calls['list']['input'],
    task: Task,
  ): Promise<Handled<Calls['list']['output']>> {
    const listing = await this.#listing(request, task);
    return { output: listing, move: listing ? listingBuffers(listing) : [] };
  }

  async #listing(
    { filter, seen, window, group: asked }: ListRequest,
    task: Task,
  ): Promise<Listing | undefined> {
    const { cube } = this.#sets;
    const group = asked && this.#rowsOf(asked);
    const isLost =
      group === 'nothing' ||
      (group?.kind === 'mark' && !(await cube.passes(filter, group.row, task)));
    if (isLost) return undefined;
    const flags = await cube.listed(filter, seen, group, task);
    if (group && !flags.includes(1)) return undefined;
    const named = await cube.placesNamed(filter.text, task);
    const { place } = cube.table;
    const isNamed = named && ((row: Row): boolean => named[place[row] ?? 0] === 1);
    return listingOf(cube.table, window, (row) => flags[row] === 1, isNamed);
  }

  records(rows: Calls['records']['input']): Handled<Calls['records']['output']> {
    const { table } = this.#sets.cube;
    return { output: rows.flatMap((row) => recordedAt(table, row) ?? []), move: [] };
  }

  find(id: Calls['find']['input']): Handled<Calls['find']['output']> {
    const { table } = this.#sets.cube;
    const row = rowOfId(table, id);
    return { output: row === undefined ? undefined : recordedAt(table, row), move: [] };
  }

  sizes(): Handled<Calls['sizes']['output']> {
    return { output: this.#sets.cube.bytes, move: [] };
  }

  /**
   * Work that nobody waits for yet: what the first search will need. Not of files, which would all be
   * read once more, and their words kept, for a search that may never come.
   */
  async prepare(task: Task): Promise<void> {
    const { cube } = this.#sets;
    if (isAtHand(cube.table)) await cube.prepareSearch(task);
  }

  #proposed(proposal: number): FileReading {
    if (proposal !== this.#proposal)
      throw new Error('The worker was asked to read a proposal that another one replaced.');
    return this.#fileReading;
  }

  get #fileReading(): FileReading {
    if (!this.#reading) throw new Error('The worker was asked to read before a file was proposed.');
    return this.#reading;
  }

  #rowsOf(group: GroupKey): GroupRows | 'nothing' {
    const { table } = this.#sets.cube;
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
