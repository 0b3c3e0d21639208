import type { Fault } from '../core/faults/fault.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { Encoding } from '../core/mapping/format-info.ts';
import { ok, type Result } from '../core/base/result.ts';
import { CrashedWorker, type Ask } from '../worker/worker-client.ts';
import type { DataSnapshot, ProposedImport, Requests } from '../worker/protocol.ts';
import { STREET_KEY, type StreetMap } from '../core/model/street-map.ts';
import type { FetchEdges, ImportOrigin, IncomingFile } from './incoming-file.ts';
import type { ImportStatus } from './import-status.ts';
import { MappingChoice, type MappedImport } from './mapping-choice.svelte.ts';
import { Question } from './question.ts';
import { incomingFile, nameOfAddress } from './receive-file.ts';
import {
  isStreetMap,
  linkedStreetMap,
  namesTileArchive,
  type StreetMapEdges,
} from './receive-street-map.ts';

/** What the import of a file asks of the worker and of the web. */
export type ImportEdges = FetchEdges &
  StreetMapEdges & {
    readonly propose: Ask<Requests['propose']['input'], Requests['propose']['output']>;
    readonly sample: Ask<Requests['sample']['input'], Requests['sample']['output']>;
    readonly readFile: Ask<Requests['readFile']['input'], Requests['readFile']['output']>;
    readonly readOn: Ask<Requests['readOn']['input'], Requests['readOn']['output']>;
    readonly cancelImport: (dataset: number) => Promise<Requests['cancelImport']['output']>;
  };

/** How an import that was not cancelled ended. */
export type ImportOutcome =
  | { readonly kind: 'opened'; readonly file: IncomingFile; readonly mapping: ColumnMapping }
  /** `file`: undefined where parts of it come from a server. */
  | {
      readonly kind: 'street-map';
      readonly map: StreetMap;
      readonly file: IncomingFile | undefined;
    }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What an import tells the page on its way. */
export type ImportEvents = {
  /** Shows what is open as the file is read; `isNew`: other data than before, not only more of them. */
  readonly show: (opened: DataSnapshot, isNew: boolean) => void;
  /** The file was saved with a column mapping that cannot be used any more. */
  readonly mappingOutdated: (file: string) => void;
};

/** A file that is read again by the mapping it had: nothing of it is new. */
const SILENT: ImportEvents = { show: () => undefined, mappingOutdated: () => undefined };

/** One attempt to open one file: fetch, recognise, suggest a column mapping, confirm it, read. */
export class ImportSession {
  /** The number of the data set that it becomes. */
  readonly dataset: number;
  readonly #origin: ImportOrigin;
  readonly #edges: ImportEdges;
  readonly #events: ImportEvents;
  readonly #controller = new AbortController();
  static #sessions = 0;
  /** Names the street map that the file may be. */
  readonly #key = `${STREET_KEY}${++ImportSession.#sessions}`;
  /** What the reader has agreed to. */
  readonly #allowedTo = new Set<'other-site' | 'redirect'>();
  #status = $state.raw<ImportStatus | undefined>();
  #file: IncomingFile | undefined;
  #permission: Question<undefined> | undefined;
  #choice = $state.raw<MappingChoice | undefined>();
  /** The worker has something of this import that must be taken back when it is cancelled. */
  #isInWorker = false;
  #isShown = false;

  constructor(dataset: number, origin: ImportOrigin, edges: ImportEdges, events: ImportEvents) {
    this.dataset = dataset;
    this.#origin = origin;
    this.#edges = edges;
    this.#events = events;
  }

  /** Reads a data set again, switched off, in a worker that lost it; true where that succeeded. */
  static async readAgain(
    dataset: number,
    file: IncomingFile,
    edges: ImportEdges,
  ): Promise<boolean> {
    const origin = { kind: 'file', file: { ...file, isOff: true } } as const;
    const session = new ImportSession(dataset, origin, edges, SILENT);
    try {
      return (await session.run()).kind === 'opened';
    } catch (cause) {
      if (cause instanceof CrashedWorker) throw cause;
      await session.cancel();
      return false;
    }
  }

