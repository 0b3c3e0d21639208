import type { Task } from '../base/task.ts';
import type { FieldColumn, FieldInfo, FieldPass, TypedField } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import { columnText } from '../fields/field-text.ts';
import { isOurTextField, ourValues } from '../fields/our-values.ts';
import { ourPass } from '../fields/our-pass.ts';
import { isGiven, inOrderOfFields } from '../fields/own-fields.ts';
import { tablePass } from '../fields/table-pass.ts';
import type { rereadPass } from '../fields/reread-pass.ts';
import { readingOrder, recordAt } from '../records/contents.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import { textAt } from '../text/text-column.ts';
import { ColumnStore, MAX_COLUMN_BYTES } from './column-store.ts';
import { fieldShareOf, type FieldShare } from './field-share.ts';

/** Rows between two yield points where their texts are decoded. */
const TEXTS_PER_YIELD_POINT = 500;

type Columns = ReadonlyMap<FieldKey, FieldColumn>;
const NOTHING_USED: ReadonlySet<FieldKey> = new Set();

/**
 * The fields of a table as typed columns, built together on first use: the kind of a field follows from its values. More
 * numbers and dates of a file than there is room for are dropped, and read again with the next use.
 */
export class TableFields {
  readonly #table: IncidentTable;
  readonly #maxBytes: number;
  #pass: FieldPass | undefined;
  #built: readonly TypedField[] | undefined;
  #fields: ReadonlyMap<FieldKey, FieldInfo> | undefined;
  #columns: ColumnStore | undefined;
  #shares: readonly FieldShare[] | undefined;
  /** What tasks wait for: one that is done first drops none of it. */
  readonly #asked = new Set<readonly FieldKey[]>();
  /** Columns that are being read again. */
  #rereading:
    | { readonly keys: readonly FieldKey[]; readonly pass: ReturnType<typeof rereadPass> }
    | undefined;

  constructor(table: IncidentTable, maxBytes = MAX_COLUMN_BYTES) {
    this.#table = table;
    this.#maxBytes = maxBytes;
  }

  async fields(task: Task): Promise<readonly FieldInfo[]> {
    await this.shares(task);
    return [...(this.#fields?.values() ?? [])];
  }

  /** Undefined: the table has no such field. */
  async column(key: FieldKey, task: Task): Promise<FieldColumn | undefined> {
    return (await this.columns([key], task)).get(key);
  }

  /** Some columns at once: those that were dropped are read again together. */
  async columns(keys: readonly FieldKey[], task: Task): Promise<Columns> {
    await this.shares(task.part(0, 0.5));
    const store = this.#columns;
    const found = new Map<FieldKey, FieldColumn>();
    const take = (): readonly FieldKey[] =>
      keys.filter((key) => {
        const column = store?.get(key);
        if (column) found.set(key, column);
        return !found.has(key) && store?.readerOf(key) !== undefined;
      });
    this.#asked.add(keys);
    try {
      for (let missing = take(); missing.length > 0; missing = take())
        await this.#reread(missing, task.part(0.5, 1));
    } finally {
      this.#asked.delete(keys);
      store?.trim(new Set([...found.keys(), ...[...this.#asked].flat()]));
    }
    return found;
  }

  /** What the incidents of the table say of each field; what is too much to be kept goes then. */
  async shares(task: Task): Promise<readonly FieldShare[]> {
    if (this.#shares) return this.#shares;
    const fields = await this.#build(task.part(0, 0.9));
    const shares: FieldShare[] = [];
    const step = 0.1 / fields.length;
    for (const [at, field] of fields.entries()) {
      const part = task.part(0.9 + at * step, 0.9 + (at + 1) * step);
      shares.push(await fieldShareOf(field, this.#table, part));
    }
    return this.#keep(fields, shares);
  }

  /** Asked anew after each wait. */
  #isKept(): boolean {
    return this.#shares !== undefined;
  }

  #keep(fields: readonly TypedField[], shares: readonly FieldShare[]): readonly FieldShare[] {
    this.#built = undefined;
    // Another task may have been faster.
    if (this.#shares) return this.#shares;
    this.#fields = new Map(fields.map((field) => [field.info.key, field.info]));
    this.#columns = new ColumnStore(fields, this.#maxBytes);
    this.#columns.trim(NOTHING_USED);
    return (this.#shares = shares);
  }

  /**
   * Several tasks may be at it in turns: one carries on with what another that was cancelled began. Nothing, where
   * another has kept all meanwhile.
   */
  async #build(task: Task): Promise<readonly TypedField[]> {
    while (!this.#built && !this.#isKept()) {
      const pass = this.#pass ?? (await this.#begun(task));
      if (this.#isKept()) break;
      this.#pass = pass;
      let step: IteratorResult<number, readonly TypedField[]>;
      try {
        step = pass.next();
      } catch (cause) {
        // The next caller begins anew.
        this.#pass = undefined;
        throw cause;
      }
      if (step.done) {
        this.#built = step.value;
        this.#pass = undefined;
      } else if (task.isDue()) await task.yield(step.value);
    }
    return this.#built ?? [];
  }

  /** Reads columns again, or those that another task has begun with. */
  async #reread(keys: readonly FieldKey[], task: Task): Promise<void> {
    const { contents } = this.#table;
    if (contents.kind !== 'file') return;
    const { rereadPass } = await import('../fields/reread-pass.ts');
    const order = await this.#readingOrder(task.part(0, 0));
    if (!this.#rereading) {
      // Another task may have read them meanwhile.
      const missing = keys.filter((key) => this.#columns?.readerOf(key));
      const columns = missing.flatMap((key) => this.#columns?.readerOf(key) ?? []);
      if (columns.length === 0) return;
      const pass = rereadPass(this.#table, contents.rows, order, columns);
      this.#rereading = { keys: missing, pass };
    }
    const begun = this.#rereading;
    while (this.#rereading === begun) {
      let step: ReturnType<typeof begun.pass.next>;
      try {
        step = begun.pass.next();
      } catch (cause) {
        this.#rereading = undefined;
        throw cause;
      }
      if (step.done) {
        this.#rereading = undefined;
        for (const [at, column] of step.value.entries()) {
          if (!column) throw new Error('The file has changed.');
          this.#columns?.set(begun.keys[at] ?? '', column);
        }
      } else if (task.isDue()) await task.yield(step.value);
    }
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
    await this.shares(task.part(0, 0.5));
    const field = this.#fields?.get(key);
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
  #textOf({ key, kind }: FieldInfo, row: Row): string {
    const { places, place, contents } = this.#table;
    const isListed = kind === 'category' || kind === 'boolean';
    const cell = isListed ? undefined : this.#columns?.cellOf(key);
    if (contents.kind === 'file' && cell !== undefined) return contents.rows.cell(row, cell);
    const column = this.#columns?.get(key);
    if (column && column.kind !== 'text') return columnText(column, row);
    if (key === 'place') return textAt(places.names, place[row] ?? 0).trim();
    const record = recordAt(this.#table, row);
    return record?.kind === 'codebook' && isOurTextField(key)
      ? ourValues(record.incident, key).join('; ')
      : '';
  }

  /** What the columns take, in bytes. */
  get bytes(): number {
    return this.#columns?.bytes ?? 0;
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
