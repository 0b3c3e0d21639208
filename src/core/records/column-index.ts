/** Position of a column in its table, from 0: names may be missing or repeated. */
export type ColumnIndex = number;
