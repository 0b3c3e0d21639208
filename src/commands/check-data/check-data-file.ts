import { posix } from 'node:path';
import type { Fault } from '../../core/fault.ts';
import { KINDS, type Kind } from '../../core/incident/incident.ts';
import { failed, type Result } from '../../core/result.ts';
import {
  examineCollection,
  type ExaminedRecord,
} from '../../formats/geojson/examine-collection.ts';
import { readAreas } from '../../formats/geojson/read-areas.ts';
import { readDataset } from '../../formats/geojson/read-dataset.ts';
import { readSourceIndex } from '../../formats/geojson/read-source-index.ts';
import { checkRecords } from './check-records.ts';
import { faultLines, recordFaultLine } from './fault-lines.ts';
import type { SourceText } from './text-rules.ts';

/** The text of a file, or undefined where there is none. */
export type ReadText = (file: string) => string | undefined;

export type DataCheck = {
  /** One line a fault, then a line of summary. */
  readonly lines: readonly string[];
  readonly hasFaults: boolean;
};

const PUBLISHED_FOLDER = 'geodata';

const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 || one === 'series' ? '' : 's'}`;

function summaryOf(file: string, records: readonly ExaminedRecord[]): string {
  const kindCount = (kind: Kind): string =>
    counted(records.filter(({ readable }) => readable.kind === kind).length, kind);
  const reports = records.reduce((sum, { readable }) => sum + (readable.reports?.length ?? 0), 0);
  const kinds = KINDS.map(kindCount).join(', ');
  return `${file}: ${counted(records.length, 'record')} (${kinds}), ${counted(reports, 'report')}`;
}

/**
 * Checks a file of records with what stands beside it, or else in `geodata/`: data set, source
 * texts and outlines of the governorates. Finds every fault of every file in one run.
 */
export function checkDataFile(file: string, readText: ReadText): DataCheck {
  const lines: string[] = [];
  const take = <Value>(read: Result<Value, Fault>): Value | undefined => {
    if (read.kind === 'ok') return read.value;
    lines.push(...faultLines(read.failure));
    return undefined;
  };
  const readWith = <Value>(
    name: string,
    reader: (file: string, text: string) => Result<Value, Fault>,
  ): Value | undefined => {
    const text = readText(name);
    const missing = failed({ kind: 'file-missing', file: name, status: 404 } as const);
    return take<Value>(text === undefined ? missing : reader(name, text));
  };
  const nearest = (name: string): string => {
    const beside = posix.join(posix.dirname(file), name);
    return readText(beside) === undefined ? posix.join(PUBLISHED_FOLDER, name) : beside;
  };

  const dataset = readWith(nearest('dataset.json'), readDataset);
  const areas = readWith(nearest('basemap/governorates.json'), readAreas);
  const indexFile = nearest('sources/index.json');
  const sources = readWith(indexFile, readSourceIndex)?.flatMap((document): SourceText[] => {
    const textFile = posix.join(posix.dirname(indexFile), document.file);
    const text = readText(textFile);
    if (text === undefined)
      lines.push(`${textFile}: there is no such file, but ${indexFile} names it`);
    return text === undefined ? [] : [{ document, text }];
  });
  const records = readWith(file, (name, text) =>
    examineCollection(name, text, dataset?.utc_offset_minutes ?? 0),
  );
  const recordFaults = checkRecords(records ?? [], { areas, sources });
  lines.push(...recordFaults.map((fault) => recordFaultLine(file, fault)));
  const hasFaults = lines.length > 0;
  const verdict = hasFaults ? counted(lines.length, 'fault') : 'no faults';
  lines.push(records ? `${summaryOf(file, records)}, ${verdict}` : `${file}: ${verdict}`);
  return { lines, hasFaults };
}
