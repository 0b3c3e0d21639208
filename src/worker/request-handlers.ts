import { searchTextOf, type Filter } from '../core/filters/filter.ts';
import type { Task } from '../core/base/task.ts';
import type { HandlersOf } from './handlers/handled.ts';
import { DatasetHandlers } from './handlers/datasets.ts';
import type { ImportHandlers, ImportModule } from './handlers/import.ts';
import { QueryHandlers } from './handlers/query.ts';
import { OpenDatasets } from './open-datasets.ts';
import type { RequestName, Requests } from './protocol.ts';

type Input = Requests[RequestName]['input'];

/** Lists of numbers have a `filter` too, but none of their own. */
const isFiltered = (input: Input): input is Extract<Input, { readonly filter: Filter }> =>
  typeof input === 'object' && Object.hasOwn(input, 'filter');

const NOT_LOADED = 'The import module is not loaded.';

/** A handler for every call of the protocol. */
export type Handlers = HandlersOf<RequestName>;

/** Keeps the open data and answers the page's questions about them. */
export class RequestHandlers implements Handlers {
  #importModule: ImportModule | undefined;
  readonly #open = new OpenDatasets();
  readonly #datasets = new DatasetHandlers(this.#open);
  readonly #query = new QueryHandlers(this.#open, () => this.#loaded());
  /** Undefined until a file is opened: most visits open none. */
  #import: ImportHandlers | undefined;

  readonly open = this.#datasets.open.bind(this.#datasets);
  readonly showDatasets = this.#datasets.showDatasets.bind(this.#datasets);
  readonly closeDataset = this.#datasets.closeDataset.bind(this.#datasets);
  readonly propose: ImportHandlers['propose'] = (...call) => this.#imports.propose(...call);
  readonly sample: ImportHandlers['sample'] = (...call) => this.#imports.sample(...call);
  readonly readFile: ImportHandlers['readFile'] = (...call) => this.#imports.readFile(...call);
  readonly readOn: ImportHandlers['readOn'] = (...call) => this.#imports.readOn(...call);
  readonly reportFile: ImportHandlers['reportFile'] = (...call) =>
    this.#imports.reportFile(...call);
  /** An import may be cancelled while what begins it is being loaded. */
  readonly cancelImport: Handlers['cancelImport'] = (...call) =>
    this.#import?.cancelImport(...call) ?? { output: undefined, move: [] };
  readonly view = this.#query.view.bind(this.#query);
  readonly locate = this.#query.locate.bind(this.#query);
  readonly markNames = this.#query.markNames.bind(this.#query);
  readonly markPlaces = this.#query.markPlaces.bind(this.#query);
  readonly list = this.#query.list.bind(this.#query);
  readonly tableOrder = this.#query.tableOrder.bind(this.#query);
  readonly rowMarks = this.#query.rowMarks.bind(this.#query);
  readonly group = this.#query.group.bind(this.#query);
  readonly records = this.#query.records.bind(this.#query);
  readonly find = this.#query.find.bind(this.#query);
  readonly fields = this.#query.fields.bind(this.#query);
  readonly facets = this.#query.facets.bind(this.#query);
  readonly sizes = this.#query.sizes.bind(this.#query);
  readonly exportRows = this.#query.exportRows.bind(this.#query);

  /** How much of the archive that is being recognised is unpacked; undefined while none is. */
  get unpackedBytes(): number | undefined {
    return this.#import?.unpackedBytes;
  }

  /** Files with these fingerprints, by name, were checked when the page was built. */
  trust(fingerprints: Readonly<Record<string, string>>): void {
    this.#datasets.trust(fingerprints);
  }

  useImportModule(importModule: ImportModule): void {
    this.#importModule = importModule;
    this.#import ??= new importModule.Handlers(
      this.#open,
      () => this.#loaded(),
      (task) => this.#datasets.snapshot(task),
    );
  }

  get #imports(): ImportHandlers {
    if (!this.#import) throw new Error(NOT_LOADED);
    return this.#import;
  }

  /** Most visits never search, so that part comes with the first call that does. */
  async loadFor(input: Input): Promise<void> {
    if (isFiltered(input) && searchTextOf(input.filter) !== '')
      await import('../core/index/table-search.ts');
  }

  prepare(task: Task): Promise<void> {
    return this.#query.prepare(task);
  }

  #loaded(): ImportModule {
    if (!this.#importModule) throw new Error(NOT_LOADED);
    return this.#importModule;
  }
}
