import { proposeMeaning } from '../meaning/propose-meaning.ts';
import { ColumnPaths } from './column-paths.ts';
import type { Table } from './found-records.ts';
import { flatten } from './flatten.ts';
import { isObject } from '../geojson/read-json.ts';

/** Rows that are looked at. */
const SAMPLE_ROWS = 100;

/**
 * How much says that the rows of a table are events: 1 for a place, 1 for a time, by names and values of
 * its columns. Settings and single records of JSON are told from tables by it.
 */
export function eventEvidence({ count, recordAt, columns }: Table): number {
  const paths = new ColumnPaths();
  const rows = Array.from({ length: Math.min(count, SAMPLE_ROWS) }, (_, row) => {
    const cells: string[] = [];
    const record = recordAt(row);
    const named =
      columns && Array.isArray(record)
        ? Object.fromEntries(columns.map((name, at) => [name, (record as unknown[])[at]]))
        : record;
    if (isObject(named))
      flatten(named, (path, text) => {
        cells[paths.findOrAdd(path)] = text;
      });
    return cells;
  });
  const samples = rows.map((cells) => paths.names.map((_, column) => cells[column] ?? ''));
  const options = { hasGeometry: false, hasHeader: true };
  const { place, time } = proposeMeaning(paths.names, samples, options).meaning;
  return Number(place.kind !== 'none') + Number(time.kind !== 'none');
}
