import type { RowNote, RowNoteCode } from '../../core/reading/row-reading.ts';

const NONE: readonly RowNote[] = [];

/** Gathers the notes on one row after another; a row without any costs nothing. */
export class RowNotes {
  #notes: RowNote[] | undefined;

  add(code: RowNoteCode, column: number | undefined): void {
    (this.#notes ??= []).push({ code, column });
  }

  /** The notes of the row that was read, and a clean slate for the next. */
  take(): readonly RowNote[] {
    const notes = this.#notes;
    if (notes === undefined) return NONE;
    this.#notes = undefined;
    return notes;
  }
}
