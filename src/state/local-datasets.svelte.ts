import type { Fault } from '../core/faults/fault.ts';
import { LatestRequest } from '../core/base/latest-request.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { Encoding } from '../core/mapping/format-info.ts';
import type { Result } from '../core/base/result.ts';
import type { FetchedData, Redirected } from '../io/fetch-data.ts';
import type { SavedFile, SavedFiles } from '../io/saved-files.ts';
import {
  CrashedWorker,
  type Ask,
  type CallOptions,
  type OnProgress,
} from '../worker/worker-client.ts';
import type {
  Requests,
  ListRequest,
  DataSnapshot,
  DatasetSummary,
  ProposedImport,
} from '../worker/protocol.ts';
import type { Notices, KeptFile } from './notices.svelte.ts';

/** How files of the reader's own come in and go out. */
export type LocalDatasetEdges = {
  readonly propose: Ask<Requests['propose']['input'], Requests['propose']['output']>;
  readonly sample: Ask<Requests['sample']['input'], Requests['sample']['output']>;
  readonly readFile: Ask<Requests['readFile']['input'], Requests['readFile']['output']>;
  readonly readOn: (options: CallOptions) => Promise<Requests['readOn']['output']>;
  readonly showDatasets: (
    datasets: readonly number[],
    options?: CallOptions,
  ) => Promise<DataSnapshot>;
  readonly closeDataset: (dataset: number) => Promise<DataSnapshot>;
  readonly reportFile: (dataset: number, headings: readonly string[]) => Promise<Blob>;
  readonly exportRows: (request: ListRequest) => Promise<Blob>;
  /** Fetches a file of the web; nothing of the reader goes along. */
  readonly fetchData: (
    address: string,
    onProgress: (part: number | undefined) => void,
    cancelled: AbortSignal,
    mayFollow: boolean,
  ) => Promise<Result<FetchedData, Fault> | Redirected>;
  /** Whether an address is on the page's own site, so that asking it tells nobody else anything. */
  readonly isOwnOrigin: (address: string) => boolean;
  readonly save: (blob: Blob, name: string) => void;
  /** Names in the page's address the data that a link must bring along. */
  readonly nameLinkedData: (address: string | undefined) => void;
  readonly kept: SavedFiles;
};

/** The page that shows what is opened. */
export type LocalDatasetPage = {
  /** `isNew`: other data than before, not only more of them. */
  readonly show: (opened: DataSnapshot, isNew: boolean) => void;
  /** A file has been read to its end. */
  readonly completed: (dataset: number) => void;
};

/** What waits to be opened, one after the other. */
type QueuedImport =
  | { readonly kind: 'file'; readonly file: IncomingFile }
  | { readonly kind: 'link'; readonly address: string; readonly copy?: IncomingFile | undefined };

/** A file that waits to be opened; `address` where it came from the web. */
type IncomingFile = {
  readonly name: string;
  readonly blob: Blob;
  readonly address: string | undefined;
  /** How it was read before, and under which key this device keeps it. */
  readonly kept: { readonly mapping: ColumnMapping | undefined; readonly key: string } | undefined;
  /** The site that sent it, where that is not the one of its address. */
  readonly answeredBy?: string | undefined;
  /** Fetched now from its address. */
  readonly isPublished?: boolean;
  /** The text encoding that the reader chose for it. */
  readonly encoding?: Encoding | undefined;
  /** It opens switched off: a link says what is shown. */
  readonly isAside?: boolean;
};

