import type { Fault } from '../../core/faults/fault.ts';
import { failed, type Result } from '../../core/base/result.ts';
import type { SourceDocument } from '../../core/evidence/source-document.ts';
import { ShapeCheck, type ShapeSchema } from './check-shape.ts';
import { parseJson } from '../source/read-json.ts';
import { readEntries } from './read-list.ts';

const text: ShapeSchema = { type: 'string', minLength: 1 };

const documentShape = new ShapeCheck({
  type: 'object',
  required: ['id', 'file', 'publisher', 'title', 'url', 'published', 'language', 'note'],
  properties: {
    id: text,
    file: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9.-]*$',
      expects: 'source-file',
    },
    publisher: text,
    title: text,
    url: {
      type: 'string',
      pattern: '^https?://[^\\s]+$',
      expects: 'web-address',
    },
    published: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      expects: 'day',
    },
    language: text,
    note: text,
  },
});

/** Reads `sources/index.json`: the list of the texts that may be shown whole. */
export function readSourceIndex(
  file: string,
  json: string,
): Result<readonly SourceDocument[], Fault> {
  const parsed = parseJson(file, json);
  if (parsed.kind === 'failed') return parsed;
  if (!Array.isArray(parsed.value)) return failed({ kind: 'not-a-collection', file });
  return readEntries<SourceDocument>(file, parsed.value, documentShape);
}
