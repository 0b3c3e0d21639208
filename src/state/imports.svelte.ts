import type { Encoding } from '../core/mapping/format-info.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { Fault } from '../core/faults/fault.ts';
import type { StreetMap } from '../core/model/street-map.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import type { Datasets } from './datasets.svelte.ts';
import type { ImportEdges, ImportOutcome, ImportSession } from './import-session.svelte.ts';
import type { ImportStatus } from './import-status.ts';
import { isWebAddress, type ImportOrigin, type IncomingFile } from './incoming-file.ts';
import type { Notices } from './notices.svelte.ts';

const IDLE = { kind: 'idle' } as const;
/** The worker ended, and another one reads all open files again: what comes now waits. */
const REOPENING = { kind: 'reopening' } as const;

/** Hears of each street map that is open: the file that may be kept, and the address it came from. */
type StreetMapOpened = (
  map: StreetMap,
  file: IncomingFile | undefined,
  address: string | undefined,
) => void;

type ReopenedDatasets = {
  readonly opened: DataSnapshot;
  /** Names of data sets that could not be read again. */
  readonly lost: readonly string[];
  /** The name of the file that was being opened when the worker ended, if there was one. */
  readonly unread: readonly string[];
};

/** Opens files of the reader's own, one after the other. What opens one is loaded with the first of them. */
export class Imports {
  readonly #edges: ImportEdges;
  readonly #datasets: Datasets;
  readonly #notices: Notices;
  /** Hears of each data set that has been read to its end. */
  readonly #completed: (dataset: number) => void;
  readonly #streetMapOpened: StreetMapOpened;
  #session = $state.raw<ImportSession | undefined>();
  #isDialogOpen = $state.raw(false);
  #isSuspended = $state.raw(false);
  #Session: typeof ImportSession | undefined;
  #queue: readonly ImportOrigin[] = [];
  /** What the worker was opening when it ended. */
  #lost: IncomingFile | undefined;

  constructor(
    edges: ImportEdges,
    datasets: Datasets,
    notices: Notices,
    completed: (dataset: number) => void,
    streetMapOpened: StreetMapOpened,
  ) {
    this.#edges = edges;
    this.#datasets = datasets;
    this.#notices = notices;
    this.#completed = completed;
    this.#streetMapOpened = streetMapOpened;
  }

  /** How far the opening of a file has come. */
  get status(): ImportStatus | typeof IDLE | typeof REOPENING {
    return this.#isSuspended ? REOPENING : (this.#session?.status ?? IDLE);
  }
  /** Whether the dialog lies open in which a file is chosen, pasted or linked. */
  get isDialogOpen(): boolean {
    return this.#isDialogOpen;
  }
  showDialog(isOpen: boolean): void {
    this.#isDialogOpen = isOpen;
    if (isOpen) this.prepare();
  }

  /** Loads what opens files, because one is about to come. What fails to load is reported when it is needed. */
  prepare(): void {
    this.#load().catch(() => undefined);
  }

  async #load(): Promise<typeof ImportSession> {
    return (this.#Session ??= (await import('./import-session.svelte.ts')).ImportSession);
  }

  /** Opens files one after the other. */
  openFiles(files: readonly File[]): void {
    this.#add(files.map((file) => ({ name: file.name, blob: file, address: undefined })));
  }

  /** Opens a table or document that was pasted, or the address that the text is. */
  openText(text: string, name: string): void {
    const trimmed = text.trim();
    if (isWebAddress(trimmed) && !/\s/.test(trimmed)) this.openLink(trimmed);
    else this.#add([{ name, blob: new Blob([text]), address: undefined }]);
  }

  /** Opens a file of the web; asks first when another site has to be contacted. */
  openLink(address: string): void {
    this.#isDialogOpen = false;
    if (isWebAddress(address)) this.#enqueue([{ kind: 'link', address }]);
    else this.#notices.notify({ kind: 'bad-address', address });
  }

  /** Opens the street map that the editor of the page has set. */
  openStreetsOfPage(address: string): void {
    this.#enqueue([{ kind: 'link', address, isOfPage: true }]);
  }

  allowLink(): void {
    this.#session?.allowLink();
  }
  async chooseMapping(mapping: ColumnMapping, isDateOrderAsked?: boolean): Promise<void> {
    await this.#session?.chooseMapping(mapping, isDateOrderAsked);
  }
  async chooseEncoding(encoding: Encoding): Promise<void> {
    await this.#session?.chooseEncoding(encoding);
  }
  confirm(): void {
    this.#session?.confirm();
  }

  /** Cancels what is being opened, and nothing of it stays; what waits comes next. */
  cancel(): void {
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    if (session.file) this.#reportUnopened(session.file);
    this.#openCopy(session);
    void session.cancel();
    this.#next();
  }

