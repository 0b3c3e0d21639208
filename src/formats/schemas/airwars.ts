import type { ColumnIndex } from '../../core/records/column-index.ts';
import {
  NO_MAPPING,
  orderIn,
  placeIn,
  scaled,
  type TableSample,
  type DetectSchema,
  type Schema,
} from './table-sample.ts';

const MARKS = [
  'strike_status',
  'strike_type',
  'targeted_belligerent',
  'targeted_belligerents',
  'civilian_harm_status',
  'civilian_harm_reported',
  'geolocation_accuracy',
  'geolocation_status',
  'unique_reference_code',
  'civilians_killed_min',
  'civilian_non_combatants_killed_min',
];

/** Three of them under these very names are no accident. */
const MIN_MARKS = 3;

/**
 * Airwars incidents: how exactly a place was found is said in words; layers are kinds of strike. What
 * Airwars publishes has each term twice, as `strike_type_name` and `strike_type_slug`, and calls the
 * day `date` or `incident_date`; exports of its tables have plain `strike_type`.
 */
const detectAirwars: DetectSchema = (clues: TableSample) => {
  const { names } = clues;
  const term = (...columns: readonly string[]): ColumnIndex | undefined =>
    names.find(...columns.flatMap((column) => [column, `${column}_name`, `${column}_slug`]));
  const marks = MARKS.filter((mark) => term(mark) !== undefined);
  const from = names.find('date', 'incident_date', 'date_start');
  if (from === undefined || marks.length < MIN_MARKS) return undefined;
  const to = names.find('date_end', 'incident_date_end');
  const order = orderIn(clues, from, to);
  return {
    ...NO_MAPPING,
    schema: 'airwars',
    place: placeIn(clues, names.find('latitude', 'lat'), names.find('longitude', 'lon', 'lng')),
    placePrecision: scaled(term('geolocation_accuracy'), 'airwars'),
    placeName: names.find('location_name', 'location'),
    area: names.find('governorate', 'province', 'region'),
    time:
      to === undefined
        ? { kind: 'one', column: from, order }
        : { kind: 'interval', from, to, order },
    id: names.find('code', 'incident_code', 'unique_reference_code', 'unique_code', 'id'),
    title: names.find('title'),
    text: names.find('summary', 'airwars_assessment', 'assessment', 'description'),
    source: names.find('sources', 'source'),
    link: names.find('permalink', 'url', 'link'),
    category: term('strike_type', 'strike_status', 'civilian_harm_status'),
  };
};

export const airwars: Schema = { detect: detectAirwars, mayHaveClock: true };