  /** Undefined until it runs. */
  get status(): ImportStatus | undefined {
    return this.#choice?.status ?? this.#status;
  }
  /** The file; undefined until it has arrived. */
  get file(): IncomingFile | undefined {
    return this.#file;
  }
  /** What this device keeps of a linked file, until that has arrived. */
  get copy(): IncomingFile | undefined {
    return this.#file || this.#origin.kind === 'file' ? undefined : this.#origin.copy;
  }
  /**
   * What to begin again in another worker. Undefined where this one may have ended because of the file.
   */
  get again(): ImportOrigin | undefined {
    if (!this.#file) return this.#origin;
    return this.#choice?.status ? { kind: 'file', file: this.#file } : undefined;
  }

  /** Where the file was fetched from, or would be. */
  get address(): string | undefined {
    return this.#origin.kind === 'link' ? this.#origin.address : this.#origin.file.address;
  }
  /** The street map that the editor of the page has set. */
  get isOfPage(): boolean {
    return this.#origin.kind === 'link' && this.#origin.isOfPage === true;
  }

  /** Rejects with an `AbortError` when the import is cancelled. */
  async run(): Promise<ImportOutcome> {
    const linked = await this.#linkedStreetMap();
    if (linked) return linked;
    const arrived = await incomingFile(
      this.#origin,
      this.#edges,
      (why, address) => this.#allowed(address, why),
      (part, address) => {
        this.#status = { kind: 'fetching', address, host: new URL(address).host, part };
      },
      this.#signal,
    );
    if (arrived.kind === 'failed') return { kind: 'failed', fault: this.#whyNot(arrived.failure) };
    this.#file = arrived.value;
    this.#recognising(arrived.value.name, undefined);
    if (await isStreetMap(arrived.value.blob)) return this.#streetMap(arrived.value);
    this.#signal.throwIfAborted();
    const recognised = await this.#recognised(arrived.value);
    if (recognised.kind === 'failed') return { kind: 'failed', fault: recognised.failure };
    const confirmed = this.#isSettled(recognised.value)
      ? recognised
      : await this.#confirmed(arrived.value, recognised.value);
    if (confirmed.kind === 'failed') return { kind: 'failed', fault: confirmed.failure };
    const { mapping } = confirmed.value;
    const fault = await this.#read(this.#file, mapping);
    return fault ? { kind: 'failed', fault } : { kind: 'opened', file: this.#file, mapping };
  }

  /** Opens a linked archive of tiles by its parts; undefined where it is none, or comes as a whole only. */
  async #linkedStreetMap(): Promise<ImportOutcome | undefined> {
    const origin = this.#origin;
    if (origin.kind === 'file' || !namesTileArchive(origin.address)) return undefined;
    const { address } = origin;
    const named = { key: this.#key, name: nameOfAddress(address) };
    const { host } = new URL(address);
    const opened = await linkedStreetMap(address, named, this.#edges, async (why, asked) => {
      await this.#allowed(asked, why);
      this.#status = { kind: 'fetching', address, host, part: undefined };
    });
    return opened && this.#streetMapOutcome(opened, undefined);
  }

  async #streetMap(file: IncomingFile): Promise<ImportOutcome> {
    const { name, blob } = file;
    const opened = await this.#edges.openStreets({ key: this.#key, name, from: { blob } });
    if (opened.kind === 'unsent') throw new Error('A file of this device was not read.');
    return this.#streetMapOutcome(opened, file);
  }

  async #streetMapOutcome(
    opened: Result<StreetMap, Fault>,
    file: IncomingFile | undefined,
  ): Promise<ImportOutcome> {
    if (opened.kind === 'failed') return { kind: 'failed', fault: opened.failure };
    if (this.#signal.aborted) await this.#edges.closeStreets(this.#key);
    this.#signal.throwIfAborted();
    return { kind: 'street-map', map: opened.value, file };
  }

  /** A large archive of tiles needs a server that sends parts, and no fewer columns. */
  #whyNot(fault: Fault): Fault {
    const origin = this.#origin;
    if (fault.kind !== 'too-large' || origin.kind === 'file') return fault;
    const { address } = origin;
    return namesTileArchive(address)
      ? { kind: 'bad-street-map', file: nameOfAddress(address), issue: 'no-parts' }
      : fault;
  }

  /** Nothing of it has an effect any more. What the worker ended with needs no more than this. */
  abort(): void {
    this.#controller.abort();
  }

  /** Aborts it, and takes back what the worker has of it. */
  async cancel(): Promise<void> {
    this.abort();
    await this.#takeBack();
  }

