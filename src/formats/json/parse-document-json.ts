import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import { findJsonFault } from '../source/find-json-fault.ts';
import { MAX_DEPTH } from '../table/document-limits.ts';
import { examineJson, quoteLongIntegers } from './examine-json.ts';

/**
 * Parses a whole JSON text. Whole numbers too long for a double come out as strings of their digits.
 * Nesting is measured first; what is no JSON fails with line and column.
 */
export async function parseDocumentJson(
  file: string,
  json: string,
  task: Task,
): Promise<Result<unknown, Fault>> {
  const { isTooDeep, longIntegers } = await examineJson(json, task);
  if (isTooDeep) return failed({ kind: 'too-deep', file, limit: MAX_DEPTH });
  try {
    return ok(JSON.parse(quoteLongIntegers(json, longIntegers)) as unknown);
  } catch (cause) {
    const fault = findJsonFault(json);
    return failed({
      kind: 'broken-document',
      file,
      format: 'json',
      line: fault?.line,
      column: fault?.column,
      mistake: fault
        ? { kind: 'syntax', expected: fault.expected, found: fault.found }
        : { kind: 'parser', message: String(cause) },
    });
  }
}
