import type { RecordFault } from '../../core/records/bundled-report.ts';
import { recordFaults } from '../../i18n/en/record-faults.ts';
import { textOf } from '../../i18n/sentences/by-kind.ts';

/** What a rule finds in one record. */
export type Finding = Pick<RecordFault, 'field'> & {
  readonly problem: string;
  readonly expected: string;
  /** Stable name of the rule. */
  readonly rule: string;
  /** Why the data may be right after all. A finding with a reason is a warning, without one an error. */
  readonly reason?: string | undefined;
};

export type CheckFault = Finding & Pick<RecordFault, 'record'>;

export const isError = ({ reason }: Pick<Finding, 'reason'>): boolean => reason === undefined;

/** Converts a fault of the page's own reader, which leaves the record out. */
export const byReader = ({ record, field, problem, expected }: RecordFault): CheckFault => ({
  record,
  field,
  problem: textOf(recordFaults.problems, problem),
  expected: textOf(recordFaults.expectations, expected),
  rule: 'reader',
});
