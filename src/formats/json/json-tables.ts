import { namesColumnsOf } from '../csv/looks-like-names.ts';
import { isObject } from '../source/is-object.ts';
import { eventEvidence, placeAndTime } from './event-evidence.ts';
import { cellText } from './flatten.ts';
import type { Table } from './found-records.ts';
import { keysOf } from './keyed-table.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A row that is null is none, and counted as broken. */
type CellRow = readonly unknown[] | null;

/** Rows by which it is judged whether the first one names the columns. */
const HEAD_ROWS = 20;

/** Where writers put the rows, each a list of cells, and next to them the names of the columns. */
const ROW_KEYS = ['data', 'rows', 'values', 'records', 'items', 'results', 'result'];
const NAME_KEYS = ['columns', 'fields', 'headers', 'header', 'cols', 'names', 'column_names'];
const NAMES_OF_NAMES = ['name', 'label', 'title', 'field', 'fieldName', 'id'];

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

const isListOfLists = (value: unknown): value is readonly CellRow[] => {
  if (!Array.isArray(value) || value.length === 0) return false;
  const rows: readonly unknown[] = value;
  return (
    rows.every((row) => row === null || Array.isArray(row)) &&
    // Rings of a polygon are lists of lists of lists.
    rows.some((row) => Array.isArray(row) && row.some(isScalar))
  );
};

/** A name of a column, or of several levels of columns. */
function nameOf(value: unknown): string {
  if (!isObject(value)) return cellText(value);
  const key = NAMES_OF_NAMES.find((one) => typeof value[one] === 'string');
  return key === undefined ? '' : cellText(value[key]);
}

function namesIn(object: JsonObject): readonly string[] | undefined {
  for (const key of NAME_KEYS) {
    const names = object[key];
    if (Array.isArray(names) && names.length > 0) return names.map(nameOf);
  }
  return undefined;
}

/** Names next to the rows, in a `schema`, or as Socrata has them in `meta.view`. */
function namesNextTo(object: JsonObject): readonly string[] | undefined {
  const { schema, meta } = object;
  const view = isObject(meta) ? meta['view'] : undefined;
  return [object, schema, meta, view]
    .map((one) => (isObject(one) ? namesIn(one) : undefined))
    .find((names) => names !== undefined);
}

function cellTable(
  rows: readonly CellRow[],
  names: readonly string[] | undefined,
  keys?: readonly unknown[],
): Table {
  const width = rows.reduce((max, row) => Math.max(max, row?.length ?? 0), names?.length ?? 0);
  const columns = Array.from({ length: width }, (_, column) => names?.[column] ?? '');
  return {
    format: 'json',
    count: rows.length,
    recordAt: (row) => rows[row],
    keyAt: keys?.length === rows.length ? keysOf(keys.map(cellText)) : undefined,
    columns,
  };
}

/** A list of rows, each a list of cells; the first may name the columns. */
export function rowsTable(list: unknown): Table | undefined {
  if (!isListOfLists(list)) return undefined;
  const texts = list.slice(0, HEAD_ROWS + 1).map((row) => row?.map(cellText) ?? []);
  const [first = [], ...below] = texts;
  const hasHeader = below.length > 0 && namesColumnsOf(first, below);
  return hasHeader ? cellTable(list.slice(1), first) : cellTable(list, undefined);
}

/** Rows of cells next to their names: `orient="split"` of pandas, Datasette, Socrata, Google Sheets. */
export function splitTable(object: JsonObject): Table | undefined {
  for (const key of ROW_KEYS) {
    const rows = object[key];
    if (!isListOfLists(rows)) continue;
    const names = namesNextTo(object);
    const { index } = object;
    return names
      ? cellTable(rows, names, Array.isArray(index) ? index : undefined)
      : rowsTable(rows);
  }
  return undefined;
}

/** The records of `orient="table"` and of data packages, whose `schema` lists fields and no records. */
export function schemaRecords(object: JsonObject): readonly unknown[] | undefined {
  const { schema } = object;
  if (!isObject(schema) || !Array.isArray(schema['fields'])) return undefined;
  const key = ROW_KEYS.find((one) => {
    const list = object[one];
    return Array.isArray(list) && list.some(isObject);
  });
  return key === undefined ? undefined : (object[key] as unknown[]);
}

/** Settings of a map: an extent as numbers or as two corners, and one position as numbers. */
const EXTENT_KEY =
  /^(?:(?:max|initial|default|map)[-_ ]?)?(?:bounds|bbox|bounding[-_ ]?box|extent)$/i;
const CENTRE_KEY =
  /^(?:(?:initial|default|map)[-_ ]?)?(?:cent(?:er|re)|view(?:port)?|coord(?:inate)?s|position|location)$/i;

const isNumber = (value: unknown): boolean => typeof value === 'number';

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber);

/** Whether a list is one value of a setting, not the values of a column. */
function isOneValue(key: string, list: readonly unknown[]): boolean {
  if (EXTENT_KEY.test(key))
    return list.every(isNumber)
      ? list.length === 4 || list.length === 6
      : list.length === 2 && list.every(isPair);
  return CENTRE_KEY.test(key) && list.every(isNumber) && (list.length === 2 || list.length === 3);
}

/**
 * `{column: [value, …], …}`: read only where a column is a place or a time, since settings look alike;
 * of columns of unequal length, only where one of the longest is a time.
 */
export function columnLists(object: JsonObject): Table | undefined {
  const entries = Object.entries(object);
  const lists: (readonly unknown[])[] = [];
  for (const [key, list] of entries) {
    if (!Array.isArray(list) || list.some(isObject) || isOneValue(key, list)) return undefined;
    lists.push(list);
  }
  if (lists.length < 2) return undefined;
  const count = lists.reduce((max, list) => Math.max(max, list.length), 0);
  const tableOf = (columns: readonly number[]): Table => ({
    format: 'json',
    count,
    recordAt: (row) => columns.map((column) => lists[column]?.[row]),
    columns: columns.map((column) => entries[column]?.[0] ?? ''),
  });
  const all = [...lists.keys()];
  const longest = all.filter((column) => lists[column]?.length === count);
  if (count === 0) return undefined;
  if (longest.length === all.length) {
    const table = { ...tableOf(all), isRagged: false };
    return eventEvidence(table) > 0 ? table : undefined;
  }
  return placeAndTime(tableOf(longest)).hasTime ? { ...tableOf(all), isRagged: true } : undefined;
}
