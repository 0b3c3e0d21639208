import type { Fault } from '../../core/faults/fault.ts';
import type { RecordFault } from '../../core/records/bundled-report.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { ShapeCheck } from './check-shape.ts';

/** The entries of a list when all have the shape asked for; one that has not fails the whole list. */
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
  return failed({ kind: 'bad-records', file, kept: 0, faults });
}