/** How far the opening of a file has come. */
export type ImportStatus =
  | { readonly kind: 'idle' }
  /** The worker ended, and another one reads all open files again: what comes now waits. */
  | { readonly kind: 'reopening' }
  /** Another site would be asked, or may be by a redirect: only when the reader agrees. */
  | {
      readonly kind: 'asking';
      readonly address: string;
      readonly host: string;
      readonly why: 'other-site' | 'redirect';
    }
  /** `part`: 0 to 1, undefined where the site does not send the size. */
  | {
      readonly kind: 'fetching';
      readonly address: string;
      readonly host: string;
      readonly part: number | undefined;
    }
  | {
      readonly kind: 'recognising';
      readonly name: string;
      /** 0 to 1; undefined until the first word of it. */
      readonly part: number | undefined;
      /** How much of an archive is unpacked, while it is. */
      readonly unpackedBytes: number | undefined;
    }
  | {
      readonly kind: 'confirming';
      readonly proposed: ProposedImport;
      readonly mapping: ColumnMapping;
      readonly samples: readonly SampleRow[];
      /** The order of day and month is open until the reader chooses. */
      readonly isDateOrderAsked: boolean;
      /** The file is proposed anew in another text encoding: it cannot be confirmed until then. */
      readonly isEncodingPending: boolean;
    }
  /** `isShown`: the first rows are on the map already. */
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly part: number;
      readonly isShown: boolean;
    };

const IDLE: ImportStatus = { kind: 'idle' };

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

