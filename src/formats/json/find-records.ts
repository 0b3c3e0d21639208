import { isObject } from '../source/is-object.ts';
import { eventEvidence } from './event-evidence.ts';
import { isFeature, isGeometry } from './feature-cells.ts';
import { listTable, type FoundRecords, type Table } from './found-records.ts';
import { columnLists, rowsTable, schemaRecords, splitTable } from './json-tables.ts';
import { keyedTable } from './keyed-table.ts';
import { isTopology, topologyRecords } from './topology-records.ts';

type NamedTable = { readonly name: string; readonly table: Table };

/** How many objects deep a list of records is looked for: `{response: {data: […]}}` is two. */
const MAX_LEVELS = 3;

/** How many lists and tables of one document are searched for a place and a time, the longest first. */
const MAX_WEIGHED = 50;

const listOf = (list: readonly unknown[]): Table =>
  listTable(list.some(isFeature) ? 'geojson' : 'json', list);

/** An object that is a table itself, in one of the forms that programs write. */
function tableOf(object: Readonly<Record<string, unknown>>): Table | undefined {
  const records = schemaRecords(object);
  if (records) return listOf(records);
  return splitTable(object) ?? keyedTable(object) ?? columnLists(object);
}

function tablesIn(value: unknown, name = '', level = 0): readonly NamedTable[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.some(isObject) ? [{ name, table: listOf(list) }] : [];
  }
  if (!isObject(value)) return [];
  const table = tableOf(value);
  if (table) return [{ name, table }];
  if (level === MAX_LEVELS) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    tablesIn(inside, name === '' ? key : `${name}.${key}`, level + 1),
  );
}

/** The table with a place and a time, else with one of them; of several the longest, then the first. */
function mostLikely(tables: readonly NamedTable[]): NamedTable | undefined {
  if (tables.length < 2) return tables[0];
  const longest = tables.toSorted((a, b) => b.table.count - a.table.count).slice(0, MAX_WEIGHED);
  const weighed = longest.map((one) => ({ one, evidence: eventEvidence(one.table) }));
  return weighed.reduce((best, next) => (next.evidence > best.evidence ? next : best)).one;
}

const only = (table: Table): FoundRecords => ({ ...table, member: undefined, otherLists: 0 });

/**
 * A FeatureCollection's features, the largest object of a TopoJSON document, a Feature or geometry by
 * itself, a list of objects, a list of lists of cells, or the list or table inside an object that is most
 * likely of events: a list of objects, objects by key (Firebase, pandas), columns of values. Undefined
 * where there is none.
 */
export function findRecords(document: unknown): FoundRecords | undefined {
  if (isFeature(document) || isGeometry(document)) return only(listTable('geojson', [document]));
  if (isTopology(document)) return topologyRecords(document);
  if (isObject(document) && document['type'] === 'FeatureCollection') {
    const { features } = document;
    if (Array.isArray(features)) return only(listTable('geojson', features as unknown[]));
    const keyed = isObject(features) ? keyedTable(features) : undefined;
    return keyed?.format === 'geojson' ? only(keyed) : undefined;
  }
  if (Array.isArray(document)) {
    const records: readonly unknown[] = document;
    if (records.length === 0 || records.some(isObject)) return only(listOf(records));
    const table = rowsTable(records);
    return table && only(table);
  }
  const tables = tablesIn(document);
  const found = mostLikely(tables);
  return (
    found && {
      ...found.table,
      member: found.name || undefined,
      otherLists: tables.length - 1,
    }
  );
}
