/** Columns of a known schema by their names in its files, in words, and their values where they are codes. */
export type ColumnWords = {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
