import type { Encoding } from '../core/mapping/format-info.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import type { Datasets } from './datasets.svelte.ts';
import type { ImportQueue } from './import-queue.svelte.ts';
import type { ImportEdges } from './import-session.svelte.ts';
import type { ImportStatus } from './import-status.ts';
import { OPEN_FILES, type ImportingPage } from './importing-page.ts';
import { isWebAddress } from './incoming-file.ts';
import type { Notices } from './notices.svelte.ts';

const IDLE = { kind: 'idle' } as const;
/** The worker ended, and another one reads all open files again: what comes now waits. */
const REOPENING = { kind: 'reopening' } as const;

type ReopenedDatasets = {
  readonly opened: DataSnapshot;
  /** Names of data sets that could not be read again. */
  readonly lost: readonly string[];
  /** The name of the file that was being opened when the worker ended, if there was one. */
  readonly unread: readonly string[];
};

/** Opens files of the reader's own, one after the other: by `ImportQueue`, which is loaded with the first of them. */
export class Imports implements ImportingPage {
  readonly edges: ImportEdges;
  readonly datasets: Datasets;
  readonly notices: Notices;
  readonly completed: (dataset: number) => void;
  readonly streetMapOpened: ImportingPage['streetMapOpened'];
  readonly tab: SettingsStore;
  /** What the page before remembered: the queue remembers its own files in the same place. */
  readonly #filesBefore: string | undefined;
  #queue = $state.raw<ImportQueue | undefined>();
  #isDialogOpen = $state.raw(false);
  #isSuspended = $state.raw(false);

  constructor(
    edges: ImportEdges,
    datasets: Datasets,
    notices: Notices,
    completed: (dataset: number) => void,
    streetMapOpened: ImportingPage['streetMapOpened'],
    tab: SettingsStore,
  ) {
    this.tab = tab;
    this.#filesBefore = tab.read(OPEN_FILES);
    this.edges = edges;
    this.datasets = datasets;
    this.notices = notices;
    this.completed = completed;
    this.streetMapOpened = streetMapOpened;
  }

  /** How far the opening of a file has come. */
  get status(): ImportStatus | typeof IDLE | typeof REOPENING {
    return this.#isSuspended ? REOPENING : (this.#queue?.status ?? IDLE);
  }
  get isSuspended(): boolean {
    return this.#isSuspended;
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

  async #load(): Promise<ImportQueue> {
    const { ImportQueue } = await import('./import-queue.svelte.ts');
    return (this.#queue ??= new ImportQueue(this));
  }

  /** At once where it is loaded. */
  #open(open: (queue: ImportQueue) => void): void {
    this.#isDialogOpen = false;
    if (this.#queue) open(this.#queue);
    else void this.#load().then(open);
  }

  openFiles(files: readonly File[]): void {
    this.#open((queue) => {
      queue.openFiles(files.map((file) => ({ name: file.name, blob: file, address: undefined })));
    });
  }

  /** Opens a table or document that was pasted, or the address that the text is. */
  openText(text: string, name: string): void {
    const trimmed = text.trim();
    if (isWebAddress(trimmed) && !/\s/.test(trimmed)) this.openLink(trimmed);
    else
      this.#open((queue) => {
        queue.openFiles([{ name, blob: new Blob([text]), address: undefined }]);
      });
  }

  openLink(address: string): void {
    this.#open((queue) => {
      queue.openLink(address);
    });
  }

  /** Opens the street map that the editor of the page has set. */
  openStreetsOfPage(address: string): void {
    this.#open((queue) => {
      queue.add([{ kind: 'link', address, isOfPage: true }]);
    });
  }

  allowLink(): void {
    this.#queue?.allowLink();
  }
  async chooseMapping(mapping: ColumnMapping, isDateOrderAsked?: boolean): Promise<void> {
    await this.#queue?.chooseMapping(mapping, isDateOrderAsked);
  }
  async chooseEncoding(encoding: Encoding): Promise<void> {
    await this.#queue?.chooseEncoding(encoding);
  }
  confirm(): void {
    this.#queue?.confirm();
  }
  cancel(): void {
    this.#queue?.cancel();
  }

  /** Closes a data set; one that is being read is cancelled. */
  async close(dataset: number): Promise<void> {
    if (this.#queue?.dataset === dataset) this.cancel();
    else await this.datasets.close(dataset);
  }

  /**
   * Opens what the page's address names, and again what was saved on this device: switched off where a
   * link names a view or data, so that its reader sees and counts what was shared. Says which files a reload
   * closed.
   */
  async openAtStart(linked: string | undefined, isViewLinked: boolean): Promise<void> {
    const before = this.#filesBefore;
    if (before) (await import('./files-of-tab.ts')).reportLostFiles(before, this);
    const saved = (await this.datasets.saved.all()).map(({ key: savedKey, file }) => ({
      ...file,
      savedKey,
      isOff: isViewLinked && (linked === undefined || file.address !== linked),
    }));
    if (linked === undefined && saved.length === 0) return;
    const queue = await this.#load();
    this.#isDialogOpen = false;
    const copy = saved.find(({ address }) => address !== undefined && address === linked);
    if (linked !== undefined) queue.openLink(linked, copy);
    queue.openFiles(saved.filter((file) => file !== copy));
  }

  /** The worker ended: until `reopen` or `resume`, all that comes waits. */
  suspend(): void {
    if (this.#isSuspended) return;
    this.#isSuspended = true;
    this.datasets.suspend();
    this.#queue?.suspend();
  }

  /** What waits is opened. */
  resume(): void {
    this.abandon();
    this.#queue?.next();
  }

  /** Nothing could be opened again: what waits is opened when the page has data once more. */
  abandon(): void {
    this.#isSuspended = false;
    this.datasets.resume();
  }

  /**
   * Opens all data sets again in a worker that lost them, each by the mapping it was read with; only that
   * of the page unless `withFiles`.
   */
  async reopen(empty: DataSnapshot, withFiles = true): Promise<ReopenedDatasets> {
    this.suspend();
    const { opened, lost } = await this.datasets.reopen(
      empty,
      async (dataset, source) => withFiles && (await this.#load()).readAgain(dataset, source),
    );
    const unread = this.#queue?.reportLost();
    this.resume();
    return { opened, lost, unread: unread === undefined ? [] : [unread] };
  }
}