  get #signal(): AbortSignal {
    return this.#controller.signal;
  }

  async #takeBack(): Promise<void> {
    if (!this.#isInWorker) return;
    const opened = await this.#edges.cancelImport(this.dataset);
    if (opened) this.#events.show(opened, this.#isShown);
  }

  async #allowed(address: string, why: 'other-site' | 'redirect'): Promise<void> {
    if (this.#allowedTo.has(why)) return;
    this.#status = { kind: 'asking', address, host: new URL(address).host, why };
    this.#permission = new Question(this.#signal);
    await this.#permission.answered;
    this.#allowedTo.add(why);
  }

  /** The reader agrees that the other site is asked, or the redirect followed. */
  allowLink(): void {
    this.#permission?.answer(undefined);
  }

  #recognising(name: string, part: number | undefined, unpackedBytes?: number): void {
    this.#status = { kind: 'recognising', name, part, unpackedBytes };
  }

  async #recognised(file: IncomingFile): Promise<Result<MappedImport, Fault>> {
    const { name } = file;
    const onProgress = (part: number, unpackedBytes?: number): void => {
      this.#recognising(name, part, unpackedBytes);
    };
    const proposed = await this.#propose(file, this.#signal, onProgress);
    if (proposed.kind === 'failed') return proposed;
    if (file.savedKey !== undefined && !file.mapping && !file.isPublished)
      this.#events.mappingOutdated(name);
    const mapping = file.mapping ?? proposed.value.proposal.mapping;
    return ok({ proposed: proposed.value, mapping });
  }

  async #propose(
    { name, blob, encoding }: IncomingFile,
    signal: AbortSignal,
    onProgress?: (part: number, unpackedBytes?: number) => void,
  ): Promise<Result<ProposedImport, Fault>> {
    const { dataset } = this;
    this.#isInWorker = true;
    const input = { dataset, name, blob, encoding };
    const proposed = await this.#edges.propose(input, { signal, onProgress });
    signal.throwIfAborted();
    return proposed;
  }

  /** Nothing about the file is in doubt, or the reader has settled it before. */
  #isSettled({ proposed: { proposal, format, isNative }, mapping }: MappedImport): boolean {
    const isClear =
      proposal.isKnown &&
      !proposal.dateOrder.isOpen &&
      format.encodingBasis !== 'doubtful' &&
      mapping.calendar !== 'unknown';
    return isNative || this.#file?.mapping !== undefined || isClear;
  }

  async #confirmed(file: IncomingFile, mapped: MappedImport): Promise<Result<MappedImport, Fault>> {
    const { dataset } = this;
    const choice = new MappingChoice(
      {
        sample: (mapping, signal) => this.#edges.sample({ dataset, mapping }, { signal }),
        propose: async (encoding, signal) => {
          const chosen = { ...file, encoding };
          const proposed = await this.#propose(chosen, signal);
          this.#file = chosen;
          return proposed;
        },
      },
      this.#signal,
    );
    this.#choice = choice;
    const confirmed = await choice.ask(mapped);
    this.#choice = undefined;
    return confirmed;
  }

  async chooseMapping(mapping: ColumnMapping, isDateOrderAsked?: boolean): Promise<void> {
    await this.#choice?.chooseMapping(mapping, isDateOrderAsked);
  }
  async chooseEncoding(encoding: Encoding): Promise<void> {
    await this.#choice?.chooseEncoding(encoding);
  }
  confirm(): void {
    this.#choice?.confirm();
  }

  /** Reads the file to its end; what went wrong, if anything: then nothing of it stays. */
  async #read(file: IncomingFile, mapping: ColumnMapping): Promise<Fault | undefined> {
    const { dataset } = this;
    const { name, isOff = false } = file;
    const signal = this.#signal;
    const onProgress = (part: number): void => {
      this.#status = { kind: 'reading', name, part, isShown: this.#isShown };
    };
    onProgress(0);
    const input = { dataset, mapping, isOff };
    let read = await this.#edges.readFile(input, { signal, onProgress });
    for (;;) {
      signal.throwIfAborted();
      if (read.kind === 'failed') {
        await this.#takeBack();
        return read.failure;
      }
      const { snapshot, isComplete } = read.value;
      if (snapshot) {
        const isNew = !isOff && !this.#isShown;
        this.#isShown = !isOff;
        this.#events.show(snapshot, isNew);
      }
      if (isComplete) return undefined;
      read = await this.#edges.readOn(dataset, { signal, onProgress });
    }
  }
}
