import type { RecordRef } from '../../core/records/record-ref.ts';

/** Where a row is among those that are listed with it; positions count from 1. */
export type Neighbours = {
  readonly position: number;
  readonly count: number;
  readonly previous: RecordRef | undefined;
  readonly next: RecordRef | undefined;
};

/** Undefined where there is nothing to go through: not listed, or alone. */
export function neighboursOf(rows: Uint32Array, row: RecordRef): Neighbours | undefined {
  const at = rows.indexOf(row);
  if (at === -1 || rows.length < 2) return undefined;
  return { position: at + 1, count: rows.length, previous: rows[at - 1], next: rows[at + 1] };
}
