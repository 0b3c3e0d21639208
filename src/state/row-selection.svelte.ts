import type { RecordRef } from '../core/records/record-ref.ts';

/** Room for new references beyond the largest one that is selected. */
const GROWTH = 1 << 12;

/**
 * The rows of the table that are selected, by reference, so that another order or filter leaves them selected. A byte a
 * reference: selecting a million rows takes some milliseconds.
 */
export class RowSelection {
  #flags = new Uint8Array(0);
  /** Counts the changes, which is what the page follows. */
  #version = $state(0);

  has(row: RecordRef): boolean {
    return this.#version >= 0 && this.#flags[row] === 1;
  }

  /** The selected rows of a list, in its order. */
  of(rows: Uint32Array): Uint32Array {
    const flags = this.#flags;
    return this.#version === 0 ? new Uint32Array(0) : rows.filter((row) => flags[row] === 1);
  }

  /** How many rows of a list are selected. */
  countIn(rows: Uint32Array): number {
    if (this.#version === 0) return 0;
    const flags = this.#flags;
    let count = 0;
    for (let at = 0; at < rows.length; at++) count += flags[rows[at] ?? 0] ?? 0;
    return count;
  }

  toggle(row: RecordRef): void {
    this.#set([row], !this.has(row));
  }

  add(rows: ArrayLike<RecordRef>): void {
    this.#set(rows, true);
  }

  /** These, and no others. */
  replace(rows: ArrayLike<RecordRef>): void {
    this.#flags.fill(0);
    this.#set(rows, true);
  }

  clear(): void {
    this.replace([]);
  }

  #set(rows: ArrayLike<RecordRef>, isSelected: boolean): void {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      if (row >= this.#flags.length) this.#grow(row + 1);
      this.#flags[row] = isSelected ? 1 : 0;
    }
    this.#version++;
  }

  #grow(length: number): void {
    const flags = new Uint8Array(Math.max(length + GROWTH, 2 * this.#flags.length));
    flags.set(this.#flags);
    this.#flags = flags;
  }
}
