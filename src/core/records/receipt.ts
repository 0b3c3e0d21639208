/** What is recorded about a report besides its address, so that a reader can find and check what was read. */
export type Receipt = {
  /** The day on which it was read for the data set, ISO 8601. */
  readonly read?: string;
  /** The address of an archived copy. */
  readonly archived?: string;
  /** Other copies: another page of the archive, a picture, a WACZ file. Only rows of files have any. */
  readonly copies?: readonly ArchivedCopy[];
  /** When the copy was made, ISO 8601, a day or a time. */
  readonly captured?: string;
  readonly hashes?: readonly RecordedHash[];
};

export type ArchivedCopy = {
  readonly address: string;
  /** The column that says it; undefined: that of the archived copy. */
  readonly column: string | undefined;
};

/** The SHA-256 of a file, and which file that is, in words or as the name of the column that says it. */
export type RecordedHash = {
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly of: string;
  readonly isColumn?: true;
};
