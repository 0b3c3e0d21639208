/** The head of a column of a `Table`. */
export type TableColumn = {
  readonly title: string;
  readonly isNumber?: boolean;
  /** In a line of its own under the title. */
  readonly note?: string;
  readonly isStrong?: boolean;
};
