import type { RowNote, RowNoteCode } from '../../core/records/read-row.ts';

const NONE: readonly RowNote[] = [];

/** Gathers the notes on one row after another; a row without any costs nothing. */
export class RowNotes {
  #notes: RowNote[] | undefined;

  add(code: RowNoteCode, column: number | undefined): void {
    (this.#notes ??= []).push({ code, column });
  }

  get count(): number {
    return this.#notes?.length ?? 0;
  }

  /** Drops all notes of the row but the first ones. */
  keep(count: number): void {
    if (this.#notes) this.#notes.length = count;
    if (count === 0) this.#notes = undefined;
  }

  /** The notes of the row that was read, and a clean slate for the next. */
  take(): readonly RowNote[] {
    const notes = this.#notes;
    if (notes === undefined) return NONE;
    this.#notes = undefined;
    return notes;
  }
}
