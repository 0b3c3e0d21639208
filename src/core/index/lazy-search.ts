import type { Task } from '../base/task.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { Spellings } from '../text/search-text.ts';
import type { TableSearch } from './table-search.ts';

/** The search of a table. Its program is loaded with the first search: most visits never need it. */
export class LazySearch {
  readonly #table: IncidentTable;
  readonly #spellings: Spellings;
  #search: TableSearch | undefined;

  constructor(table: IncidentTable, spellings: Spellings) {
    this.#table = table;
    this.#spellings = spellings;
  }

  async #loaded(): Promise<TableSearch> {
    const { TableSearch } = await import('./table-search.ts');
    return (this.#search ??= new TableSearch(this.#table, this.#spellings));
  }

  async prepare(task: Task): Promise<void> {
    await (await this.#loaded()).prepare(task);
  }

  /** One flag a row of any kind: 1 when it holds what is searched for. */
  async rowsWith(text: string, task: Task): Promise<Uint8Array> {
    if (text === '') return new Uint8Array(this.#table.length).fill(1);
    return (await this.#loaded()).rowsWith(text, task);
  }

  /** One flag a place: 1 when its name holds what is searched for; undefined without a text. */
  async placesNamed(text: string, task: Task): Promise<Uint8Array | undefined> {
    return text === '' ? undefined : (await this.#loaded()).placesNamed(text, task);
  }

  /** What the index of the search takes, in bytes. */
  get bytes(): number {
    return this.#search?.bytes ?? 0;
  }
}
