import type { Fault } from '../core/faults/fault.ts';
import type { Result } from '../core/base/result.ts';
import type { DataSnapshot, OpenRequest, SentFile } from '../worker/protocol.ts';
import type { Notices } from './notices.svelte.ts';

export type OpenStatus =
  | { readonly kind: 'opening'; readonly waitingFor: readonly string[] }
  | { readonly kind: 'open'; readonly data: DataSnapshot }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** Where data come from; the page's own functions, or a test's. */
export type BundledDataEdges = {
  /** The folder of another data set than the bundled one, next to the page. */
  readonly dataFolder: string | undefined;
  readonly fetch: (file: string) => Promise<Result<ArrayBuffer, Fault>>;
  readonly addressOf: (file: string) => string;
  readonly open: (request: OpenRequest) => Promise<Result<DataSnapshot, Fault>>;
};

type DataFiles = Readonly<Record<'dataset' | 'records' | 'areas', string>> & {
  readonly sources: string | undefined;
};

/** The files of the bundled data set. */
const BUNDLED: DataFiles = {
  dataset: 'dataset.json',
  records: 'incidents.geojson',
  sources: 'sources/index.json',
  areas: 'basemap/governorates.json',
};

const WORLD_AREAS = 'basemap/areas.json.gz';

/** The files of a large data set in a folder of its own: its records are columns, without source texts. */
const filesIn = (folder: string): DataFiles => ({
  dataset: `${folder}/dataset.json`,
  records: `${folder}/incidents.columns`,
  sources: undefined,
  areas: BUNDLED.areas,
});

const namesOf = (files: DataFiles): readonly string[] =>
  Object.values(files).filter((file) => file !== undefined);

const failedWith = (fault: Fault): OpenStatus => ({ kind: 'failed', fault });

/** What is open: the data set, or how far its opening has come. */
export class BundledData {
  readonly #options: BundledDataEdges;
  readonly #notices: Notices;
  readonly #files: DataFiles;
  #status = $state.raw<OpenStatus>({ kind: 'opening', waitingFor: [] });

  constructor(options: BundledDataEdges, notices: Notices) {
    this.#options = options;
    this.#files = options.dataFolder === undefined ? BUNDLED : filesIn(options.dataFolder);
    this.#notices = notices;
  }

  get status(): OpenStatus {
    return this.#status;
  }
  get data(): DataSnapshot | undefined {
    return this.#status.kind === 'open' ? this.#status.data : undefined;
  }

  /** Opens the data set. What is missing besides the records costs a notice, not the page. */
  async openSet(): Promise<void> {
    this.#status = { kind: 'opening', waitingFor: namesOf(this.#files) };
    const opened = await this.#readSet();
    this.#status = opened.kind === 'ok' ? this.#taken(opened.value) : failedWith(opened.failure);
  }

  /** Opens the data set once more, in a worker that lost it; the page stays as it is meanwhile. */
  async reopenSet(): Promise<DataSnapshot | undefined> {
    const opened = await this.#readSet();
    this.#status = opened.kind === 'ok' ? this.#taken(opened.value) : failedWith(opened.failure);
    return this.data;
  }

  fail(fault: Fault): void {
    this.#status = failedWith(fault);
  }

  async #readSet(): Promise<Result<DataSnapshot, Fault>> {
    const files = this.#files;
    const [dataset, records, sources, areas] = await Promise.all([
      this.#fetch(files.dataset),
      this.#fetch(files.records),
      files.sources === undefined ? undefined : this.#fetch(files.sources),
      this.#fetch(files.areas),
    ]);
    if (records.kind === 'failed') return records;
    const optional = (fetched: Result<SentFile, Fault> | undefined): SentFile | undefined => {
      if (!fetched) return undefined;
      if (fetched.kind === 'ok') return fetched.value;
      this.#notices.notify(fetched.failure);
      return undefined;
    };
    return this.#options.open({
      dataset: optional(dataset),
      records: records.value,
      sources: optional(sources),
      areas: optional(areas),
      worldAreas: this.#options.addressOf(WORLD_AREAS),
    });
  }

  /** Tells what was lost; without a single good record nothing is open. */
  #taken(data: DataSnapshot): OpenStatus {
    const { file, kept, dropped, faults } = data.report;
    if (kept === 0) return failedWith({ kind: 'bad-records', file, kept, faults });
    for (const fault of data.faults) this.#notices.notify(fault);
    if (dropped > 0) this.#notices.notify({ kind: 'bad-records', file, kept, faults });
    return { kind: 'open', data };
  }

  async #fetch(file: string): Promise<Result<SentFile, Fault>> {
    const fetched = await this.#options.fetch(file);
    if (this.#status.kind === 'opening')
      this.#status = {
        kind: 'opening',
        waitingFor: this.#status.waitingFor.filter((waiting) => waiting !== file),
      };
    return fetched.kind === 'ok' ? { kind: 'ok', value: { file, bytes: fetched.value } } : fetched;
  }
}
