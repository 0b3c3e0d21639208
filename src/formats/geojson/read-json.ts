import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { findJsonFault } from './find-json-fault.ts';

const byteOrderMark = /^\uFEFF/;

/** Parses JSON; what is none fails as `not-json` with line, column and what was expected there. */
export function parseJson(file: string, text: string): Result<unknown, Fault> {
  const bare = text.replace(byteOrderMark, '');
  try {
    return ok(JSON.parse(bare) as unknown);
  } catch (cause) {
    const fault = findJsonFault(bare);
    const detail = fault
      ? `line ${fault.line}, column ${fault.column}: expected ${fault.expected}, found ${fault.found}`
      : String(cause);
    return failed({ kind: 'not-json', file, detail });
  }
}

/** True for what JSON calls an object: no array, no null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
