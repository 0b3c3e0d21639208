import type { Fault } from '../../core/faults/fault.ts';
import { failed, type Result } from '../../core/base/result.ts';
import type { SourceDocument } from '../../core/evidence/source-document.ts';
import { ShapeCheck } from './check-shape.ts';
import { parseJson } from '../source/read-json.ts';
import { readEntries } from './read-list.ts';
import { DOCUMENT_SHAPE } from './shapes.ts';

const documentCheck = new ShapeCheck(DOCUMENT_SHAPE);

/** Reads `sources/index.json`: the list of the texts that may be shown whole. */
export function readSourceIndex(
  file: string,
  json: string,
): Result<readonly SourceDocument[], Fault> {
  const parsed = parseJson(file, json);
  if (parsed.kind === 'failed') return parsed;
  if (!Array.isArray(parsed.value)) return failed({ kind: 'not-a-collection', file });
  return readEntries<SourceDocument>(file, parsed.value, documentCheck);
}
