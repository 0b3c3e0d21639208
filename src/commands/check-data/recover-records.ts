import { FILE_LABEL } from '../../formats/native/examine-collection.ts';
import { positionAt, scanJson, type RepeatedName } from '../../formats/source/find-json-fault.ts';
import { FEATURE_START, idInJson } from '../../formats/source/read-json.ts';
import { recordFaults } from '../../i18n/en/record-faults.ts';
import { textOf } from '../../i18n/sentences/by-kind.ts';
import type { CheckFault } from './check-fault.ts';
import { mendJson, UNREAD_VALUE, type SyntaxFault } from './mend-json.ts';

/** The readable part of a collection that is not valid JSON. */
export type RecoveredRecords = {
  readonly faults: readonly CheckFault[];
  /** In the order of the file; undefined where a record could not be read. */
  readonly features: readonly unknown[];
  readonly repeated: readonly RepeatedName[];
  /** By the position of its record: the fields whose values could not be read, and are null instead. */
  readonly unreadFields: ReadonlyMap<number, readonly string[]>;
  /** Ids of records that could not be read: other records may still name them. */
  readonly unreadIds: readonly string[];
  /** False where the file is cut off in its last record. */
  readonly isWhole: boolean;
};

/** Describes the error at an offset. */
type PlaceFault = {
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
};

const NEXT_RECORD = 'the next record';

const inWords = ({ offset, expected, found }: SyntaxFault): PlaceFault => ({
  offset,
  expected: recordFaults.jsonExpected[expected],
  found: textOf(recordFaults.found, found),
});

/** Where features begin: by their type, or as deep in the text as the first one. */
export function featureStarts(text: string): readonly number[] {
  const starts = new Set([...text.matchAll(FEATURE_START)].map((match) => match.index));
  const first = Math.min(...starts);
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, Math.max(first, 0)))?.[1];
  if (Number.isFinite(first) && indent)
    for (const match of text.matchAll(/^([ \t]*)\{/gm))
      if (match[1] === indent && match.index > first) starts.add(match.index + indent.length);
  return [...starts].sort((a, b) => a - b);
}

/** What is wrong behind a record: a comma must follow, or after the last one the end of the list. */
function faultBehind(rest: string, isLast: boolean): PlaceFault | undefined {
  if (!isLast) {
    const blank = rest.length - rest.trimStart().length;
    const behind = rest.trim();
    if (behind === ',') return undefined;
    if (behind === '') return { offset: 0, expected: ', between two records', found: NEXT_RECORD };
    const offset = behind.startsWith(',') ? rest.indexOf(',') + 1 : blank;
    return {
      offset,
      expected: 'one , and then the next record',
      found: behind.slice(0, 20).replaceAll(/\s+/g, ' '),
    };
  }
  const opening = '{"features":[0';
  const { fault } = scanJson(opening + rest);
  return fault && { ...inWords(fault), offset: Math.max(fault.offset - opening.length, 0) };
}

/** The value with null for what could not be read, whose paths are put in `fields`. */
function withoutUnread(value: unknown, path: string, fields: string[]): unknown {
  if (value === UNREAD_VALUE) {
    fields.push(path.replace(/^properties\./, ''));
    return null;
  }
  const at = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((one, i) => withoutUnread(one, at(i), fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutUnread(one, at(name), fields)]),
  );
}

/**
 * Reads a broken collection record by record. Each fault comes with its record, line and column;
 * undefined where no record can be found in the text.
 */
export function recoverRecords(text: string): RecoveredRecords | undefined {
  const starts = featureStarts(text);
  if (starts.length === 0) return undefined;
  const faults: CheckFault[] = [];
  const take = (record: string, { offset, expected, found }: PlaceFault, from: number): void => {
    const { line, column } = positionAt(text, from + offset);
    const field = `line ${line}, column ${column}`;
    const problem = `is not JSON, found ${found}`;
    faults.push({ record, field, problem, expected, rule: 'json' });
  };
  const header = scanJson(text.slice(0, starts[0])).fault;
  if (header?.path[0] !== 'features' || header.found.kind !== 'end')
    if (header) take(FILE_LABEL, inWords(header), 0);
  const repeated: RepeatedName[] = [];
  const unreadIds: string[] = [];
  const unreadFields = new Map<number, readonly string[]>();
  let isWhole = true;
  const features = starts.map((start, i): unknown => {
    const next = starts[i + 1];
    const piece = text.slice(start, next);
    const id = idInJson(piece);
    const label = id ?? `#${i + 1}`;
    const mended = mendJson(piece);
    for (const fault of mended.faults)
      take(
        label,
        fault.found.kind === 'end' && next !== undefined
          ? { ...inWords(fault), found: NEXT_RECORD }
          : inWords(fault),
        start,
      );
    const isCut = next === undefined && mended.faults.some(({ found }) => found.kind === 'end');
    if (isCut) isWhole = false;
    if (mended.text === undefined || isCut) {
      if (id !== undefined) unreadIds.push(id);
      return undefined;
    }
    const scan = scanJson(mended.text);
    const value = mended.text.slice(0, scan.end);
    const behind = faultBehind(mended.text.slice(scan.end), next === undefined);
    if (behind)
      take(
        label,
        { ...behind, offset: Math.min(behind.offset + value.trimEnd().length, piece.length) },
        start,
      );
    const { line } = positionAt(text, start);
    for (const name of scan.repeated)
      repeated.push({
        ...name,
        path: ['features', i, ...name.path],
        line: name.line + line - 1,
        firstLine: name.firstLine + line - 1,
      });
    const fields: string[] = [];
    const feature = withoutUnread(JSON.parse(value), '', fields);
    if (fields.length > 0) unreadFields.set(i, fields);
    return feature;
  });
  return { faults, features, repeated, unreadFields, unreadIds, isWhole };
}
