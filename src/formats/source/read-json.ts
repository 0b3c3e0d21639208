import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { findJsonFault, type JsonFault } from './find-json-fault.ts';

const byteOrderMark = /^\uFEFF/;

/** Where an object that says it is a GeoJSON Feature begins. */
export const FEATURE_START = /\{\s*"type"\s*:\s*"Feature"/g;

export const idInJson = (json: string): string | undefined =>
  /"id"\s*:\s*"([^"\n]+)"/.exec(json)?.[1];

/** The record that holds a place in the text: its position from 1, and its id where it is written. */
function recordAround(
  json: string,
  { path, offset }: JsonFault,
): { readonly position: number; readonly id: string | undefined } | undefined {
  const [list, index] = path;
  if (list !== 'features' || typeof index !== 'number') return undefined;
  const starts = [...json.matchAll(FEATURE_START)].map((match) => match.index);
  const start = starts[index];
  const isCertain =
    start !== undefined && start <= offset && (starts[index + 1] ?? Infinity) > offset;
  const id = isCertain ? idInJson(json.slice(start, starts[index + 1])) : undefined;
  return { position: index + 1, id };
}

/** Parses JSON; what is none fails as `not-json` with line, column and what was expected there. */
export function parseJson(file: string, text: string): Result<unknown, Fault> {
  const bare = text.replace(byteOrderMark, '');
  try {
    return ok(JSON.parse(bare) as unknown);
  } catch (cause) {
    const fault = findJsonFault(bare);
    if (!fault)
      return failed({
        kind: 'not-json',
        file,
        mistake: { kind: 'parser', message: String(cause) },
      });
    const { line, column, expected, found } = fault;
    const record = recordAround(bare, fault);
    const mistake = { kind: 'syntax', line, column, record, expected, found } as const;
    return failed({ kind: 'not-json', file, mistake });
  }
}
