import { DATASET } from '../published-records.ts';
import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import type { Fault } from '../../../src/core/faults/fault.ts';
import type { ImportReport } from '../../../src/core/mapping/import-report.ts';
import type { ColumnMapping } from '../../../src/core/mapping/column-mapping.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { minuteOf } from '../../../src/core/time/minute.ts';
import { detectLetters } from '../../../src/formats/encoding/detect-letters.ts';
import { memorySource } from '../../../src/formats/source/byte-source.ts';
import type { AreaSource } from '../../../src/formats/import/row-areas.ts';
import type { ImportSetting } from '../../../src/formats/import/import-reader.ts';
import { areaSource } from '../formats/areas/area-source.ts';
import { FileImport } from '../../../src/worker/file-import.ts';
import type { Dataset } from '../../../src/worker/open-datasets.ts';

export const FIXTURES = new URL('../../fixtures/own/', import.meta.url);

/** Every made-up file of the fixtures, as `folder/name`. */
export const fixtureNames: readonly string[] = [
  'calendars',
  'delimited',
  'documents',
  'encodings',
  'layouts',
  'reported',
  'sources',
].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, FIXTURES))
    .filter((name) => !/^(README\.md|expected\.json)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

export const fixtureBytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, FIXTURES)));

const TODAY = minuteOf(2032, 1, 1);

export type OpenedFile =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'set'; readonly dataset: Dataset; readonly report: ImportReport };

const WORLD = areaSource();

const settingOf = (file: string, areas: AreaSource = WORLD): ImportSetting => ({
  file,
  dataset: 1,
  areas,
  today: TODAY,
});

const proposedImport = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  FileImport.propose(
    memorySource(name, bytes),
    (member, parts) => memorySource(member, new Uint8Array(Buffer.concat(parts))),
    UNINTERRUPTED,
    { detector: { scores: detectLetters, isWanted: false } },
  );

/** A file by the mapping that is proposed for it, of which no row has been read. */
export async function startedImport(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<FileImport> {
  const proposed = await proposedImport(name, bytes);
  if (proposed.kind === 'failed') throw new Error(`${name}: ${proposed.failure.kind}`);
  const { file, proposed: told } = proposed.value;
  file.start(told.proposal.mapping, settingOf(name));
  return file;
}

/** Opens bytes as the worker does, by the meaning that it proposes or by another one. */
export async function openFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  change: (mapping: ColumnMapping) => ColumnMapping = (mapping) => mapping,
  areas: AreaSource = WORLD,
): Promise<OpenedFile> {
  const proposed = await proposedImport(name, bytes);
  if (proposed.kind === 'failed') return { kind: 'fault', fault: proposed.failure };
  const { file, proposed: told } = proposed.value;
  const mapping = change(told.proposal.mapping);
  const first = await file.readFirst(mapping, settingOf(name, areas), DATASET, UNINTERRUPTED);
  if (first.kind === 'failed') return { kind: 'fault', fault: first.failure };
  let { dataset } = first.value;
  if (!first.value.isComplete) {
    const rest = await file.readOn(UNINTERRUPTED);
    if (rest.kind === 'failed') return { kind: 'fault', fault: rest.failure };
    ({ dataset } = rest.value);
  }
  if (!dataset.report) throw new Error('A file of the reader’s own was opened without a report.');
  return { kind: 'set', dataset, report: dataset.report };
}
