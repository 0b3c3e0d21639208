import { isObject } from '../source/is-object.ts';
import { eventEvidence } from './event-evidence.ts';
import { isFeature, isGeometry } from './feature-cells.ts';
import type { Table } from './found-records.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Records by which a form is recognised. */
const SAMPLE = 200;

/** Keys that a database gives and no person does: numbers, push ids of Firebase, UUIDs, object ids. */
const GIVEN_KEY = /^(?:\d+|-[\w-]{19}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{24})$/i;

const NUMBER_KEY = /^\d+$/;

/** What a record, or settings, name a part of themselves: `{from: {place}, to: {place}}` is no list. */
const PART_KEY =
  /^(?:from|to|via|start|end|begin|finish|stop|first|last|min|max|origin|destination|source|target|departure|arrival|before|after|previous|current|next|home|work|center|centre|default|initial|(?:north|south)[-_ ]?(?:east|west)|[ns][ew]|(?:top|bottom|upper|lower)[-_ ]?(?:left|right))(?:[-_ ]?(?:point|place|location|position|time|date))?$/i;

/** A whole list of features or records is no record of a table. */
const isCollection = ({ type, features }: JsonObject): boolean =>
  type === 'FeatureCollection' || type === 'Topology' || Array.isArray(features);

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Keys that only count the rows say nothing. */
export const keysOf = (keys: readonly string[]): Table['keyAt'] =>
  keys.every((key, row) => key === String(row)) ? undefined : (row) => keys[row] ?? '';

/** `{key: {column: value}}`: one record a key, as Firebase and `orient="index"` of pandas write it. */
function byRecord(entries: readonly (readonly [string, unknown])[]): Table {
  const isGeo = entries.some(([, one]) => isFeature(one) || isGeometry(one));
  return {
    format: isGeo ? 'geojson' : 'json',
    count: entries.length,
    recordAt: (row) => entries[row]?.[1],
    keyAt: keysOf(entries.map(([key]) => key)),
  };
}

/** `{column: {key: value}}`: one column a key, the default of pandas. Rows are all keys of all columns. */
function byColumn(entries: readonly (readonly [string, unknown])[]): Table {
  const columns = entries.map(([, one]) => (isObject(one) ? one : {}));
  const keys = [...new Set(columns.flatMap((column) => Object.keys(column)))];
  if (keys.every((key) => NUMBER_KEY.test(key))) keys.sort((a, b) => Number(a) - Number(b));
  const table = { format: 'json', count: keys.length, keyAt: keysOf(keys) } as const;
  const cellOf = (column: JsonObject, key: string): unknown =>
    Object.hasOwn(column, key) ? column[key] : undefined;
  const hasObjects = columns.some((column) => Object.values(column).some(isObject));
  if (hasObjects) {
    // As in a list of records, each value of an object has a column, and the object itself has none.
    const named = entries.map(([name], at) => [name, columns[at] ?? {}] as const);
    const recordAt = (row: number): JsonObject => {
      const key = keys[row] ?? '';
      const cells = named.map(([name, column]) => [name, cellOf(column, key)] as const);
      return Object.fromEntries(cells.filter(([, cell]) => cell !== undefined));
    };
    return { ...table, recordAt };
  }
  return {
    ...table,
    recordAt: (row) => columns.map((column) => cellOf(column, keys[row] ?? '')),
    columns: entries.map(([name]) => name),
  };
}

/** Whether two outer keys have the same inner ones, and one of them has no objects below them. */
function areNumberedAlike(records: readonly JsonObject[]): boolean {
  const numbers = records.map((record) => Object.keys(record).toSorted().join());
  const isShared = new Set(numbers).size < numbers.length;
  return isShared && records.some((record) => !Object.values(record).some(isObject));
}

/** Whether records have most of their keys in common with most others, as rows of a table have. */
function areAlike(records: readonly JsonObject[]): boolean {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const key of Object.keys(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shares = records.map((record) => {
    const keys = Object.keys(record);
    const common = keys.filter((key) => (counts.get(key) ?? 0) * 2 > records.length);
    return keys.length === 0 ? 0 : common.length / keys.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) >= records.length / 2;
}

const typesOf = (values: readonly unknown[]): number =>
  new Set(values.filter((value) => value !== null).map((value) => typeof value)).size;

/** Whether values are of one type along the outer keys and of several along the inner ones. */
function areTypedByOuterKey(records: readonly JsonObject[]): boolean {
  const inner = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return (
    records.every((record) => typesOf(Object.values(record)) <= 1) &&
    inner.some((key) => typesOf(records.map((record) => record[key] ?? null)) > 1)
  );
}

/**
 * Reads an object of objects as a table: by record or by column, whichever its keys and values say.
 * Undefined for one record, settings, and whatever else does not look like rows.
 */
export function keyedTable(object: JsonObject): Table | undefined {
  const all = Object.entries(object);
  const entries = all.filter(([, one]) => one === null || isObject(one));
  const records = entries.map(([, one]) => one).filter(isObject);
  if (records.length === 0 || records.some(isCollection)) return undefined;
  const keys = entries.map(([key]) => key);
  const areGiven = keys.every((key) => GIVEN_KEY.test(key));
  // Next to plain values, only what a database numbered is surely a record.
  if (entries.length < all.length && !(areGiven && entries.length > 1)) return undefined;
  if (records.every((one) => isFeature(one) || isGeometry(one))) return byRecord(entries);
  const sample = records.slice(0, SAMPLE);
  const inner = [...new Set(sample.flatMap((record) => Object.keys(record)))];
  const isNumberedInside = inner.length > 0 && inner.every((key) => NUMBER_KEY.test(key));
  const areScalars = sample.every((record) => Object.values(record).every(isScalar));
  const areAllObjects = entries.length === all.length && records.length > 1;
  const canBeColumns = areScalars && areAllObjects;
  if (isNumberedInside && areAllObjects && (areScalars || areNumberedAlike(sample)))
    return byColumn(entries);
  const canBeRecords =
    !inner.every((key) => GIVEN_KEY.test(key)) &&
    (records.length > 1 ? areAlike(sample) : areGiven);
  const record = canBeRecords ? byRecord(entries) : undefined;
  const column = canBeColumns && areAlike(sample) ? byColumn(entries) : undefined;
  if (record && areGiven && records.length > 1) return record;
  // Parts of one record, unless they are columns of their own, such as dates of the start and end.
  const areParts = keys.filter((key) => PART_KEY.test(key)).length * 2 > keys.length;
  if (record && areParts && eventEvidence(record) > 0) return undefined;
  const recordEvidence = record ? eventEvidence(record) : 0;
  const columnEvidence = column ? eventEvidence(column) : 0;
  if (recordEvidence === 0 && columnEvidence === 0) return undefined;
  if (recordEvidence !== columnEvidence) return recordEvidence > columnEvidence ? record : column;
  return areTypedByOuterKey(sample) ? column : record;
}
