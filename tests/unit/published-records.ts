import { readFileSync } from 'node:fs';
import { readEdtfSpan } from '../../src/core/time/edtf-range.ts';
import type { Fault } from '../../src/core/faults/fault.ts';
import type { Result } from '../../src/core/base/result.ts';
import { readDataset } from '../../src/formats/native/read-dataset.ts';
import { readIncidentCollection } from '../../src/formats/native/read-incidents.ts';

/** A file of the published data set. */
export const publishedText = (name: string): string =>
  readFileSync(new URL(`../../geodata/${name}`, import.meta.url), 'utf8');

export function valueOf<Value>(result: Result<Value, Fault>): Value {
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export const DATASET = valueOf(readDataset('dataset.json', publishedText('dataset.json')));

const read = valueOf(
  readIncidentCollection(
    'incidents.geojson',
    publishedText('incidents.geojson'),
    DATASET.utc_offset_minutes,
    readEdtfSpan,
  ),
);
export const RECORDS = read.records;
export const RECORDS_REPORT = read.report;
