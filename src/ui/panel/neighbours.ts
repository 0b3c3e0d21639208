import type { RecordRef } from '../../core/records/record-ref.ts';

/** The position of a row in its list, from 1, with the rows before and after it. */
export type Neighbours = {
  readonly position: number;
  readonly count: number;
  readonly previous: RecordRef | undefined;
  readonly next: RecordRef | undefined;
};

/** Returns undefined if the row is not listed or is the only one. */
export function neighboursOf(rows: Uint32Array, row: RecordRef): Neighbours | undefined {
  const at = rows.indexOf(row);
  if (at === -1 || rows.length < 2) return undefined;
  return { position: at + 1, count: rows.length, previous: rows[at - 1], next: rows[at + 1] };
}
