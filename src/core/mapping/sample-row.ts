import type { NamedNote } from '../records/imported-row.ts';
import type { ReadSpan } from '../records/read-row.ts';
import type { RowPlace } from '../records/read-row.ts';

/** A row as it is in the file, and as it would be read. */
export type SampleRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly place: RowPlace | undefined;
  readonly placeName: string;
  readonly span: ReadSpan | undefined;
  readonly title: string;
  readonly category: string;
  readonly notes: readonly NamedNote[];
};
