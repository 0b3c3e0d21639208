import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { SavedFile } from '../io/saved-files.ts';
import type { CallOptions } from '../worker/worker-client.ts';
import type { DataSnapshot, DatasetSummary, ExportRequest } from '../worker/protocol.ts';
import { DatasetSwitches } from './dataset-switches.ts';
import type { Notices } from './notices.svelte.ts';
import type { SavedFiles } from './saved-files.svelte.ts';

/** What the data sets of the page ask of the worker, the browser and the address bar. */
export type DatasetEdges = {
  readonly showDatasets: (
    datasets: readonly number[],
    options?: CallOptions,
  ) => Promise<DataSnapshot>;
  readonly closeDataset: (dataset: number) => Promise<DataSnapshot>;
  readonly reportFile: (dataset: number, headings: readonly string[]) => Promise<Blob>;
  readonly exportRows: (request: ExportRequest) => Promise<Blob>;
  readonly save: (blob: Blob, name: string) => void;
  /** Names in the page's address the data that a link must bring along. */
  readonly nameLinkedData: (address: string | undefined) => void;
};

/** The file that a data set was read from, and how. */
export type DatasetSource = SavedFile & { readonly mapping: ColumnMapping };

/** Shows what is open. `isNew`: other data than before, not only more of them. */
type ShowData = (opened: DataSnapshot, isNew: boolean) => void;

/** All open data sets: switched, closed, saved, and read again when the worker has lost them. */
export class Datasets {
  readonly saved: SavedFiles;
  readonly #edges: DatasetEdges;
  readonly #notices: Notices;
  readonly #show: ShowData;
  #all = $state.raw<readonly DatasetSummary[]>([]);
  #reported = $state.raw<number | undefined>();
  /** The set that the page's address names: it has room for one. */
  #linked = $state.raw<number | undefined>();
  /** By number: every set but that of the page. */
  readonly #sources = new Map<number, DatasetSource>();
  #highestNumber = 0;
  readonly #switches: DatasetSwitches;
  /** A worker that lost its data is given them again: until then, changes are made only here. */
  #isReopening = false;

  constructor(edges: DatasetEdges, notices: Notices, saved: SavedFiles, show: ShowData) {
    this.#edges = edges;
    this.#switches = new DatasetSwitches(edges.showDatasets);
    this.#notices = notices;
    this.#show = show;
    this.saved = saved;
  }

