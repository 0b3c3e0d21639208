/** What is recorded about a report besides its address, so that a reader can find and check what was read. */
export type Receipt = {
  /** The day on which it was read for the data set, ISO 8601. */
  readonly read?: string;
  /** The address of an archived copy. */
  readonly archived?: string;
  /** When the copy was made, ISO 8601, a day or a time. */
  readonly captured?: string;
  readonly hashes?: readonly RecordedHash[];
};

/** The SHA-256 of a file, and which file that is, in words. */
export type RecordedHash = {
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly of: string;
};
