import type { Fault } from '../../core/faults/fault.ts';
import { ok, type Result } from '../../core/base/result.ts';
import { readEdtfSpan } from '../../core/time/edtf-range.ts';
import type { Minute } from '../../core/time/minute.ts';
import { shown } from '../../formats/native/field-fault.ts';
import {
  examineCollection,
  examineFeatures,
  FILE_LABEL,
  type ExaminedRecord,
} from '../../formats/native/examine-collection.ts';
import { isObject } from '../../formats/source/is-object.ts';
import { parseJson } from '../../formats/source/read-json.ts';
import { byReader, type CheckFault } from './check-fault.ts';
import { recoverRecords } from './recover-records.ts';

export type CheckedCollection = {
  readonly records: readonly ExaminedRecord[];
  /** Faults of the file and of its JSON. */
  readonly faults: readonly CheckFault[];
  readonly unreadIds: readonly string[];
  /** False where the file is cut off, so that records are missing. */
  readonly isWhole: boolean;
};

const MEMBERS = {
  collection: ['type', 'name', 'licence', 'features', 'bbox'],
  feature: ['type', 'id', 'geometry', 'properties', 'bbox'],
} as const;

const memberFaults = (
  record: string,
  value: unknown,
  known: readonly string[],
): readonly CheckFault[] =>
  Object.keys(isObject(value) ? value : {})
    .filter((name) => !known.includes(name))
    .map((name) => ({
      record,
      rule: 'unknown-member',
      field: record === FILE_LABEL ? name : `feature.${name}`,
      problem: 'is not a known member',
      expected: `only ${known.join(', ')}`,
      reason: 'GeoJSON allows others, but nothing here reads them',
    }));

/** Members that GeoJSON leaves to others, and a name or licence that is no text. */
function collectionFaults(
  collection: unknown,
  records: readonly ExaminedRecord[],
): readonly CheckFault[] {
  if (!isObject(collection)) return [];
  const features = Array.isArray(collection['features']) ? collection['features'] : [];
  const notText = (['name', 'licence'] as const).flatMap((field): readonly CheckFault[] => {
    const value = collection[field];
    if (value === undefined || (typeof value === 'string' && value.trim() !== '')) return [];
    const problem = `is ${shown(value)}`;
    return [{ record: FILE_LABEL, rule: 'collection', field, problem, expected: 'a text' }];
  });
  return [
    ...notText,
    ...memberFaults(FILE_LABEL, collection, MEMBERS.collection),
    ...features.flatMap((feature, i) =>
      memberFaults(records[i]?.label ?? `#${i + 1}`, feature, MEMBERS.feature),
    ),
  ];
}

/** Values that could not be read are a fault of the JSON already. */
function withoutFaultsOf(record: ExaminedRecord, fields: readonly string[]): ExaminedRecord {
  if (fields.length === 0) return record;
  const isUnread = (field: string): boolean =>
    fields.some((one) => field === one || field.startsWith(`${one}.`));
  return { ...record, faults: record.faults.filter(({ field }) => !isUnread(field)) };
}

/** Reads all records of a collection; where it is not JSON, those that can be recovered. */
export function readCollection(
  file: string,
  text: string,
  utcOffset: Minute,
): Result<CheckedCollection, Fault> {
  const examined = examineCollection(file, text, utcOffset, readEdtfSpan);
  if (examined.kind === 'ok') {
    const { records, repeated } = examined.value;
    const parsed = parseJson(file, text);
    const collection = parsed.kind === 'ok' ? parsed.value : undefined;
    const faults = [...repeated.map(byReader), ...collectionFaults(collection, records)];
    return ok({ records, faults, unreadIds: [], isWhole: true });
  }
  const recovered = examined.failure.kind === 'not-json' ? recoverRecords(text) : undefined;
  if (!recovered) return examined;
  const { features, repeated, unreadFields, unreadIds } = recovered;
  const { records } = examineFeatures(
    features.map((feature) => feature ?? null),
    repeated,
    utcOffset,
    readEdtfSpan,
  );
  return ok({
    records: records
      .map((one, i) => withoutFaultsOf(one, unreadFields.get(i) ?? []))
      .filter((_, i) => features[i] !== undefined),
    faults: recovered.faults,
    unreadIds,
    isWhole: recovered.isWhole,
  });
}
