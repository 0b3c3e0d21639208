import type { Task } from '../base/task.ts';
import type { FieldColumn, FieldInfo } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import type { FieldShare } from './field-share.ts';
import type { TableFields } from './table-fields.ts';

/** The fields of a table. Their program is loaded with the first question: most visits filter by none. */
export class LazyFields {
  readonly #table: IncidentTable;
  #fields: TableFields | undefined;

  constructor(table: IncidentTable) {
    this.#table = table;
  }

  async #loaded(): Promise<TableFields> {
    const { TableFields } = await import('./table-fields.ts');
    return (this.#fields ??= new TableFields(this.#table));
  }

  async fields(task: Task): Promise<readonly FieldInfo[]> {
    return (await this.#loaded()).fields(task);
  }

  /** The same with what its incidents say. */
  async shares(task: Task): Promise<readonly FieldShare[]> {
    return (await this.#loaded()).shares(task);
  }

  /** Undefined: the table has no such field. */
  async column(key: FieldKey, task: Task): Promise<FieldColumn | undefined> {
    return (await this.#loaded()).column(key, task);
  }

  /** Some of them at once, which takes no longer than one. */
  async columns(
    keys: readonly FieldKey[],
    task: Task,
  ): Promise<ReadonlyMap<FieldKey, FieldColumn>> {
    return (await this.#loaded()).columns(keys, task);
  }

  /** Visits the text of one field of every row, in the order in which they are stored. */
  async eachText(
    key: FieldKey,
    visit: (row: Row, text: string) => void,
    task: Task,
  ): Promise<void> {
    return (await this.#loaded()).eachText(key, visit, task);
  }

  /** The text of a field of a row; empty where it does not say, and before its column is built. */
  textAt(key: FieldKey, row: Row): string {
    return this.#fields?.textAt(key, row) ?? '';
  }

  get bytes(): number {
    return this.#fields?.bytes ?? 0;
  }
}
