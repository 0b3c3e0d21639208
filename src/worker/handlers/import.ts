import type { Fault } from '../../core/faults/fault.ts';
import type { Spellings } from '../../core/text/search-text.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { Encoding } from '../../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { DAY } from '../../core/time/minute.ts';
import type { AreaNaming } from '../../formats/import/area-names.ts';
import type { ByteSource } from '../../formats/source/byte-source.ts';
import type { ByteSources, ImportSession } from '../import-session.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import { type Dataset } from '../open-datasets.ts';
import type { Requests, ImportProgress, DataSnapshot } from '../protocol.ts';
import type { notesCsv, rowsCsv } from '../export-csv.ts';
import type { HandlersOf, Handled } from './handled.ts';

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

/** Reads files of the reader's own into data sets. */
export class ImportHandlers implements HandlersOf<
  'propose' | 'sample' | 'readFile' | 'readOn' | 'reportFile'
> {
  readonly #datasets: OpenDatasets;
  readonly #module: () => ImportModule;
  /** What the page is sent when the data sets that are on have changed. */
  readonly #snapshot: (task: Task) => Promise<Handled<DataSnapshot>>;
  #reading: ImportSession | undefined;
  /** The number of the last proposal, which `#reading` belongs to. */
  #proposal = 0;
  /** The file that is being read is added switched off. */
  #isAside = false;
  #unpackedBytes: number | undefined;

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
    { name, blob, encoding }: Requests['propose']['input'],
    task: Task,
  ): Promise<Handled<Requests['propose']['output']>> {
    this.#reading = undefined;
    this.#unpackedBytes = undefined;
    const { sources, propose } = this.#module();
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
    const areaName = this.#module().namingOf(
      this.#datasets.areas,
      this.#datasets.dataset.spellings,
    );
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
      const { output: opened, move } = await this.#snapshot(task);
      if (isComplete) this.#reading = undefined;
      return { output: ok({ snapshot: opened, dataset: dataset.number, isComplete }), move };
    } catch (cause) {
      this.#datasets.close(dataset.number);
      throw cause;
    }
  }

  async reportFile(
    { set: dataset, headings }: Requests['reportFile']['input'],
    task: Task,
  ): Promise<Handled<Requests['reportFile']['output']>> {
    const file = this.#datasets.get(dataset)?.file;
    return { output: await this.#module().notesTable(file, headings, task), move: [] };
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
}

/** The last minute of this day, wherever the reader is. */
const today = (): number => Math.ceil(Date.now() / 60_000 / DAY) * DAY;
