import type { Fault } from '../../core/faults/fault.ts';
import type { DatedIncident } from '../../core/records/incident-table.ts';
import type { Incident } from '../../core/records/incident.ts';
import type { RecordFault } from '../../core/records/bundled-report.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { ReadEdtf } from '../../core/time/common-edtf.ts';
import type { Minute } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { ShapeCheck } from './check-shape.ts';
import type { FieldFault } from './field-fault.ts';
import type { RepeatedName } from '../source/find-json-fault.ts';
import { isObject } from '../source/is-object.ts';
import { parseJson } from '../source/read-json.ts';
import { readablePart, type Readable } from './readable-record.ts';
import { ruleFaults, timeOf, type RecordFeature } from './record-rules.ts';
import { repeatedNames } from './repeated-names.ts';
import { FEATURE_SHAPE } from './shapes.ts';

/** One record of a file with everything that is wrong with it. */
export type ExaminedRecord = {
  /** Its id, or `#12`: its position in the file, from 1. */
  readonly label: string;
  readonly faults: readonly RecordFault[];
  /** What can be read of it, for checks that go on where one field is wrong. */
  readonly readable: Readable<Incident>;
  /** Undefined where the time cannot be read. */
  readonly span: TimeRange | undefined;
  /** The whole record where it has no fault. */
  readonly sound: DatedIncident | undefined;
};

/** All records of a file, and what is wrong with the file itself. */
export type ExaminedCollection = {
  readonly records: readonly ExaminedRecord[];
  /** Members of the collection that are given twice; their record is called `file`. */
  readonly repeated: readonly RecordFault[];
};

export const FILE_LABEL = 'file';

const featureCheck = new ShapeCheck(FEATURE_SHAPE);

/** Fields are named within the record; a Feature's own id is distinguished from the record's. */
function fieldInRecord(field: string): string {
  if (field === '') return 'feature';
  return field === 'id' ? 'feature.id' : field.replace(/^properties\./, '');
}

function labelOf(feature: unknown, position: number): string {
  const properties = isObject(feature) ? feature['properties'] : undefined;
  const ids = [isObject(properties) ? properties['id'] : undefined];
  if (isObject(feature)) ids.push(feature['id']);
  const id = ids.find((one): one is string => typeof one === 'string' && one !== '');
  return id ?? `#${position}`;
}

function duplicateFaults(
  readable: Readable<Incident>,
  position: number,
  firstPosition: Map<string, number>,
): readonly FieldFault[] {
  const { id } = readable;
  if (id === undefined) return [];
  const first = firstPosition.get(id);
  if (first === undefined) {
    firstPosition.set(id, position);
    return [];
  }
  return [
    { field: 'id', problem: { kind: 'used-id', first, position }, expected: { kind: 'own-id' } },
  ];
}

/** Which value is meant cannot be known, so none of them is read. */
const repeatedFault = ({ path, line, firstLine }: RepeatedName, from: number): FieldFault => ({
  field: path.slice(from).join('.'),
  problem: { kind: 'twice', firstLine, line },
  expected: { kind: 'once' },
});

function examineFeature(
  feature: unknown,
  position: number,
  repeated: readonly RepeatedName[],
  utcOffset: Minute,
  readEdtf: ReadEdtf,
  firstPosition: Map<string, number>,
): ExaminedRecord {
  const shapeFaults = [
    ...repeated.map((name) => repeatedFault(name, 2)),
    ...featureCheck.faultsOf(feature),
  ];
  const readableFeature = readablePart<RecordFeature>(feature, shapeFaults) ?? {};
  const readable = readableFeature.properties ?? {};
  const time = readable.time === undefined ? undefined : timeOf(readable.time, utcOffset, readEdtf);
  const fieldFaults = [
    ...shapeFaults.map((fault) => ({ ...fault, field: fieldInRecord(fault.field) })),
    ...duplicateFaults(readable, position, firstPosition),
    ...(time?.kind === 'failed' ? [time.failure] : []),
    ...ruleFaults(readableFeature),
  ];
  const label = labelOf(feature, position);
  const span = time?.kind === 'ok' ? time.value : undefined;
  const isSound = fieldFaults.length === 0 && span !== undefined;
  return {
    label,
    faults: fieldFaults.map((fault) => ({ record: label, ...fault })),
    readable,
    span,
    sound: isSound ? { incident: readable as Incident, span } : undefined,
  };
}

/**
 * Examines each feature on its own, in the order of the file. `repeated`: names that objects of the
 * whole text have twice.
 */
export function examineFeatures(
  features: readonly unknown[],
  repeated: readonly RepeatedName[],
  utcOffset: Minute,
  readEdtf: ReadEdtf,
): ExaminedCollection {
  const firstPosition = new Map<string, number>();
  const ofFeature = new Map<unknown, RepeatedName[]>();
  const ofFile: RepeatedName[] = [];
  for (const name of repeated) {
    const [list, index] = name.path;
    if (list !== 'features' || index === undefined) ofFile.push(name);
    else ofFeature.set(index, [...(ofFeature.get(index) ?? []), name]);
  }
  return {
    records: features.map((one, i) =>
      examineFeature(one, i + 1, ofFeature.get(i) ?? [], utcOffset, readEdtf, firstPosition),
    ),
    repeated: ofFile.map((name) => ({ record: FILE_LABEL, ...repeatedFault(name, 0) })),
  };
}

/**
 * Examines each record of a GeoJSON text on its own, in the order of the file. Fails only where the
 * text is no JSON or no FeatureCollection; times become civil minutes, `utcOffset` east of UTC.
 */
export function examineCollection(
  file: string,
  text: string,
  utcOffset: Minute,
  readEdtf: ReadEdtf,
): Result<ExaminedCollection, Fault> {
  const parsed = parseJson(file, text);
  if (parsed.kind === 'failed') return parsed;
  const collection = parsed.value;
  if (!isObject(collection) || collection['type'] !== 'FeatureCollection')
    return failed({ kind: 'not-a-collection', file });
  const features: unknown = collection['features'];
  if (!Array.isArray(features)) return failed({ kind: 'not-a-collection', file });
  return ok(examineFeatures(features, repeatedNames(text, collection), utcOffset, readEdtf));
}
