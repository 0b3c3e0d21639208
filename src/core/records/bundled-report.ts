import type { Expectation, RecordProblem } from './record-problem.ts';

/** One fault of one record, as facts; `i18n` words it. */
export type RecordFault = {
  /** The record's id, or `#12` where it has none: its position in the file, from 1. */
  readonly record: string;
  /** Dotted path into the record, such as `place.lat`. */
  readonly field: string;
  readonly problem: RecordProblem;
  readonly expected: Expectation;
};

/** What became of the records of a file: `read = kept + dropped`. */
export type BundledReport = {
  readonly file: string;
  readonly read: number;
  readonly kept: number;
  readonly dropped: number;
  readonly faults: readonly RecordFault[];
};
