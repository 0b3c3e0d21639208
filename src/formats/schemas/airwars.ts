import type { ColumnIndex } from '../../core/records/column-index.ts';
import { placeScale, type DatasetSchema } from './dataset-schema.ts';
import { NO_MAPPING, orderIn, placeIn, scaled, type TableSample } from './table-sample.ts';

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
const detectAirwars: DatasetSchema['detect'] = (sample: TableSample) => {
  const { names } = sample;
  const term = (...columns: readonly string[]): ColumnIndex | undefined =>
    names.find(...columns.flatMap((column) => [column, `${column}_name`, `${column}_slug`]));
  const marks = MARKS.filter((mark) => term(mark) !== undefined);
  const from = names.find('date', 'incident_date', 'date_start');
  if (from === undefined || marks.length < MIN_MARKS) return undefined;
  const to = names.find('date_end', 'incident_date_end');
  const order = orderIn(sample, from, to);
  return {
    ...NO_MAPPING,
    schema: 'airwars',
    place: placeIn(sample, names.find('latitude', 'lat'), names.find('longitude', 'lon', 'lng')),
    placePrecision: scaled(term('geolocation_accuracy'), 'airwars'),
    placeName: names.find('location_name', 'location'),
    area: names.find('governorate', 'province', 'region'),
    country: names.find('country'),
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

/** Airwars' words, and what other files say in their place; of two classes the coarser one. */
const PLACE_SCALE = placeScale('words', {
  exact: 'spot',
  'exact location': 'spot',
  'within 1m': 'spot',
  'within 1 m': 'spot',
  'within 100m': 'block',
  'within 100 m': 'block',
  'within 1m via coalition': 'spot',
  'within 100m via coalition': 'block',
  street: 'site',
  building: 'block',
  'nearby landmark': 'town',
  neighbourhood: 'town',
  neighborhood: 'town',
  'neighbourhood area': 'town',
  'neighborhood area': 'town',
  village: 'town',
  town: 'town',
  city: 'town',
  settlement: 'town',
  subdistrict: 'district',
  'sub district': 'district',
  district: 'district',
  adm2: 'district',
  admin2: 'district',
  province: 'governorate',
  governorate: 'governorate',
  'province governorate': 'governorate',
  adm1: 'governorate',
  admin1: 'governorate',
  country: 'country',
  adm0: 'country',
});

export const airwars: DatasetSchema = {
  id: 'airwars',
  detect: detectAirwars,
  mayHaveClock: true,
  placeScale: PLACE_SCALE,
};
