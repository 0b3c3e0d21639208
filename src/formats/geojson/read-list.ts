import type { Fault } from '../../core/fault.ts';
import type { RecordFault } from '../../core/incident/reading-report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { ShapeCheck } from './check-shape.ts';

/** Takes the entries of a list that have the shape asked for, or fails with what the others lack. */
export function readEntries<Entry>(
  file: string,
  entries: readonly unknown[],
  shape: ShapeCheck,
): Result<readonly Entry[], Fault> {
  const faulty = entries.map((entry, i): readonly RecordFault[] =>
    shape.faultsOf(entry).map((fault) => ({ record: `#${i + 1}`, ...fault })),
  );
  const faults = faulty.flat();
  if (faults.length === 0) return ok(entries as readonly Entry[]);
  const kept = faulty.filter((one) => one.length === 0).length;
  return failed({ kind: 'bad-records', file, kept, faults });
}
