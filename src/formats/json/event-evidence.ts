import { suggestMapping } from '../suggest/suggest-mapping.ts';
import { ColumnPaths } from '../table/column-paths.ts';
import { isFeature } from './feature-cells.ts';
import type { Table } from './found-records.ts';
import { flatten } from './flatten.ts';
import { isObject } from '../source/is-object.ts';

/** Rows that are looked at. */
const SAMPLE_ROWS = 100;

/** A record by its names; of a feature what it says, without its shape. */
function namedValues(record: unknown, columns: Table['columns']): unknown {
  if (columns && Array.isArray(record))
    return Object.fromEntries(columns.map((name, at) => [name, (record as unknown[])[at]]));
  if (!isFeature(record)) return record;
  const { properties, when } = record;
  return { ...(isObject(properties) ? properties : {}), ...(when === undefined ? {} : { when }) };
}

/** Whether names and values of the columns, or shapes of features, say a place and a time. */
export function placeAndTime({ format, count, recordAt, columns }: Table): {
  readonly hasPlace: boolean;
  readonly hasTime: boolean;
} {
  const paths = new ColumnPaths();
  const rows = Array.from({ length: Math.min(count, SAMPLE_ROWS) }, (_, row) => {
    const cells: string[] = [];
    const named = namedValues(recordAt(row), columns);
    if (isObject(named))
      flatten(named, (path, text) => {
        cells[paths.findOrAdd(path)] = text;
      });
    return cells;
  });
  const samples = rows.map((cells) => paths.names.map((_, column) => cells[column] ?? ''));
  const options = { hasGeometry: false, hasHeader: true };
  const { place, time } = suggestMapping(paths.names, samples, options).mapping;
  return { hasPlace: format === 'geojson' || place.kind !== 'none', hasTime: time.kind !== 'none' };
}

/**
 * How much says that the rows of a table are events: 1 for a place, 1 for a time. Settings and single
 * records of JSON are distinguished from tables by it.
 */
export function eventEvidence(table: Table): number {
  const { hasPlace, hasTime } = placeAndTime(table);
  return Number(hasPlace) + Number(hasTime);
}
