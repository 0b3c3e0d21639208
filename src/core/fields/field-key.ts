/** A field of records by its name: `weapon`, or `column:disorder_type` for a column of a reader's file. */
export type FieldKey = string;

/** The fields of our own records that can be filtered and counted. */
export const OUR_FIELDS = [
  'target',
  'weapon',
  'effect',
  'status',
  'actor',
  'attributed-by',
  'attribution',
  'killed',
  'injured',
  'origins',
  'place',
  'district',
  'governorate',
  'place-precision',
  'time-precision',
  'reported',
  'publisher',
  'language',
  'quoted',
  'week-hour',
] as const;
export type OurField = (typeof OUR_FIELDS)[number];

const COLUMN = 'column:';

/** The field that a column of a reader's file is. */
export const columnField = (column: string): FieldKey => `${COLUMN}${column}`;

/** The column that a field is; undefined for a field of ours. */
export const columnOfField = (field: FieldKey): string | undefined =>
  field.startsWith(COLUMN) ? field.slice(COLUMN.length) : undefined;

/** The value of a record that does not give any. */
export const NOT_GIVEN = '';

/** The weapon of a halt or an outage, which is not one that is not given. */
export const NO_WEAPON = 'none';

/** Several parts of one value, such as an actor and who names it: a sign that no text has. */
export const PART_SEPARATOR = '\u001f';
