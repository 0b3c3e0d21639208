import { isMissing } from '../../core/text/missing-value.ts';
import { DAY } from '../../core/time/minute.ts';
import { lengthOf, type TimeRange } from '../../core/time/time-range.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { ColumnNames } from '../table/column-names.ts';
import { placeScale, type CellOf, type DatasetSchema } from './dataset-schema.ts';
import {
  NO_MAPPING,
  orderIn,
  placeIn,
  renamed,
  scaled,
  shareOf,
  type TableSample,
} from './table-sample.ts';
import { ucdpReports } from './ucdp-reports.ts';
import { aroundDays, wholeUnits } from './widen-time.ts';

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
function meaningOf(sample: TableSample): ColumnMapping {
  const { names } = sample;
  const [from, to] = [names.find('date_start'), names.find('date_end')];
  const order = orderIn(sample, from, to);
  const one: ColumnMapping['time'] =
    from === undefined ? NO_MAPPING.time : { kind: 'one', column: from, order };
  return {
    ...NO_MAPPING,
    schema: 'ucdp',
    place: placeIn(sample, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(names.find('where_prec'), 'ucdp'),
    placeName: names.find('where_coordinates', 'where_description'),
    area: names.find('adm_1'),
    country: names.find('country'),
    time: from === undefined || to === undefined ? one : { kind: 'interval', from, to, order },
    timePrecision: scaled(names.find('date_prec'), 'ucdp'),
    id: names.find('id'),
    // Side A, side B and the place: see `titleOf`.
    title: undefined,
    text: undefined,
    source: names.find('source_article', 'source_office'),
    category: names.find('type_of_violence'),
  };
}

function looksHeaderless(sample: TableSample): boolean {
  const at = (row: readonly string[], name: string): string => row[COLUMNS.indexOf(name)] ?? '';
  const isRow = (row: readonly string[]): boolean =>
    row.length === COLUMNS.length &&
    /^[1-3]$/.test(at(row, 'type_of_violence')) &&
    /^[1-7]?$/.test(at(row, 'where_prec')) &&
    /^[1-5]$/.test(at(row, 'date_prec')) &&
    /^\d{4}-\d\d-\d\d/.test(at(row, 'date_start')) &&
    /^\d{4}-\d\d-\d\d/.test(at(row, 'date_end')) &&
    Math.abs(Number(at(row, 'latitude'))) <= 90;
  return shareOf(sample, isRow) >= 0.8;
}

/** The columns of a UCDP table by their names; by position where it has no header. */
function ucdpColumns(columns: readonly string[]): ColumnNames {
  const names = new ColumnNames(columns);
  return names.count(MARKS) === MARKS.length ? names : new ColumnNames(COLUMNS);
}

/** UCDP GED and Candidate events: 42 to 49 columns by name, or 49 without a header by their values. */
const detectUcdp: DatasetSchema['detect'] = (sample) => {
  if (sample.names.count(MARKS) === MARKS.length) return meaningOf(sample);
  return looksHeaderless(sample) ? meaningOf(renamed(sample, COLUMNS)) : undefined;
};

const PLACES = ['where_coordinates', 'where_description', 'adm_2', 'adm_1'] as const;

function titleOf(names: ColumnNames, cell: CellOf): string {
  const said = (name: string): string => {
    const text = cell(names.find(name)).trim();
    return isMissing(text) ? '' : text;
  };
  const sides = [said('side_a'), said('side_b')].filter(Boolean).join(' – ') || said('dyad_name');
  // A cut of the table without its actors has a headline at best.
  if (sides === '') return said('source_headline');
  const place = PLACES.map(said).find((text) => text !== '') ?? '';
  return [sides, place].filter(Boolean).join(', ');
}

const SOURCES = ['source_article', 'source_office', 'source_date', 'source_headline'] as const;

/**
 * UCDP GED codebook, `date_prec`: 1 the day, 2 a few days, 3 the week, 4 more than a week up to a month,
 * 5 more. The dates themselves give the interval; only one that is shorter than its code is widened.
 */
function widen(range: TimeRange, code: string): TimeRange {
  const length = lengthOf(range);
  if (code === '2') return length < 2 * DAY ? aroundDays(range, 3) : range;
  if (code === '3') return length < 7 * DAY ? wholeUnits(range, 'week') : range;
  if (code === '4') return length < 8 * DAY ? wholeUnits(range, 'month') : range;
  if (code === '5') return length < 31 * DAY ? wholeUnits(range, 'year') : range;
  return range;
}

export const ucdp: DatasetSchema = {
  id: 'ucdp',
  detect: detectUcdp,
  /** UCDP GED codebook, `where_prec`: 5 is a line or an area, 7 international waters. */
  placeScale: placeScale('numbers', {
    1: 'site',
    2: 'near',
    3: 'district',
    4: 'governorate',
    5: 'wide',
    6: 'country',
    7: 'too-coarse',
  }),
  timeScale: { codes: ['1', '2', '3', '4', '5'], widen },
  titleOf(columns) {
    const names = ucdpColumns(columns);
    return (cell) => titleOf(names, cell);
  },
  reportsOf(columns) {
    const names = ucdpColumns(columns);
    return (cell) => {
      const [article = '', office = '', date = '', headline = ''] = SOURCES.map((name) =>
        cell(names.find(name)),
      );
      return ucdpReports(article, office, date, headline);
    };
  },
};
