import type { Encoding } from '../core/mapping/format-info.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { Fault } from '../core/faults/fault.ts';
import { rememberFiles } from './files-of-tab.ts';
import { ImportSession, type ImportOutcome } from './import-session.svelte.ts';
import type { ImportStatus } from './import-status.ts';
import type { ImportingPage } from './importing-page.ts';
import { isWebAddress, type ImportOrigin, type IncomingFile } from './incoming-file.ts';

type Reopened = Parameters<typeof ImportSession.readAgain>;

/** Opens files one after the other. It is loaded with the first of them: most visits open none. */
export class ImportQueue {
  readonly #page: ImportingPage;
  #session = $state.raw<ImportSession | undefined>();
  #waiting: readonly ImportOrigin[] = [];
  /** What the worker was opening when it ended. */
  #lost: IncomingFile | undefined;

  constructor(page: ImportingPage) {
    this.#page = page;
    $effect.root(() => {
      $effect(() => {
        rememberFiles(page.tab, page.datasets.lostOnReload);
      });
    });
  }

  get status(): ImportStatus | undefined {
    return this.#session?.status;
  }
  /** The data set that is being read. */
  get dataset(): number | undefined {
    return this.#session?.dataset;
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

  openFiles(files: readonly IncomingFile[]): void {
    this.add(files.map((file) => ({ kind: 'file', file })));
  }

  /** Opens a file of the web; asks first when another site has to be contacted. */
  openLink(address: string, copy?: IncomingFile): void {
    if (isWebAddress(address)) this.add([{ kind: 'link', address, copy }]);
    else this.#page.notices.notify({ kind: 'bad-address', address });
  }

  /** Cancels what is being opened, and nothing of it stays; what waits comes next. */
  cancel(): void {
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    if (session.file) this.#reportUnopened(session.file);
    this.#openCopy(session);
    void session.cancel();
    this.next();
  }

  add(origins: readonly ImportOrigin[]): void {
    this.#waiting = [...this.#waiting, ...origins];
    this.next();
  }

  /** Opens what waits next, unless something is being opened. */
  next(): void {
    const [origin, ...rest] = this.#waiting;
    if (this.#session || this.#page.isSuspended || !origin) return;
    this.#waiting = rest;
    const session = new ImportSession(this.#page.datasets.nextNumber, origin, this.#page.edges, {
      show: (opened, isNew) => {
        this.#page.datasets.take(opened, isNew);
      },
      mappingOutdated: (file) => {
        this.#page.notices.notify({ kind: 'mapping-outdated', file });
      },
    });
    this.#session = session;
    void session.run().then(
      (outcome) => {
        if (session !== this.#session) return;
        this.#session = undefined;
        this.#ended(session, outcome);
        this.next();
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
      this.#page.streetMapOpened(map, file, session.address);
      // What was there before is where it was: nothing has to be said.
      if (!session.isOfPage && file?.savedKey === undefined)
        this.#page.notices.notify({ kind: 'street-map-opened', file: map.name, key: map.key });
      return;
    }
    const { dataset } = session;
    const { file, mapping } = outcome;
    const { name, blob, address, encoding, savedKey, answeredBy } = file;
    this.#page.datasets.completed(dataset, { name, blob, address, mapping, encoding });
    if (savedKey !== undefined) this.#page.datasets.saved.opened(dataset, savedKey);
    const report = this.#page.datasets.get(dataset)?.report;
    if (file.isOff && report) this.#page.notices.notify({ kind: 'opened-off', file: report.file });
    else if (report) this.#page.notices.notify({ kind: 'file-read', dataset, report, answeredBy });
    this.#page.completed(dataset);
  }

  /** A saved file that does not open has no switch in the legend: its notice offers to delete it. */
  #notifyOf(fault: Fault, file: IncomingFile | undefined): void {
    const key = file?.isPublished ? undefined : file?.savedKey;
    this.#page.notices.notify(
      fault,
      file && key !== undefined ? { key, name: file.name } : undefined,
    );
  }

  #reportUnopened(file: IncomingFile): void {
    if (file.savedKey !== undefined)
      this.#notifyOf({ kind: 'saved-file-unopened', file: file.name }, file);
  }

  /** In place of a linked file that does not come, what this device keeps of it is opened next. */
  #openCopy({ copy }: ImportSession): void {
    if (!copy) return;
    this.#page.notices.notify({ kind: 'saved-copy-shown', file: copy.name });
    this.#waiting = [{ kind: 'file', file: copy }, ...this.#waiting];
  }

  /** The worker ended. A file that it was busy with is not tried again, because it may end the next one too. */
  suspend(): void {
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    const { again, file } = session;
    session.abort();
    this.#page.datasets.drop(session.dataset);
    if (again) this.#waiting = [again, ...this.#waiting];
    else this.#lost = file;
  }

  /** Reads a file again in a worker that lost it. */
  readAgain(dataset: number, source: Reopened[1]): ReturnType<typeof ImportSession.readAgain> {
    return ImportSession.readAgain(dataset, source, this.#page.edges);
  }

  /** The name of the file that ended the worker, which is said once. */
  reportLost(): string | undefined {
    const lost = this.#lost;
    this.#lost = undefined;
    if (lost) this.#reportUnopened(lost);
    return lost?.name;
  }
}
