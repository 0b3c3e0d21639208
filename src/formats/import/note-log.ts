import type { NoteGroup } from '../../core/mapping/import-report.ts';
import { columnName } from '../../core/records/column-name.ts';
import { INFORMATIVE_NOTES, ROW_NOTES, type RowNote } from '../../core/records/read-row.ts';
import type { RowCursor, TableReader } from '../table/table-reader.ts';
import { growingCodes, growingInts, growingPositions } from './growing-column.ts';

const NO_COLUMN = -1;
/** So many rows of a group are named in the report; all of them are in its file. */
const MAX_NAMED = 5;

/** An example is shown in a table: a cell may have a million characters. */
const MAX_EXAMPLE = 400;

/** The line of a row where it says more than the row's number. */
export const lineBeside = (row: number, line: number | undefined): number | undefined =>
  line === row ? undefined : line;

export type LoggedNote = RowNote & {
  readonly row: number;
  readonly offset: number;
};

/** Every note on every row, 13 bytes each. */
export class NoteLog {
  readonly #code = growingCodes();
  readonly #column = growingInts();
  readonly #row = growingPositions();
  readonly #offset = growingPositions();

  add(note: RowNote, row: number, offset: number): void {
    this.#code.push(ROW_NOTES.indexOf(note.code));
    this.#column.push(note.column ?? NO_COLUMN);
    this.#row.push(row);
    this.#offset.push(offset);
  }

  get length(): number {
    return this.#row.length;
  }

  at(position: number): LoggedNote {
    const column = this.#column.at(position);
    return {
      code: ROW_NOTES[this.#code.at(position)] ?? 'broken-row',
      column: column === NO_COLUMN ? undefined : column,
      row: this.#row.at(position),
      offset: this.#offset.at(position),
    };
  }

  /** By code and column, largest first; `rowAt` reads a row that is named again, by its offset. */
  groups(
    columns: readonly string[],
    rowAt: (offset: number) => Pick<RowCursor, 'line' | 'text'>,
  ): readonly NoteGroup[] {
    const groups = new Map<number, { count: number; rows: number[]; offsets: number[] }>();
    const width = columns.length + 1;
    for (let position = 0; position < this.length; position++) {
      const key = this.#code.at(position) * width + this.#column.at(position) + 1;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { count: 0, rows: [], offsets: [] }));
      group.count++;
      if (group.rows.length < MAX_NAMED) {
        group.rows.push(this.#row.at(position));
        group.offsets.push(this.#offset.at(position));
      }
    }
    return [...groups]
      .map(([key, { count, rows, offsets }]): NoteGroup => {
        const column = (key % width) - 1;
        const [first = 0] = offsets;
        const cell = column === NO_COLUMN ? '' : rowAt(first).text(column);
        return {
          code: ROW_NOTES[Math.floor(key / width)] ?? 'broken-row',
          column: column === NO_COLUMN ? undefined : columnName(columns, column),
          count,
          rows,
          lines: offsets.map((offset, at) => lineBeside(rows[at] ?? 0, rowAt(offset).line)),
          example: cell === '' ? undefined : cell.slice(0, MAX_EXAMPLE),
        };
      })
      .toSorted((a, b) => b.count - a.count);
  }

  /** Every note with the line and the cell that it is about, for the report's own file. */
  *rows(table: TableReader): Generator<readonly string[], void, void> {
    for (let position = 0; position < this.length; position++) {
      const { code, column, row, offset } = this.at(position);
      const cursor = table.rowAt(offset);
      yield [
        String(row),
        String(cursor.line ?? ''),
        code,
        column === undefined ? '' : columnName(table.columns, column),
        column === undefined ? '' : cursor.text(column),
        (INFORMATIVE_NOTES[code] ?? []).join(' | '),
      ];
    }
  }

  get bytes(): number {
    return 13 * this.length;
  }
}