  /** Closes a data set; one that is being read is cancelled. */
  async close(dataset: number): Promise<void> {
    if (this.#session?.dataset === dataset) this.cancel();
    else await this.#datasets.close(dataset);
  }

  /**
   * Opens what the page's address names, and again what was saved on this device: switched off where a
   * link names a view or data, so that its reader sees and counts what was shared.
   */
  async openAtStart(linked: string | undefined, isViewLinked: boolean): Promise<void> {
    const saved = (await this.#datasets.saved.all()).map(({ key: savedKey, file }) => ({
      ...file,
      savedKey,
      isOff: isViewLinked && (linked === undefined || file.address !== linked),
    }));
    if (linked === undefined && saved.length === 0) return;
    await this.#load();
    const copy = saved.find(({ address }) => address !== undefined && address === linked);
    if (linked !== undefined && isWebAddress(linked))
      this.#enqueue([{ kind: 'link', address: linked, copy }]);
    else if (linked !== undefined) this.openLink(linked);
    this.#add(saved.filter((file) => file !== copy));
  }

  #add(files: readonly IncomingFile[]): void {
    this.#enqueue(files.map((file) => ({ kind: 'file', file })));
  }

  #enqueue(origins: readonly ImportOrigin[]): void {
    this.#isDialogOpen = false;
    this.#queue = [...this.#queue, ...origins];
    this.#next();
  }

  /** Opens what waits next, unless something is being opened. */
  #next(): void {
    const [origin, ...rest] = this.#queue;
    if (this.#session || this.#isSuspended || !origin) return;
    if (!this.#Session) {
      void this.#load().then(() => {
        this.#next();
      });
      return;
    }
    this.#queue = rest;
    const session = new this.#Session(this.#datasets.nextNumber, origin, this.#edges, {
      show: (opened, isNew) => {
        this.#datasets.take(opened, isNew);
      },
      mappingOutdated: (file) => {
        this.#notices.notify({ kind: 'mapping-outdated', file });
      },
    });
    this.#session = session;
    void session.run().then(
      (outcome) => {
        if (session !== this.#session) return;
        this.#session = undefined;
        this.#ended(session, outcome);
        this.#next();
      },
      (cause: unknown) => {
        if (session !== this.#session) return;
        this.cancel();
        throw cause;
      },
    );
  }

  #ended(session: ImportSession, outcome: ImportOutcome): void {
    if (outcome.kind === 'failed') {
      this.#notifyOf(outcome.fault, session.file);
      this.#openCopy(session);
      return;
    }
    if (outcome.kind === 'street-map') {
      const { map, file } = outcome;
      this.#streetMapOpened(map, file, session.address);
      // What was there before is where it was: nothing has to be said.
      if (!session.isOfPage && file?.savedKey === undefined)
        this.#notices.notify({ kind: 'street-map-opened', file: map.name, key: map.key });
      return;
    }
    const { dataset } = session;
    const { file, mapping } = outcome;
    const { name, blob, address, encoding, savedKey, answeredBy } = file;
    this.#datasets.completed(dataset, { name, blob, address, mapping, encoding });
    if (savedKey !== undefined) this.#datasets.saved.opened(dataset, savedKey);
    const report = this.#datasets.get(dataset)?.report;
    if (file.isOff && report) this.#notices.notify({ kind: 'opened-off', file: report.file });
    else if (report) this.#notices.notify({ kind: 'file-read', dataset, report, answeredBy });
    this.#completed(dataset);
  }

  /** A saved file that does not open has no switch in the legend: its notice offers to delete it. */
  #notifyOf(fault: Fault, file: IncomingFile | undefined): void {
    const key = file?.isPublished ? undefined : file?.savedKey;
    this.#notices.notify(fault, file && key !== undefined ? { key, name: file.name } : undefined);
  }

  #reportUnopened(file: IncomingFile): void {
    if (file.savedKey !== undefined)
      this.#notifyOf({ kind: 'saved-file-unopened', file: file.name }, file);
  }

  /** In place of a linked file that does not come, what this device keeps of it is opened next. */
  #openCopy({ copy }: ImportSession): void {
    if (!copy) return;
    this.#notices.notify({ kind: 'saved-copy-shown', file: copy.name });
    this.#queue = [{ kind: 'file', file: copy }, ...this.#queue];
  }

  /**
   * The worker ended: until `reopen` or `resume`, all that comes waits. A file that the worker was busy
   * with is not tried again, because it may end the next one too.
   */
  suspend(): void {
    if (this.#isSuspended) return;
    this.#isSuspended = true;
    this.#datasets.suspend();
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    const { again, file } = session;
    session.abort();
    this.#datasets.drop(session.dataset);
    if (again) this.#queue = [again, ...this.#queue];
    else this.#lost = file;
  }

  /** What waits is opened. */
  resume(): void {
    this.#stopWaiting();
    this.#next();
  }

  /** Nothing could be opened again: what waits is opened when the page has data once more. */
  abandon(): void {
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    this.#isSuspended = false;
    this.#datasets.resume();
  }

  /**
   * Opens all data sets again in a worker that lost them, each by the mapping it was read with; only that
   * of the page unless `withFiles`.
   */
  async reopen(empty: DataSnapshot, withFiles = true): Promise<ReopenedDatasets> {
    this.suspend();
    const { opened, lost } = await this.#datasets.reopen(empty, async (dataset, source) => {
      if (!withFiles) return false;
      const Session = await this.#load();
      return Session.readAgain(dataset, source, this.#edges);
    });
    const unread = this.#lost;
    this.#lost = undefined;
    if (unread) this.#reportUnopened(unread);
    this.resume();
    return { opened, lost, unread: unread ? [unread.name] : [] };
  }
}