  /** In the order in which they were opened; the one of the page is number 0. */
  get all(): readonly DatasetSummary[] {
    return this.#all;
  }
  get(number: number): DatasetSummary | undefined {
    return this.#all.find((dataset) => dataset.number === number);
  }
  /** By number, in the order in which they were opened. */
  get sources(): ReadonlyMap<number, DatasetSource> {
    return this.#sources;
  }
  /** A number that no data set of this page has had: ids of rows begin with it. */
  get nextNumber(): number {
    return this.#highestNumber + 1;
  }
  /** True for the set that the page's address brings along. */
  isLinked(dataset: number): boolean {
    return dataset === this.#linked;
  }
  /** Where a set was fetched from; undefined for a file of this device. */
  addressOf(dataset: number): string | undefined {
    return this.#sources.get(dataset)?.address;
  }
  /** Sets on the map that no link can carry. */
  get localOn(): readonly DatasetSummary[] {
    return this.#all.filter(({ number, isOn }) => isOn && this.#isLocal(number));
  }
  /** A set that no link can carry is open, on the map or not. */
  get isLocalOpen(): boolean {
    return this.#all.some(({ number }) => this.#isLocal(number));
  }
  #isLocal(dataset: number): boolean {
    return dataset !== 0 && !this.isLinked(dataset);
  }
  /** Files of this device that a reload of the page closes. */
  get lostOnReload(): readonly string[] {
    return this.#all.flatMap(({ number, name }) =>
      this.#isLocal(number) && !this.saved.isSaved(number) ? [name] : [],
    );
  }
  /** Sets on the map whose terms forbid to pass their rows on. */
  get restrictedOn(): readonly DatasetSummary[] {
    return this.#all.filter(({ isOn, report }) => isOn && report?.schema === 'acled');
  }

  /** The set whose import report is open. */
  get reported(): DatasetSummary | undefined {
    return this.#reported === undefined ? undefined : this.get(this.#reported);
  }
  showReport(dataset: number | undefined): void {
    this.#reported = dataset;
  }

  /** The open sets have changed. */
  know({ datasets }: DataSnapshot): void {
    this.#all = datasets;
    this.#highestNumber = Math.max(this.#highestNumber, ...datasets.map(({ number }) => number));
    if (!this.reported) this.#reported = undefined;
  }

  /** Shows what the worker has open now. */
  take(opened: DataSnapshot, isNew: boolean): void {
    this.know(opened);
    this.#show(opened, isNew);
  }

  /** A file has been read to its end. */
  completed(dataset: number, source: DatasetSource): void {
    this.#sources.set(dataset, source);
    if (source.address !== undefined) this.#link(dataset, source.address);
  }

  /** Puts a set on the map, or takes it off. */
  async toggle(dataset: number): Promise<void> {
    if (this.#isReopening) {
      this.#all = this.#all.map((one) =>
        one.number === dataset ? { ...one, isOn: !one.isOn } : one,
      );
      return;
    }
    this.take(await this.#switches.toggle(dataset, () => this.#all), true);
  }

  /** Closes a set and deletes its file from this device. */
  async close(dataset: number): Promise<void> {
    await this.delete(dataset);
    this.#forgetSource(dataset);
    for (const { number, message } of this.#notices.all)
      if (message.kind === 'file-read' && message.dataset === dataset)
        this.#notices.dismiss(number);
    if (this.#isReopening) this.drop(dataset);
    else this.take(await this.#edges.closeDataset(dataset), true);
  }

  /** A set is not open any more. */
  drop(dataset: number): void {
    this.#forgetSource(dataset);
    if (this.get(dataset)) this.#all = this.#all.filter(({ number }) => number !== dataset);
  }

  #forgetSource(dataset: number): void {
    this.#sources.delete(dataset);
    if (dataset !== this.#linked) return;
    const [other] = [...this.#sources].filter(([, { address }]) => address !== undefined);
    this.#link(other?.[0], other?.[1].address);
  }

  /** Names the data of a set in the page's address. */
  #link(dataset: number | undefined, address: string | undefined): void {
    this.#linked = dataset;
    this.#edges.nameLinkedData(address);
  }

  /** Saves the file of a set on this device, to be opened again with the page. */
  async save(dataset: number): Promise<void> {
    const source = this.#sources.get(dataset);
    if (source) await this.saved.save(dataset, source, () => this.#sources.has(dataset));
  }

  /** Deletes the file of a set from this device; the set stays open. */
  async delete(dataset: number): Promise<void> {
    const name = this.#sources.get(dataset)?.name ?? this.get(dataset)?.name;
    if (name !== undefined) await this.saved.deleteOf(dataset, name);
  }

  /** Downloads every note on the rows of a file as a table with these headings. */
  async downloadReport(dataset: number, headings: readonly string[], name: string): Promise<void> {
    this.#edges.save(await this.#edges.reportFile(dataset, headings), name);
  }

  /** Downloads the rows that are listed. */
  async exportRows(request: ExportRequest, name: string): Promise<void> {
    this.#edges.save(await this.#edges.exportRows(request), name);
  }

  /** The worker ended: until `resume`, sets are switched and closed only here. */
  suspend(): void {
    this.#isReopening = true;
    this.#switches.cancel();
  }

  resume(): void {
    this.#isReopening = false;
  }

  /**
   * Gives a worker that lost its data all sets again, by `read`, which is true where that succeeded.
   * Gives what is open then, and the names of the sets that could not be read again.
   */
  async reopen(
    empty: DataSnapshot,
    read: (dataset: number, source: DatasetSource) => Promise<boolean>,
  ): Promise<{ readonly opened: DataSnapshot; readonly lost: readonly string[] }> {
    const inWorker = new Set([0]);
    for (const [dataset, source] of [...this.#sources])
      if (this.#sources.has(dataset) && (await this.#isReadAgain(read, dataset, source)))
        inWorker.add(dataset);
    let before: readonly DatasetSummary[];
    let opened = empty;
    do {
      before = this.#all;
      const open = new Set(before.map(({ number }) => number));
      for (const dataset of inWorker)
        if (!open.has(dataset)) {
          inWorker.delete(dataset);
          await this.#edges.closeDataset(dataset);
        }
      const on = before.flatMap(({ number, isOn }) => (isOn && inWorker.has(number) ? number : []));
      opened = await this.#edges.showDatasets(on.length > 0 ? on : [0]);
      // Until the reader has switched or closed nothing more meanwhile.
    } while (before !== this.#all);
    const lost = before.filter(({ number }) => !inWorker.has(number));
    for (const { number, name } of lost) {
      this.saved.reportUnopened(number, name);
      this.drop(number);
    }
    this.know(opened);
    return { opened, lost: lost.map(({ name }) => name) };
  }

  async #isReadAgain(
    read: (dataset: number, source: DatasetSource) => Promise<boolean>,
    dataset: number,
    source: DatasetSource,
  ): Promise<boolean> {
    try {
      return await read(dataset, source);
    } catch (cause) {
      // The worker ended at this file: it is left out when all is opened once more.
      this.#sources.delete(dataset);
      throw cause;
    }
  }
}
