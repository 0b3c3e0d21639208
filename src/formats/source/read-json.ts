import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { findJsonFault, type JsonFault } from './find-json-fault.ts';

const byteOrderMark = /^\uFEFF/;

/** Where an object that says it is a GeoJSON Feature begins. */
export const FEATURE_START = /\{\s*"type"\s*:\s*"Feature"/g;

export const idInJson = (json: string): string | undefined =>
  /"id"\s*:\s*"([^"\n]+)"/.exec(json)?.[1];

/** The record that holds a place in the text: its position from 1, and its id where it is written. */
function recordWords(json: string, { path, offset }: JsonFault): string {
  const [list, index] = path;
  if (list !== 'features' || typeof index !== 'number') return '';
  const starts = [...json.matchAll(FEATURE_START)].map((match) => match.index);
  const start = starts[index];
  const isCertain =
    start !== undefined && start <= offset && (starts[index + 1] ?? Infinity) > offset;
  const id = isCertain ? idInJson(json.slice(start, starts[index + 1])) : undefined;
  return `, in record ${id === undefined ? '' : `${id}, `}#${index + 1}`;
}

/** Parses JSON; what is none fails as `not-json` with line, column and what was expected there. */
export function parseJson(file: string, text: string): Result<unknown, Fault> {
  const bare = text.replace(byteOrderMark, '');
  try {
    return ok(JSON.parse(bare) as unknown);
  } catch (cause) {
    const fault = findJsonFault(bare);
    const detail = fault
      ? `line ${fault.line}, column ${fault.column}${recordWords(bare, fault)}: expected ${fault.expected}, found ${fault.found}`
      : String(cause);
    return failed({ kind: 'not-json', file, detail });
  }
}

/** True for what JSON calls an object: no array, no null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
