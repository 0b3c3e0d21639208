import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { ColumnNames } from '../mapping/column-names.ts';
import {
  NO_MAPPING,
  orderIn,
  placeIn,
  renamed,
  scaled,
  shareOf,
  type TableSample,
  type DetectSchema,
  type Schema,
} from './table-sample.ts';

/** GED 26.1 and Candidate files, in file order: the names where a file comes without a header. */
const COLUMNS: readonly string[] = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id'],
  ...['conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name'],
  ...['side_a_dset_id', 'side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b'],
  ...['number_of_sources', 'source_article', 'source_office', 'source_date', 'source_headline'],
  ...['source_original', 'where_prec', 'where_coordinates', 'where_description', 'adm_1', 'adm_2'],
  ...['latitude', 'longitude', 'geom_wkt', 'priogrid_gid', 'country', 'country_id', 'region'],
  ...['event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b'],
  ...['deaths_civilians', 'deaths_unknown', 'best', 'high', 'low', 'gwnoa', 'gwnob'],
];

const MARKS = ['where_prec', 'date_prec', 'type_of_violence', 'best'];

/**
 * `source` is `source_article`, the whole citation: `source_office` is in half of the rows only.
 * GED has no account of what happened; `dyad_name`, who fought whom, comes nearest to one.
 */
function meaningOf(clues: TableSample): ColumnMapping {
  const { names } = clues;
  const [from, to] = [names.find('date_start'), names.find('date_end')];
  const order = orderIn(clues, from, to);
  const one: ColumnMapping['time'] =
    from === undefined ? NO_MAPPING.time : { kind: 'one', column: from, order };
  return {
    ...NO_MAPPING,
    schema: 'ucdp',
    place: placeIn(clues, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(names.find('where_prec'), 'ucdp'),
    placeName: names.find('where_coordinates', 'where_description'),
    area: names.find('adm_1'),
    time: from === undefined || to === undefined ? one : { kind: 'interval', from, to, order },
    timePrecision: scaled(names.find('date_prec'), 'ucdp'),
    id: names.find('id'),
    // Side A, side B and the place: see `row-title`.
    title: undefined,
    text: undefined,
    source: names.find('source_article', 'source_office'),
    category: names.find('type_of_violence'),
  };
}

function looksHeaderless(clues: TableSample): boolean {
  const at = (row: readonly string[], name: string): string => row[COLUMNS.indexOf(name)] ?? '';
  const isRow = (row: readonly string[]): boolean =>
    row.length === COLUMNS.length &&
    /^[1-3]$/.test(at(row, 'type_of_violence')) &&
    /^[1-7]?$/.test(at(row, 'where_prec')) &&
    /^[1-5]$/.test(at(row, 'date_prec')) &&
    /^\d{4}-\d\d-\d\d/.test(at(row, 'date_start')) &&
    /^\d{4}-\d\d-\d\d/.test(at(row, 'date_end')) &&
    Math.abs(Number(at(row, 'latitude'))) <= 90;
  return shareOf(clues, isRow) >= 0.8;
}

/** The columns of a UCDP sheet by their names; by position where it has no header. */
export function ucdpColumns(columns: readonly string[]): ColumnNames {
  const names = new ColumnNames(columns);
  return names.count(MARKS) === MARKS.length ? names : new ColumnNames(COLUMNS);
}

/** UCDP GED and Candidate events: 42 to 49 columns by name, or 49 without a header by their values. */
const detectUcdp: DetectSchema = (clues) => {
  if (clues.names.count(MARKS) === MARKS.length) return meaningOf(clues);
  return looksHeaderless(clues) ? meaningOf(renamed(clues, COLUMNS)) : undefined;
};

export const ucdp: Schema = { detect: detectUcdp };
