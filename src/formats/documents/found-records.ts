/** The records that a parsed JSON document holds. */
export type FoundRecords = {
  readonly format: 'geojson' | 'json';
  readonly records: readonly unknown[];
  /** The key of the list that was taken, and how many other lists of objects were not. */
  readonly member: string | undefined;
  readonly otherLists: number;
};
