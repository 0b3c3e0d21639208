import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { CategoryColumn } from '../fields/field-column.ts';
import { readingOrder, recordAt } from '../records/contents.ts';
import type { IncidentTable, Row } from '../records/incident-table.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { textAt } from '../text/text-column.ts';

/** A text of each row, as its position among the distinct ones; '' where a row gives none. */
export type CodedTexts = {
  readonly kind: 'texts';
  readonly values: readonly string[];
  readonly codes: ArrayLike<number>;
};

/** Rows of text that are decoded between two looks at the clock. */
const TEXTS_PER_YIELD_POINT = 256;
/** What tells two titles apart: a cell may hold a million characters. */
const MAX_TEXT = 300;

/** Collects texts of rows that are visited in any order. */
export class TextCodes {
  readonly #values: string[] = [''];
  readonly #codes: Uint32Array<ArrayBuffer>;
  readonly #known = new Map([['', 0]]);

  constructor(rows: number) {
    this.#codes = new Uint32Array(rows);
  }

  put(row: Row, text: string): void {
    const cut = text.slice(0, MAX_TEXT);
    let code = this.#known.get(cut);
    if (code === undefined) {
      code = this.#values.push(cut) - 1;
      this.#known.set(cut, code);
    }
    this.#codes[row] = code;
  }

  get texts(): CodedTexts {
    return { kind: 'texts', values: this.#values, codes: this.#codes };
  }
}

/** What the records of a table say; reads each of them once. */
export async function textsOfRecords(
  table: IncidentTable,
  textOf: (record: StoredRecord) => string,
  task: Task,
): Promise<CodedTexts> {
  const order = await readingOrder(table, task.part(0, 0.05));
  const texts = new TextCodes(table.length);
  for (let at = 0; at < table.length; at++) {
    if (at % TEXTS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.05 + (0.95 * at) / table.length);
    const row = order?.[at] ?? at;
    const record = recordAt(table, row);
    if (record) texts.put(row, textOf(record));
  }
  return texts.texts;
}

/** The names of the places of a table: few texts, whatever the number of rows. */
export async function textsOfPlaces(
  { length, place, places }: IncidentTable,
  task: Task,
): Promise<CodedTexts> {
  const names = new TextCodes(places.length);
  for (let at = 0; at < places.length; at++) {
    if (at % TEXTS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield((0.8 * at) / places.length);
    names.put(at, textAt(places.names, at));
  }
  const { values, codes: ofPlaces } = names.texts;
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue())
      await task.yield(0.8 + (0.2 * row) / length);
    codes[row] = ofPlaces[place[row] ?? 0] ?? 0;
  }
  return { kind: 'texts', values, codes };
}

/** Several values of a row as one text, in their order. */
export async function textsOfValues(
  { values, codes, first }: CategoryColumn,
  rows: number,
  task: Task,
): Promise<CodedTexts> {
  if (!first) return { kind: 'texts', values, codes };
  const texts = new TextCodes(rows);
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await task.yield(row / rows);
    const own = codes.subarray(first[row], first[row + 1]);
    texts.put(row, Array.from(own, (code) => values[code] ?? '').join('; '));
  }
  return texts.texts;
}
