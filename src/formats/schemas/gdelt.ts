import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { placeScale, type DatasetSchema } from './dataset-schema.ts';
import { NO_MAPPING, placeIn, renamed, scaled, shareOf, type TableSample } from './table-sample.ts';

const ACTOR = ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code'];
const ACTOR_TYPES = ['Religion2Code', 'Type1Code', 'Type2Code', 'Type3Code'];
const GEO_1 = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'Lat', 'Long', 'FeatureID'];
const GEO_2 = [...GEO_1.slice(0, 4), 'ADM2Code', ...GEO_1.slice(4)];

const columnsWith = (geo: readonly string[]): readonly string[] => [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...['Actor1', 'Actor2'].flatMap((actor) =>
    [...ACTOR, ...ACTOR_TYPES].map((name) => `${actor}${name}`),
  ),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass'],
  ...['GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((place) =>
    geo.map((name) => `${place}_${name}`),
  ),
  'DATEADDED',
  'SOURCEURL',
];

/** By number of columns: 1.0 without and with addresses of sources, 2.0. */
const COLUMNS: ReadonlyMap<number, readonly string[]> = new Map([
  [57, columnsWith(GEO_1).slice(0, 57)],
  [58, columnsWith(GEO_1)],
  [61, columnsWith(GEO_2)],
]);

/** The place is where the action was; where the actors come from is another place. */
function meaningOf(sample: TableSample): ColumnMapping {
  const { names } = sample;
  const date = names.find('SQLDATE', 'Day');
  return {
    ...NO_MAPPING,
    schema: 'gdelt',
    place: placeIn(sample, names.find('ActionGeo_Lat'), names.find('ActionGeo_Long')),
    placePrecision: scaled(names.find('ActionGeo_Type'), 'gdelt'),
    placeName: names.find('ActionGeo_FullName'),
    time: date === undefined ? NO_MAPPING.time : { kind: 'one', column: date, order: 'ymd' },
    id: names.find('GLOBALEVENTID'),
    link: names.find('SOURCEURL'),
    category: names.find('QuadClass'),
    published: names.find('DATEADDED'),
  };
}

function looksHeaderless(sample: TableSample): boolean {
  const isRow = (row: readonly string[]): boolean => {
    const [id = '', day = '', month = '', year = ''] = row;
    return (
      /^\d{1,12}$/.test(id) &&
      /^\d{8}$/.test(day) &&
      day.startsWith(month) &&
      month.startsWith(year) &&
      year.length === 4 &&
      /^[1-4]$/.test(row[29] ?? '')
    );
  };
  return shareOf(sample, isRow) >= 0.8;
}

/** GDELT events 1.0 (57 or 58 columns) and 2.0 (61), with header or, as they are published, without. */
const detectGdelt: DatasetSchema['detect'] = (sample) => {
  const marks = ['ActionGeo_Type', 'ActionGeo_Lat', 'ActionGeo_Long', 'GLOBALEVENTID'];
  if (sample.names.count(marks) === marks.length) return meaningOf(sample);
  const columns = COLUMNS.get(sample.columns.length);
  return columns && looksHeaderless(sample) ? meaningOf(renamed(sample, columns)) : undefined;
};

export const gdelt: DatasetSchema = {
  id: 'gdelt',
  detect: detectGdelt,
  /** GDELT codebook, `ActionGeo_Type`: 0 none, 1 country, 2 and 5 first-level divisions, 3 and 4 cities. */
  placeScale: placeScale('numbers', {
    0: 'unstated',
    1: 'country',
    2: 'governorate',
    3: 'town',
    4: 'town',
    5: 'governorate',
  }),
};