const nameOfAddress = (address: string): string => {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast(Boolean) ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** Opens, shows, keeps and closes files of the reader's own. */
export class LocalDatasets {
  readonly #options: LocalDatasetEdges;
  readonly #notices: Notices;
  readonly #page: LocalDatasetPage;
  #opening = $state.raw<ImportStatus>(IDLE);
  #datasets = $state.raw<readonly DatasetSummary[]>([]);
  #reportOf = $state.raw<number | undefined>();
  #isDialogOpen = $state.raw(false);
  /** Keys of sets that this device keeps. */
  #keptKeys = $state.raw<ReadonlyMap<number, string>>(new Map());
  readonly #sources = new Map<number, SavedFile & { readonly mapping: ColumnMapping }>();
  #queue: readonly QueuedImport[] = [];
  #incoming: IncomingFile | undefined;
  /** What the worker was opening when it ended. */
  #lost: readonly IncomingFile[] = [];
  /** What this device keeps of the link that is asked for: shown where the published file cannot be. */
  #copy: IncomingFile | undefined;
  /** The opening of a file: what is cancelled, or replaced by the next step, has no effect any more. */
  readonly #attempt = new LatestRequest();
  /** Sets that were asked for while the answer is under way. */
  #wanted: ReadonlySet<number> | undefined;
  readonly #switching = new LatestRequest();
  /** The set that the page's address names: it has room for one. */
  #linkedSet: number | undefined;
  readonly #keeping = new Set<number>();
  /** The set whose first rows are shown while it is read on. */
  #readingSet: number | undefined;
  /** What was on the map before the file that is being read; undefined once the reader chose anew. */
  #shownBefore: readonly number[] | undefined;
  /** What is cancelled leaves first: the next file must not meet it half-gone. */
  #undoing: Promise<void> | undefined;

  constructor(options: LocalDatasetEdges, notices: Notices, page: LocalDatasetPage) {
    this.#options = options;
    this.#notices = notices;
    this.#page = page;
  }

  get opening(): ImportStatus {
    return this.#opening;
  }
  /** All open sets; the one of the page is number 0. */
  get sets(): readonly DatasetSummary[] {
    return this.#datasets;
  }
  setOf(number: number): DatasetSummary | undefined {
    return this.#datasets.find((dataset) => dataset.number === number);
  }
  /** The set whose reading report is open. */
  get reportOf(): DatasetSummary | undefined {
    return this.#reportOf === undefined ? undefined : this.setOf(this.#reportOf);
  }
  /** Whether the dialog lies open in which a file is chosen, pasted or linked. */
  get isDialogOpen(): boolean {
    return this.#isDialogOpen;
  }
  isKept(dataset: number): boolean {
    return this.#keptKeys.has(dataset);
  }
  /** True for the set that the page's address brings along. */
  isLinked(dataset: number): boolean {
    return dataset === this.#linkedSet;
  }
  /** Where a set was fetched from; undefined for a file of this device. */
  addressOf(dataset: number): string | undefined {
    return this.#sources.get(dataset)?.address;
  }
  /** Sets on the map that no link can carry. */
  get localSetsOn(): readonly DatasetSummary[] {
    return this.#datasets.filter(
      ({ number, isOn }) => isOn && number !== 0 && number !== this.#linkedSet,
    );
  }
  /** Files of this device that a reload of the page closes. */
  get lostOnReload(): readonly string[] {
    return this.#datasets.flatMap(({ number, name }) =>
      number !== 0 && number !== this.#linkedSet && !this.isKept(number) ? [name] : [],
    );
  }
  /** Sets on the map whose terms forbid to pass their rows on. */
  get restrictedSetsOn(): readonly DatasetSummary[] {
    return this.#datasets.filter(({ isOn, report }) => isOn && report?.schema === 'acled');
  }

  showDialog(isOpen: boolean): void {
    this.#isDialogOpen = isOpen;
  }
  showReport(dataset: number | undefined): void {
    this.#reportOf = dataset;
  }

  /** Opens files one after the other. */
  openFiles(files: readonly File[]): void {
    this.#take(
      files.map((file) => ({
        name: file.name,
        blob: file,
        address: undefined,
        kept: undefined,
      })),
    );
  }

  /** Opens a table or document that was pasted, or the address that the text is. */
  openText(text: string, name: string): void {
    const trimmed = text.trim();
    if (isWebAddress(trimmed) && !/\s/.test(trimmed)) this.openLink(trimmed);
    else this.#take([{ name, blob: new Blob([text]), address: undefined, kept: undefined }]);
  }

  /** Opens a file of the web; asks first when another site has to be contacted. */
  openLink(address: string): void {
    this.#isDialogOpen = false;
    if (!isWebAddress(address)) {
      this.#notices.notify({ kind: 'bad-address', address });
      return;
    }
    this.#wait([{ kind: 'link', address }]);
  }

  /** The reader agrees that the other site is asked, or the redirect followed. */
  allowLink(): void {
    if (this.#opening.kind !== 'asking') return;
    const { address, why } = this.#opening;
    this.#begin((signal) => this.#fetch(address, signal, why === 'redirect'));
  }

  /** What fails leaves nothing half-open, and the page says why; then what waits comes next. */
  #begin(attempt: (signal: AbortSignal) => Promise<void>): void {
    const signal = this.#attempt.start();
    void attempt(signal).then(
      () => {
        this.#next();
      },
      (cause: unknown) => {
        if (signal.aborted) return;
        this.cancel();
        throw cause;
      },
    );
  }

  async #fetch(address: string, signal: AbortSignal, mayFollow = false): Promise<void> {
    const { host } = new URL(address);
    this.#opening = { kind: 'fetching', address, host, part: undefined };
    const fetched = await this.#options.fetchData(
      address,
      (part) => {
        if (!signal.aborted) this.#opening = { kind: 'fetching', address, host, part };
      },
      signal,
      mayFollow,
    );
    signal.throwIfAborted();
    if (fetched.kind === 'redirected')
      this.#opening = { kind: 'asking', address, host, why: 'redirect' };
    else if (fetched.kind === 'ok')
      await this.#recognise(
        {
          name: nameOfAddress(address),
          blob: fetched.value.blob,
          address,
          answeredBy: fetched.value.answeredBy,
          // Its columns may be others by now.
          kept: this.#copy?.kept && { mapping: undefined, key: this.#copy.kept.key },
          isPublished: true,
        },
        signal,
      );
    else {
      this.#opening = IDLE;
      this.#notices.notify(fetched.failure);
      this.#showCopy();
    }
  }

  #wait(waiting: readonly QueuedImport[]): void {
    this.#isDialogOpen = false;
    this.#queue = [...this.#queue, ...waiting];
    this.#next();
  }

  #take(incoming: readonly IncomingFile[]): void {
    this.#wait(incoming.map((file) => ({ kind: 'file', file })));
  }

  /** Opens what waits next, unless something is being opened. */
  #next(): void {
    if (this.#opening.kind !== 'idle' || this.#queue.length === 0) return;
    this.#begin(async (signal) => {
      if (this.#undoing) await this.#undoing;
      signal.throwIfAborted();
      const [next, ...rest] = this.#queue;
      this.#queue = rest;
      if (next?.kind === 'file') await this.#recognise(next.file, signal);
      else if (next) await this.#openWaitingLink(next, signal);
    });
  }

  async #openWaitingLink(
    { address, copy }: Extract<QueuedImport, { readonly kind: 'link' }>,
    signal: AbortSignal,
  ): Promise<void> {
    this.#copy = copy;
    const { username, password } = new URL(address);
    // An address with a password is refused before any request.
    const isRefused = username !== '' || password !== '';
    if (isRefused || this.#options.isOwnOrigin(address)) await this.#fetch(address, signal);
    else
      this.#opening = { kind: 'asking', address, host: new URL(address).host, why: 'other-site' };
  }

  #showCopy(): void {
    const copy = this.#copy;
    this.#copy = undefined;
    if (!copy) return;
    this.#notices.notify({ kind: 'kept-copy-shown', file: copy.name });
    this.#queue = [{ kind: 'file', file: copy }, ...this.#queue];
  }

  async #recognise(file: IncomingFile, signal: AbortSignal): Promise<void> {
    this.#copy = undefined;
    this.#incoming = file;
    const { name, blob, encoding } = file;
    const onProgress: OnProgress = (part, unpackedBytes) => {
      this.#opening = { kind: 'recognising', name, part, unpackedBytes };
    };
    this.#opening = { kind: 'recognising', name, part: undefined, unpackedBytes: undefined };
    const proposed = await this.#options.propose({ name, blob, encoding }, { signal, onProgress });
    signal.throwIfAborted();
    if (proposed.kind === 'failed') {
      this.#opening = IDLE;
      this.#tellUnopened(proposed.failure, file);
      return;
    }
    const { proposal, isNative: isCodebook, format: form } = proposed.value;
    if (file.kept && !file.kept.mapping && !file.isPublished)
      this.#notices.notify({ kind: 'mapping-outdated', file: name });
    const mapping = file.kept?.mapping ?? proposal.mapping;
    const isClear =
      proposal.isKnown &&
      !proposal.isDateOrderOpen &&
      form.encodingBasis !== 'doubtful' &&
      mapping.calendar !== 'unknown';
    const isSettled = isCodebook || file.kept?.mapping || isClear;
    if (isSettled) await this.#read(proposed.value, mapping, signal);
    else await this.#propose(proposed.value, mapping, proposal.isDateOrderOpen, signal);
  }

  async #propose(
    proposed: ProposedImport,
    mapping: ColumnMapping,
    isDateOrderAsked: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const samples = await this.#options.sample({ proposal: proposed.number, mapping }, { signal });
    signal.throwIfAborted();
    const isEncodingPending = false;
    this.#opening = {
      kind: 'confirming',
      proposed,
      mapping,
      samples,
      isDateOrderAsked,
      isEncodingPending,
    };
  }

  /** Another column mapping; the first rows are read anew. */
  async chooseMeaning(mapping: ColumnMapping, isDateOrderAsked?: boolean): Promise<void> {
    if (this.#opening.kind !== 'confirming') return;
    const { proposed } = this.#opening;
    const isAsked = isDateOrderAsked ?? this.#opening.isDateOrderAsked;
    this.#opening = { ...this.#opening, mapping, isDateOrderAsked: isAsked };
    // The new proposal takes the choice over, where it has the same columns.
    if (this.#opening.isEncodingPending) return;
    await this.#propose(proposed, mapping, isAsked, this.#attempt.start());
  }

  /** Another text encoding; the file is proposed anew, and what the reader changed stays. */
  async chooseEncoding(encoding: Encoding): Promise<void> {
    const file = this.#incoming;
    if (this.#opening.kind !== 'confirming' || !file) return;
    const { proposed: before } = this.#opening;
    const signal = this.#attempt.start();
    this.#opening = { ...this.#opening, isEncodingPending: true };
    const asked = { name: file.name, blob: file.blob, encoding };
    const proposed = await this.#options.propose(asked, { signal }).catch((cause: unknown) => {
      // The worker has no proposal any more that could be confirmed.
      if (!signal.aborted) this.cancel();
      throw cause;
    });
    signal.throwIfAborted();
    const { mapping } = this.#opening;
    if (proposed.kind === 'failed') {
      this.#opening = IDLE;
      this.#tellUnopened(proposed.failure, file);
      this.#next();
      return;
    }
    this.#incoming = { ...file, encoding };
    const { proposal, columns } = proposed.value;
    const isUnchanged = JSON.stringify(mapping) === JSON.stringify(before.proposal.mapping);
    const isOther = isUnchanged || columns.length !== before.columns.length;
    await this.#propose(
      proposed.value,
      isOther ? proposal.mapping : mapping,
      proposal.isDateOrderOpen,
      signal,
    );
  }

  /** Reads the file by the column mapping that is shown. */
  confirm(): void {
    if (this.#opening.kind !== 'confirming' || this.#opening.isDateOrderAsked) return;
    const { proposed, mapping, isEncodingPending } = this.#opening;
    if (mapping.calendar === 'unknown' || isEncodingPending) return;
    this.#begin((signal) => this.#read(proposed, mapping, signal));
  }

  async #read(
    { name, number: proposal }: ProposedImport,
    mapping: ColumnMapping,
    signal: AbortSignal,
  ): Promise<void> {
    const source = this.#incoming;
    const isAside = source?.isAside ?? false;
    const shownBefore = this.#shownSets;
    this.#shownBefore = shownBefore;
    let isShown = false;
    const onProgress = (part: number): void => {
      this.#opening = { kind: 'reading', name, part, isShown };
    };
    onProgress(0);
    const asked = { proposal, mapping, isAside };
    const first = this.#options.readFile(asked, { signal, onProgress });
    /** What takes back what the worker has of the file; undefined once it stays. */
    let undo: (() => Promise<void>) | undefined = () => this.#closeUnknown(shownBefore);
    signal.addEventListener('abort', () => {
      // A worker that ended has nothing to take back.
      if (undo && this.#opening.kind !== 'reopening') this.#undo(undo);
    });
    let read = await first;
    signal.throwIfAborted();
    if (read.kind === 'ok' && read.value.snapshot) this.#taken(read.value.snapshot, true);
    if (read.kind === 'ok' && !read.value.isComplete) {
      const { dataset } = read.value;
      this.#readingSet = dataset;
      isShown = !isAside;
      undo = () => this.#close(dataset, this.#shownBefore);
      read = await this.#options.readOn({ signal, onProgress });
      signal.throwIfAborted();
      this.#readingSet = undefined;
      if (read.kind === 'ok' && read.value.snapshot) this.#taken(read.value.snapshot, false);
      else if (read.kind === 'failed') await this.#close(dataset, this.#shownBefore);
    }
    if (isAside) {
      const wanted = [...(this.#wanted ?? this.#shownSets)];
      const opened = await this.#options.showDatasets(wanted);
      signal.throwIfAborted();
      this.#taken(opened, false);
    }
    undo = undefined;
    this.#opening = IDLE;
    if (read.kind === 'failed') this.#tellUnopened(read.failure, source);
    else {
      const { dataset } = read.value;
      if (source) {
        const { name: file, blob, address, encoding } = source;
        this.#sources.set(dataset, { name: file, blob, address, mapping, encoding });
        if (address !== undefined) this.#name(dataset, address);
      }
      if (source?.kept) this.#keptKeys = new Map(this.#keptKeys).set(dataset, source.kept.key);
      const report = this.setOf(dataset)?.report;
      if (isAside && report) this.#notices.notify({ kind: 'kept-aside', file: report.file });
      else if (report)
        this.#notices.notify({
          kind: 'file-read',
          dataset,
          report,
          answeredBy: source?.answeredBy,
        });
      this.#page.completed(dataset);
    }
    this.#incoming = undefined;
  }

  /** Cancels what is being opened, and nothing of it stays; what waits comes next. */
  cancel(): void {
    if (this.#opening.kind === 'reopening') return;
    this.#tellKeptUnopened(this.#incoming);
    this.#incoming = undefined;
    this.#readingSet = undefined;
    this.#opening = IDLE;
    this.#showCopy();
    this.#attempt.cancel();
    this.#next();
  }

  /** A kept file that does not open has no switch in the legend: its notice offers to remove it. */
  #tellUnopened(fault: Fault, file: IncomingFile | undefined): void {
    const key = file?.isPublished ? undefined : file?.kept?.key;
    this.#notices.notify(
      fault,
      key === undefined ? undefined : { key, name: file?.name ?? 'file' },
    );
  }

  #tellKeptUnopened(file: IncomingFile | undefined): void {
    if (file?.kept) this.#tellUnopened({ kind: 'kept-unopened', file: file.name }, file);
  }

  /** Removes a kept file from this device; the notice of a failure offers to try again. */
  async removeKept({ key, name }: KeptFile): Promise<void> {
    const isRemoved = await this.#options.kept.remove(key);
    for (const { number, unopened } of this.#notices.all)
      if (unopened?.key === key) this.#notices.dismiss(number);
    if (!isRemoved) this.#notices.notify({ kind: 'not-removed', file: name }, { key, name });
    else this.#keptKeys = new Map([...this.#keptKeys].filter(([, one]) => one !== key));
  }

  #undo(work: () => Promise<void>): void {
    const undoing = work().finally(() => {
      if (this.#undoing === undoing) this.#undoing = undefined;
    });
    this.#undoing = undoing;
  }

  /** The worker may have opened what was cancelled before it heard of that. */
  async #closeUnknown(shown: readonly number[]): Promise<void> {
    const known = new Set(this.#datasets.map(({ number }) => number));
    let opened = await this.#options.showDatasets(shown);
    const unknown = opened.datasets.find(({ number }) => !known.has(number));
    if (unknown) {
      await this.#options.closeDataset(unknown.number);
      opened = await this.#options.showDatasets(shown);
    }
    this.#taken(opened, false);
  }

  get #shownSets(): readonly number[] {
    return this.#datasets.filter(({ isOn }) => isOn).map(({ number }) => number);
  }

  /** Takes what the worker has opened. */
  #taken(opened: DataSnapshot, isNew: boolean): void {
    this.know(opened);
    this.#page.show(opened, isNew);
  }

  /** The open sets have changed. */
  know({ datasets }: DataSnapshot): void {
    this.#datasets = datasets;
    if (this.#reportOf !== undefined && !this.setOf(this.#reportOf)) this.#reportOf = undefined;
  }

  /**
   * The worker ended: until `reopen` is done, all that comes waits. A file that the worker was busy with
   * is not tried again, because it may end the next one too.
   */
  suspend(): void {
    const opening = this.#opening;
    const incoming = this.#incoming;
    if (opening.kind === 'reopening') return;
    this.#opening = { kind: 'reopening' };
    this.#attempt.cancel();
    this.#switching.cancel();
    if (opening.kind === 'asking' || opening.kind === 'fetching') {
      const { address } = opening;
      this.#queue = [{ kind: 'link', address, copy: this.#copy }, ...this.#queue];
    } else if (opening.kind === 'confirming' && incoming)
      this.#queue = [{ kind: 'file', file: incoming }, ...this.#queue];
    else if (incoming && this.#readingSet === undefined) this.#lost = [incoming];
    this.#copy = undefined;
    this.#incoming = undefined;
    this.#readingSet = undefined;
    this.#wanted = undefined;
    this.#undoing = undefined;
  }

  /** Nothing could be opened again: what waits is opened when the page has data once more. */
  abandon(): void {
    if (this.#opening.kind === 'reopening') this.#opening = IDLE;
  }

  /**
   * Opens all sets again in a worker that lost them, each by the mapping it was read with. `lost`: names
   * of those that cannot be read any more. `isRenumbered`: rows of files have other ids than before.
   */
  async reopen(
    empty: DataSnapshot,
  ): Promise<{ opened: DataSnapshot; lost: readonly string[]; isRenumbered: boolean }> {
    this.suspend();
    const numbers = new Map([[0, 0]]);
    for (const [old, source] of [...this.#sources]) {
      // Closed meanwhile.
      if (!this.#sources.has(old)) continue;
      const dataset = await this.#readAgain(source).catch((cause: unknown) => {
        // The worker ended at this file: it is left out when all is opened once more.
        if (cause instanceof CrashedWorker) this.#sources.delete(old);
        throw cause;
      });
      if (dataset !== undefined) numbers.set(old, dataset);
    }
    let before: readonly DatasetSummary[];
    let opened: DataSnapshot;
    do {
      before = this.#datasets;
      for (const [old, dataset] of [...numbers]) {
        if (before.some(({ number }) => number === old)) continue;
        numbers.delete(old);
        await this.#options.closeDataset(dataset);
      }
      const on = before.flatMap(({ number, isOn }) => (isOn ? (numbers.get(number) ?? []) : []));
      const isAnyRead = this.#sources.size > 0;
      opened = isAnyRead ? await this.#options.showDatasets(on.length > 0 ? on : [0]) : empty;
      // Until the reader has closed or switched nothing more meanwhile.
    } while (before !== this.#datasets);
    const renumbered = <Value>(of: Iterable<readonly [number, Value]>): Map<number, Value> =>
      new Map(
        [...of].flatMap(([old, value]) => {
          const dataset = numbers.get(old);
          return dataset === undefined ? [] : [[dataset, value] as const];
        }),
      );
    for (const file of this.#lost) this.#tellKeptUnopened(file);
    for (const { number: old, name } of before) {
      const key = numbers.has(old) ? undefined : this.#keptKeys.get(old);
      if (key !== undefined)
        this.#notices.notify({ kind: 'kept-unopened', file: name }, { key, name });
    }
    const sources = renumbered(this.#sources);
    this.#sources.clear();
    for (const [dataset, source] of sources) this.#sources.set(dataset, source);
    this.#keptKeys = renumbered(this.#keptKeys);
    this.#linkedSet = this.#linkedSet === undefined ? undefined : numbers.get(this.#linkedSet);
    const lostSets = before.flatMap(({ number, name }) => (numbers.has(number) ? [] : [name]));
    const lost = [...lostSets, ...this.#lost.map(({ name }) => name)];
    this.#lost = [];
    this.#opening = IDLE;
    this.know(opened);
    this.#next();
    return {
      opened,
      lost,
      isRenumbered: before.some(({ number }) => numbers.get(number) !== number),
    };
  }

  /** The number of the set; undefined where its file cannot be read any more. */
  async #readAgain({
    name,
    blob,
    mapping,
    encoding,
  }: SavedFile & { readonly mapping: ColumnMapping }): Promise<number | undefined> {
    let begun: number | undefined;
    try {
      const proposed = await this.#options.propose({ name, blob, encoding }, {});
      if (proposed.kind === 'failed') return undefined;
      const request = { proposal: proposed.value.number, mapping, isAside: true };
      let read = await this.#options.readFile(request, {});
      if (read.kind === 'ok' && !read.value.isComplete) {
        begun = read.value.dataset;
        read = await this.#options.readOn({});
      }
      if (read.kind === 'ok') return read.value.dataset;
    } catch (cause) {
      if (cause instanceof CrashedWorker) throw cause;
    }
    // Its first rows alone would look like all of it.
    if (begun !== undefined) await this.#options.closeDataset(begun);
    return undefined;
  }

  /** Puts a set on the map, or aside. */
  async toggle(dataset: number): Promise<void> {
    // Numbers of sets change while they are opened again: `reopen` shows what is on here at its end.
    if (this.#opening.kind === 'reopening') {
      this.#datasets = this.#datasets.map((one) =>
        one.number === dataset ? { ...one, isOn: !one.isOn } : one,
      );
      return;
    }
    const wanted = new Set(this.#wanted ?? this.#shownSets);
    if (!wanted.delete(dataset)) wanted.add(dataset);
    this.#wanted = wanted;
    this.#shownBefore = undefined;
    const opened = await this.#switching.run((signal) =>
      this.#options.showDatasets([...wanted], { signal }),
    );
    this.#wanted = undefined;
    this.#taken(opened, true);
  }

  async close(dataset: number): Promise<void> {
    if (dataset === this.#readingSet) {
      this.cancel();
      return;
    }
    await this.#close(dataset);
  }

  /** `shown`: what is on the map afterwards; undefined: what else is on it. */
  async #close(dataset: number, shown?: readonly number[]): Promise<void> {
    await this.forget(dataset);
    this.#sources.delete(dataset);
    if (dataset === this.#linkedSet) {
      const [other] = [...this.#sources].filter(([, { address }]) => address !== undefined);
      this.#name(other?.[0], other?.[1].address);
    }
    for (const { number } of this.#notices.all.filter(
      ({ fault }) => fault.kind === 'file-read' && fault.dataset === dataset,
    ))
      this.#notices.dismiss(number);
    if (this.#opening.kind === 'reopening') {
      this.#datasets = this.#datasets.filter(({ number }) => number !== dataset);
      return;
    }
    const closed = await this.#options.closeDataset(dataset);
    this.#taken(shown ? await this.#options.showDatasets(shown) : closed, true);
  }

  /** Names the data of a set in the page's address. */
  #name(dataset: number | undefined, address: string | undefined): void {
    this.#linkedSet = dataset;
    this.#options.nameLinkedData(address);
  }

  /** Saves every note on the rows of a file as a table with these headings. */
  async downloadReport(dataset: number, headings: readonly string[], name: string): Promise<void> {
    this.#options.save(await this.#options.reportFile(dataset, headings), name);
  }

  /** Saves the rows that are listed. */
  async exportRows(request: ListRequest, name: string): Promise<void> {
    this.#options.save(await this.#options.exportRows(request), name);
  }

  /** Keeps a set on this device, to be opened again with the page. */
  async keep(dataset: number): Promise<void> {
    const source = this.#sources.get(dataset);
    if (!source || this.#keeping.has(dataset)) return;
    this.#keeping.add(dataset);
    const key = await this.#options.kept.put(source);
    this.#keeping.delete(dataset);
    // It may have been opened again meanwhile, under another number.
    const now = [...this.#sources].find(([, one]) => one === source)?.[0];
    if (key === undefined) this.#notices.notify({ kind: 'not-kept', file: source.name });
    else if (now === undefined) await this.removeKept({ key, name: source.name });
    else this.#keptKeys = new Map(this.#keptKeys).set(now, key);
  }

  async forget(dataset: number): Promise<void> {
    const key = this.#keptKeys.get(dataset);
    if (key === undefined) return;
    await this.removeKept({ key, name: this.#sources.get(dataset)?.name ?? 'file' });
  }

  /**
   * Opens what the page's address names, and again what was kept on this device: switched off where a
   * link names a view or data, so that its reader sees and counts what was shared.
   */
  async openAtStart(linked: string | undefined, isViewLinked: boolean): Promise<void> {
    const kept = await this.#options.kept.all();
    const incoming = kept.map(({ key, file: { name, blob, address, mapping, encoding } }) => ({
      name,
      blob,
      address,
      kept: { mapping, key },
      encoding,
      isAside: isViewLinked && (linked === undefined || address !== linked),
    }));
    const copy = incoming.find(({ address }) => address !== undefined && address === linked);
    if (linked !== undefined && isWebAddress(linked))
      this.#wait([{ kind: 'link', address: linked, copy }]);
    else if (linked !== undefined) this.openLink(linked);
    this.#take(incoming.filter((file) => file !== copy));
  }
}
