import type { Task } from '../base/task.ts';
import type { FieldColumn, FieldInfo, FieldPass, TypedField } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import { columnText } from '../fields/field-text.ts';
import { isOurTextField, ourValues } from '../fields/our-values.ts';
import { ourPass } from '../fields/our-pass.ts';
import { isGiven, inOrderOfFields } from '../fields/own-fields.ts';
import { tablePass } from '../fields/table-pass.ts';
import { readingOrder, recordAt } from '../records/contents.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import { textAt } from '../text/text-column.ts';
import { fieldShareOf, type FieldShare } from './field-share.ts';

/** Rows between two yield points where their texts are decoded. */
const TEXTS_PER_YIELD_POINT = 500;

/** The fields of a table as typed columns, built together on first use and kept. */
export class TableFields {
  readonly #table: IncidentTable;
  #pass: FieldPass | undefined;
  #fields: ReadonlyMap<FieldKey, TypedField> | undefined;
  #shares: readonly FieldShare[] | undefined;

  constructor(table: IncidentTable) {
    this.#table = table;
  }

  async fields(task: Task): Promise<readonly FieldInfo[]> {
    return [...(await this.#built(task)).values()].map(({ info }) => info);
  }

  /** Undefined: the table has no such field. */
  async column(key: FieldKey, task: Task): Promise<FieldColumn | undefined> {
    return (await this.#built(task)).get(key)?.column;
  }

  /** The fields with what the incidents of the table say of each. */
  async shares(task: Task): Promise<readonly FieldShare[]> {
    if (this.#shares) return this.#shares;
    const fields = [...(await this.#built(task.part(0, 0.9))).values()];
    const shares: FieldShare[] = [];
    const step = 0.1 / fields.length;
    for (const [at, field] of fields.entries()) {
      const part = task.part(0.9 + at * step, 0.9 + (at + 1) * step);
      shares.push(await fieldShareOf(field, this.#table, part));
    }
    return (this.#shares = shares);
  }

  /** Several tasks may be at it in turns: one carries on with what another that was cancelled began. */
  async #built(task: Task): Promise<ReadonlyMap<FieldKey, TypedField>> {
    while (!this.#fields) {
      this.#pass ??= await this.#begun(task);
      let step: IteratorResult<number, readonly TypedField[]>;
      try {
        step = this.#pass.next();
      } catch (cause) {
        // The next caller begins anew.
        this.#pass = undefined;
        throw cause;
      }
      if (step.done) {
        this.#fields = new Map(step.value.map((field) => [field.info.key, field]));
        this.#pass = undefined;
      } else if (task.isDue()) await task.yield(step.value);
    }
    return this.#fields;
  }

  async #begun(task: Task): Promise<FieldPass> {
    const { contents } = this.#table;
    if (contents.kind === 'texts') return ourFields(this.#table);
    const { filePass } = await import('../fields/file-pass.ts');
    const order = await this.#readingOrder(task.part(0, 0));
    // Another task may have begun meanwhile.
    return this.#pass ?? fileFields(this.#table, filePass(this.#table, contents.rows, order));
  }

  /** The rows in the order in which their texts are stored. */
  async #readingOrder(task: Task): Promise<Uint32Array> {
    const order = await readingOrder(this.#table, task);
    return order ?? Uint32Array.from({ length: this.#table.length }, (_, row) => row);
  }

  /** Visits the text of one field of every row, in the order in which they are stored. */
  async eachText(
    key: FieldKey,
    visit: (row: Row, text: string) => void,
    task: Task,
  ): Promise<void> {
    const field = (await this.#built(task.part(0, 0.5))).get(key);
    if (!field) return;
    const order = await this.#readingOrder(task.part(0.5, 0.5));
    for (let at = 0; at < order.length; at++) {
      if (at % TEXTS_PER_YIELD_POINT === 0 && task.isDue())
        await task.yield(0.5 + at / order.length / 2);
      const row = order[at] ?? at;
      visit(row, this.#textOf(field, row));
    }
  }

  /** The text of a field of a row; empty where it does not say, and before the columns are built. */
  textAt(key: FieldKey, row: Row): string {
    const field = this.#fields?.get(key);
    return field ? this.#textOf(field, row) : '';
  }

  /** Numbers and dates of a file as it writes them, even those that cannot be read. */
  #textOf({ info: { key }, column, cell }: TypedField, row: Row): string {
    if (column.kind === 'category' || column.kind === 'boolean') return columnText(column, row);
    const { places, place, contents } = this.#table;
    if (contents.kind === 'file' && cell !== undefined) return contents.rows.cell(row, cell);
    if (column.kind !== 'text') return columnText(column, row);
    if (key === 'place') return textAt(places.names, place[row] ?? 0).trim();
    const record = recordAt(this.#table, row);
    return record?.kind === 'codebook' && isOurTextField(key)
      ? ourValues(record.incident, key).join('; ')
      : '';
  }

  /** What the columns take, in bytes. */
  get bytes(): number {
    const arrays = new Set<ArrayBufferLike>();
    for (const { column } of this.#fields?.values() ?? [])
      for (const part of Object.values(column))
        if (ArrayBuffer.isView(part)) arrays.add(part.buffer);
    return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}

function* ourFields(table: IncidentTable): FieldPass {
  const own = [...(yield* tablePass(table)), ...(yield* ourPass(table))];
  return inOrderOfFields(own.filter(isGiven));
}

/** Every column of the file, and before them what its table says in fields of ours. */
function* fileFields(table: IncidentTable, pass: FieldPass): FieldPass {
  const own = yield* tablePass(table);
  return [...inOrderOfFields(own.filter(isGiven)), ...(yield* pass)];
}
