import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Fault } from '../../core/faults/fault.ts';
import { KINDS, type Kind } from '../../core/records/incident.ts';
import { failed, type Result } from '../../core/base/result.ts';
import type { Minute } from '../../core/time/minute.ts';
import { decodeStrictly, decodeText } from '../../formats/native/decode-text.ts';
import type { ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { readAreas } from '../../formats/native/read-areas.ts';
import { readDataset } from '../../formats/native/read-dataset.ts';
import { parseJson } from '../../formats/source/read-json.ts';
import { readSourceIndex } from '../../formats/native/read-source-index.ts';
import { repeatedNames } from '../../formats/native/repeated-names.ts';
import { annotationFaults } from './annotation-rules.ts';
import { isError, type CheckFault } from './check-fault.ts';
import { checkRecords } from './check-records.ts';
import { badByteFaults, markFaults } from './encoding-rules.ts';
import { disputeFaults } from './dispute-rules.ts';
import { faultLines, recordFaultLine } from './fault-lines.ts';
import { readCollection } from './read-collection.ts';
import { templateFaults } from './template-rules.ts';
import type { SourceText } from './text-rules.ts';

/** The bytes of a file, or undefined where there is none. */
export type ReadBytes = (file: string) => Uint8Array | undefined;

export type DataCheck = {
  /** One line a fault, then a line of summary. */
  readonly lines: readonly string[];
  /** The faults of the records, with rule and severity. */
  readonly faults: readonly CheckFault[];
  readonly hasErrors: boolean;
};

const PUBLISHED_FOLDER = 'geodata';
const LOST_CHARACTER = 'U+FFFD';

const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 || one === 'series' ? '' : 's'}`;

function summaryOf(file: string, records: readonly ExaminedRecord[]): string {
  const kindCount = (kind: Kind): string =>
    counted(records.filter(({ readable }) => readable.kind === kind).length, kind);
  const reports = records.reduce((sum, { readable }) => sum + (readable.reports?.length ?? 0), 0);
  const kinds = KINDS.map(kindCount).join(', ');
  return `${file}: ${counted(records.length, 'record')} (${kinds}), ${counted(reports, 'report')}`;
}

function verdictOf(errors: number, warnings: number): string {
  if (errors === 0 && warnings === 0) return 'no faults';
  const parts = [
    errors === 0 ? 'no errors' : counted(errors, 'error'),
    warnings === 0 ? '' : counted(warnings, 'warning'),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Drops faults of fields with lost characters in records whose invalid bytes are a fault already. */
const withoutLost = (
  faults: readonly CheckFault[],
  ofBytes: readonly CheckFault[],
): readonly CheckFault[] =>
  faults.filter(
    ({ record, problem }) =>
      !problem.includes(LOST_CHARACTER) || !ofBytes.some((fault) => fault.record === record),
  );

/**
 * Checks a file of records with the files next to it, or else those in `geodata/`: data set, source
 * texts and outlines of the governorates. Finds every fault of every file in one run.
 * @param today The midnight that ends this day, in civil minutes.
 */
export function checkDataFile(file: string, readBytes: ReadBytes, today: Minute): DataCheck {
  const lines: string[] = [];
  const take = <Value>(read: Result<Value, Fault>): Value | undefined => {
    if (read.kind === 'ok') return read.value;
    lines.push(...faultLines(read.failure));
    return undefined;
  };
  const bytesOf = (name: string): Result<Uint8Array, Fault> => {
    const bytes = readBytes(name);
    return bytes === undefined
      ? failed({ kind: 'file-missing', file: name, status: 404 })
      : { kind: 'ok', value: bytes };
  };
  const readWith = <Value>(
    name: string,
    reader: (file: string, text: string) => Result<Value, Fault>,
  ): Value | undefined => {
    const bytes = bytesOf(name);
    const text = take(bytes.kind === 'ok' ? decodeStrictly(name, bytes.value) : bytes);
    if (text === undefined) return undefined;
    const parsed = parseJson(name, text);
    for (const { path, line, firstLine } of parsed.kind === 'ok'
      ? repeatedNames(text, parsed.value)
      : [])
      lines.push(
        `${name}: error: ${path.join('.')}: is given twice, in line ${firstLine} and in line ${line}; expected the field once`,
      );
    return take(reader(name, text));
  };
  const nearest = (name: string): string => {
    const near = posix.join(posix.dirname(file), name);
    return readBytes(near) === undefined ? posix.join(PUBLISHED_FOLDER, name) : near;
  };

  const datasetFile = nearest('dataset.json');
  const dataset = readWith(datasetFile, readDataset);
  const areas = readWith(nearest('basemap/governorates.json'), readAreas);
  const indexFile = nearest('sources/index.json');
  const sources = readWith(indexFile, readSourceIndex)?.flatMap((document): SourceText[] => {
    const textFile = posix.join(posix.dirname(indexFile), document.file);
    const bytes = readBytes(textFile);
    if (bytes === undefined)
      lines.push(`${textFile}: error: there is no such file, but ${indexFile} names it`);
    const text = bytes && take(decodeStrictly(textFile, bytes));
    if (!bytes || text === undefined) return [];
    return [{ document, text, sha256: createHash('sha256').update(bytes).digest('hex') }];
  });

  const bytes = take(bytesOf(file));
  if (bytes?.length === 0) lines.push(`${file}: error: is empty; expected a FeatureCollection`);
  const decoded = bytes && bytes.length > 0 ? take(decodeText(file, bytes)) : undefined;
  const ofBytes =
    bytes && decoded
      ? [...markFaults(bytes), ...(decoded.isUtf8 ? [] : badByteFaults(bytes, decoded.text))]
      : [];
  const collection =
    decoded && take(readCollection(file, decoded.text, dataset?.utc_offset_minutes ?? 0));
  const ofRecords = collection
    ? [
        ...collection.faults,
        ...checkRecords(collection.records, {
          areas,
          sources,
          dataset,
          today,
          unreadIds: collection.unreadIds,
          isWhole: collection.isWhole,
        }),
      ]
    : [];
  // A data set that is not next to the records is about others: their figures say nothing of its texts.
  const isOfRecords = posix.dirname(datasetFile) === posix.dirname(file);
  const sound = collection?.records.flatMap((record) => record.sound?.incident ?? []);
  const isAllSound = collection?.isWhole && sound?.length === collection.records.length;
  const ofDataset = dataset
    ? [
        ...disputeFaults(dataset),
        ...templateFaults(dataset, isOfRecords && isAllSound ? sound : undefined),
        ...(isOfRecords && collection?.isWhole
          ? annotationFaults(dataset, collection.records)
          : []),
      ]
    : [];
  lines.push(...ofDataset.map((fault) => recordFaultLine(datasetFile, fault)));
  const faults = [...ofBytes, ...withoutLost(ofRecords, ofBytes)];
  const errors = lines.length + faults.filter(isError).length;
  const verdict = verdictOf(errors, faults.length - faults.filter(isError).length);
  lines.push(...faults.map((fault) => recordFaultLine(file, fault)));
  lines.push(
    collection ? `${summaryOf(file, collection.records)}, ${verdict}` : `${file}: ${verdict}`,
  );
  return { lines, faults, hasErrors: errors > 0 };
}
