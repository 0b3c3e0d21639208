import type { Task } from '../base/task.ts';
import type { FieldColumn } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import type { Clause } from './clause.ts';

/** Whether a row passes a clause, as a byte a row. */
export const NO = 0;
export const YES = 1;
/** It may: its number, place or time is a range that only overlaps what is asked for. */
export const POSSIBLY = 2;

/** One of these for each row of any kind. */
export type RowFlags = Uint8Array<ArrayBuffer>;

/** What clauses read of the rows of a table. */
export type RowSource = {
  readonly table: IncidentTable;
  /** The values of a field; undefined: the table has no such field. */
  readonly column: (field: FieldKey, task: Task) => Promise<FieldColumn | undefined>;
  /** Visits the text of one field of every row, in the order in which they are stored. */
  readonly eachText: (
    field: FieldKey,
    visit: (row: number, text: string) => void,
    task: Task,
  ) => Promise<void>;
  /** One flag a row of any kind: 1 when it holds what is searched for. */
  readonly rowsWith: (text: string, task: Task) => Promise<Uint8Array>;
  /** The outline of a governorate, province or country; undefined where it is not known. */
  readonly outlineOf: (name: string) => NamedArea | undefined;
};

/** A kind of filter: which rows pass. A new kind is one file with one of these, and an entry in `match-clause.ts`. */
export type Matcher<Kind extends Clause> = (
  clause: Kind,
  source: RowSource,
  task: Task,
) => Promise<RowFlags>;
