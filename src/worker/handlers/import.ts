import type { Fault } from '../../core/faults/fault.ts';
import type { Spellings } from '../../core/text/search-text.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { Encoding } from '../../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { DAY } from '../../core/time/minute.ts';
import type { ByteSource } from '../../formats/source/byte-source.ts';
import type { ByteSources, FileImport, ReadPart } from '../file-import.ts';
import type { LoadedAreas } from '../loaded-areas.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import type { Requests, ImportProgress, DataSnapshot } from '../protocol.ts';
import type { notesCsv } from '../export-csv.ts';
import type { exportRows } from '../export-rows.ts';
import type { HandlersOf, Handled } from './handled.ts';

/** What reads and writes files of the reader's own: loaded with the first one. */
export type ImportModule = {
  readonly Handlers: typeof ImportHandlers;
  readonly sources: ByteSources;
  readonly propose: (
    source: ByteSource,
    ofParts: ByteSources['ofParts'],
    encoding: Encoding | undefined,
    task: Task,
    onUnpacked: (bytes: number | undefined) => void,
  ) => ReturnType<typeof FileImport.propose>;
  /** Loads what recognises encodings, if the last file needed it; true: the file is to be proposed again. */
  readonly detectorLoaded: () => Promise<boolean>;
  readonly areasOf: (
    areas: readonly NamedArea[],
    spellings: Spellings,
    fetch: (() => Promise<Uint8Array>) | undefined,
  ) => LoadedAreas;
  readonly fetchBytes: (address: string) => Promise<Uint8Array>;
  readonly notesTable: typeof notesCsv;
  readonly exportRows: typeof exportRows;
};

/** An import: one transaction, which is completed or taken back as a whole. */
type Import = {
  readonly file: FileImport;
  readonly isOff: boolean;
  readonly isComplete: boolean;
  /** Takes back the rows that are open; undefined while none are. */
  readonly undo: (() => void) | undefined;
};

/** Reads files of the reader's own into data sets. */
export class ImportHandlers implements HandlersOf<
  'propose' | 'sample' | 'readFile' | 'readOn' | 'cancelImport' | 'reportFile'
> {
  readonly #datasets: OpenDatasets;
  readonly #module: () => ImportModule;
  /** What the page is sent when the data sets that are on have changed. */
  readonly #snapshot: (task: Task) => Promise<Handled<DataSnapshot>>;
  /** By the number of the data set. A complete one stays until the next: its answer may be cancelled. */
  readonly #imports = new Map<number, Import>();
  #unpackedBytes: number | undefined;
  #areas: LoadedAreas | undefined;

  constructor(
    datasets: OpenDatasets,
    module: () => ImportModule,
    snapshot: (task: Task) => Promise<Handled<DataSnapshot>>,
  ) {
    this.#datasets = datasets;
    this.#module = module;
    this.#snapshot = snapshot;
  }

  /** How much of the archive that is being recognised is unpacked; undefined while none is. */
  get unpackedBytes(): number | undefined {
    return this.#unpackedBytes;
  }

  async propose(
    { dataset, name, blob, encoding }: Requests['propose']['input'],
    task: Task,
  ): Promise<Handled<Requests['propose']['output']>> {
    for (const [number, { isComplete }] of this.#imports)
      if (isComplete) this.#imports.delete(number);
    this.#imports.delete(dataset);
    this.#areas?.retry();
    this.#unpackedBytes = undefined;
    const { sources, propose } = this.#module();
    const source = sources.ofFile(name, blob);
    const read = await propose(source, sources.ofParts, encoding, task, (bytes) => {
      this.#unpackedBytes = bytes;
    });
    if (read.kind === 'failed') return { output: read, move: [] };
    const { file, proposed } = read.value;
    this.#imports.set(dataset, { file, isOff: false, isComplete: false, undo: undefined });
    return { output: ok(proposed), move: [] };
  }

  async sample({
    dataset,
    mapping,
  }: Requests['sample']['input']): Promise<Handled<Requests['sample']['output']>> {
    const { file } = this.#importOf(dataset);
    return { output: await file.sample(mapping, this.#areasOf(), today()), move: [] };
  }

  /** The areas that rows may be in, those of the world once a row needs them. */
  #areasOf(): LoadedAreas {
    const { areas, dataset, worldAreas } = this.#datasets;
    const { areasOf, fetchBytes } = this.#module();
    this.#areas ??= areasOf(
      areas,
      dataset.spellings,
      worldAreas === undefined ? undefined : () => fetchBytes(worldAreas),
    );
    this.#datasets.outlines = this.#areas;
    return this.#areas;
  }

  async readFile(
    { dataset, mapping, isOff }: Requests['readFile']['input'],
    task: Task,
  ): Promise<Handled<Requests['readFile']['output']>> {
    const begun = { ...this.#importOf(dataset), isOff };
    this.#imports.set(dataset, begun);
    const { file } = begun;
    const setting = {
      file: file.name,
      dataset,
      areas: this.#areasOf(),
      home: this.#datasets.home,
      today: today(),
    };
    // Of a file that is opened switched off nothing is shown before it is complete.
    if (isOff && file.start(mapping, setting))
      return { output: ok({ snapshot: undefined, isComplete: false }), move: [] };
    const page = this.#datasets.dataset;
    return this.#opened(
      dataset,
      await file.readFirst(mapping, setting, page, task.part(0, 0.9)),
      task,
    );
  }

  async readOn(
    dataset: Requests['readOn']['input'],
    task: Task,
  ): Promise<Handled<Requests['readOn']['output']>> {
    const { file } = this.#importOf(dataset);
    return this.#opened(dataset, await file.readOn(task.part(0, 0.9)), task);
  }

  /** Opens what was read of a file. */
  async #opened(
    number: number,
    read: Result<ReadPart, Fault>,
    task: Task,
  ): Promise<Handled<Result<ImportProgress, Fault>>> {
    if (read.kind === 'failed') return { output: failed(read.failure), move: [] };
    const { dataset, isComplete } = read.value;
    const one = this.#importOf(number);
    const undo = this.#datasets.put(dataset, one.isOff);
    // What was on before the first part comes back, not that before the last.
    this.#imports.set(number, { ...one, isComplete, undo: one.undo ?? undo });
    const { output: snapshot, move } = await this.#snapshot(task.part(0.9, 1));
    return { output: ok({ snapshot, isComplete }), move };
  }

  async cancelImport(
    dataset: Requests['cancelImport']['input'],
    task: Task,
  ): Promise<Handled<Requests['cancelImport']['output']>> {
    const undo = this.#imports.get(dataset)?.undo;
    this.#imports.delete(dataset);
    if (!undo) return { output: undefined, move: [] };
    undo();
    return this.#snapshot(task);
  }

  async reportFile(
    { dataset, headings }: Requests['reportFile']['input'],
    task: Task,
  ): Promise<Handled<Requests['reportFile']['output']>> {
    const file = this.#datasets.get(dataset)?.file;
    return { output: await this.#module().notesTable(file, headings, task), move: [] };
  }

  #importOf(dataset: number): Import {
    const one = this.#imports.get(dataset);
    if (!one)
      throw new Error('The import does not exist: the file was not proposed to the worker.');
    return one;
  }
}

/** The last minute of this day, wherever the reader is. */
const today = (): number => Math.ceil(Date.now() / 60_000 / DAY) * DAY;
