/** The records that a parsed JSON document holds. */
export type FoundRecords = {
  readonly format: 'geojson' | 'json';
  readonly count: number;
  /** A record, from 0; with `columns`, the list of its cells. */
  readonly recordAt: (row: number) => unknown;
  /** The key under which each record is kept; undefined where keys only count the rows. */
  readonly keyAt?: ((row: number) => string) | undefined;
  /** Undefined: each record names its own values. Empty names where the document has none. */
  readonly columns?: readonly string[] | undefined;
  /** Some columns have fewer values than others: their last cells are empty. */
  readonly isRagged?: boolean | undefined;
  /** The key of the list or table that was taken, and how many others were not. */
  readonly member: string | undefined;
  readonly otherLists: number;
};

/** Records before they are weighed against others of the document. */
export type Table = Omit<FoundRecords, 'member' | 'otherLists'>;

export const listTable = (format: FoundRecords['format'], list: readonly unknown[]): Table => ({
  format,
  count: list.length,
  recordAt: (row) => list[row],
});
