import type { TableSchema, ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { foldName } from '../table/column-names.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import { firstSentence } from './first-sentence.ts';
import {
  NO_MAPPING,
  orderIn,
  placeIn,
  shareOf,
  textsOf,
  type TableSample,
} from './table-sample.ts';

const HAS_ADDRESS = /https?:\/\//;

/** Sources come as one column of JSON, or flattened: `sources.0.path`. */
function linkColumn(sample: TableSample): number | undefined {
  const column = sample.columns.findIndex((name, index) => {
    const [first = ''] = foldName(name).words;
    const isSource = ['source', 'sources', 'url', 'link', 'links'].includes(first);
    return isSource && shareOf(sample, (row) => HAS_ADDRESS.test(row[index] ?? '')) > 0.3;
  });
  return column < 0 ? undefined : column;
}

function meaningOf(sample: TableSample, layout: TableSchema, order: DateOrder): ColumnMapping {
  const { names } = sample;
  const date = names.find('date');
  return {
    ...NO_MAPPING,
    schema: layout,
    place: placeIn(sample, names.find('latitude'), names.find('longitude')),
    placeName: names.find('location', 'place_desc'),
    time: date === undefined ? NO_MAPPING.time : { kind: 'one', column: date, order },
    id: names.find('id', 'civId'),
    title: names.find('title'),
    text: names.find('description'),
    source: names.find('source'),
    link: linkColumn(sample),
    category: names.find('category', 'type', 'Association 1', 'association'),
  };
}

const hasPlaceAndDate = ({ names, hasGeometry }: TableSample): boolean =>
  names.count(['date', 'description']) === 2 &&
  (hasGeometry || names.count(['latitude', 'longitude']) === 2) &&
  names.find('location', 'place_desc') !== undefined;

/**
 * The JSON of Bellingcat's TimeMap: dates are month/day/year whether or not a day above 12 proves it.
 * A file whose days prove the other order is not one.
 */
const detectBellingcat: DatasetSchema['detect'] = (sample) => {
  const { names, columns, samples } = sample;
  if (!hasPlaceAndDate(sample) || names.find('id') === undefined) return undefined;
  const firstWords = new Set(columns.map((column) => foldName(column).words[0]));
  const marks = ['sources', 'filters', 'associations', 'graphic', 'violence'];
  const hasPlaceDescription = names.find('place_desc') !== undefined;
  const count = marks.filter((mark) => firstWords.has(mark)).length + Number(hasPlaceDescription);
  if (count < 2) return undefined;
  const { order, isOpen } = dateOrderEvidence(textsOf(samples, names.find('date')));
  return order === 'dmy' && !isOpen ? undefined : meaningOf(sample, 'bellingcat', 'mdy');
};

/** The table of events of TimeMap, recognised by its associations. */
const detectTimemap: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  if (!hasPlaceAndDate(sample)) return undefined;
  if (names.find('Association 1', 'associations', 'association') === undefined) return undefined;
  if (names.find('time', 'time_precision', 'comments') === undefined) return undefined;
  return meaningOf(sample, 'timemap', orderIn(sample, names.find('date')));
};

/** Descriptions begin with what happened. */
const titleOf: DatasetSchema['titleOf'] =
  (_, { text }) =>
  (cell) =>
    firstSentence(cell(text));

export const bellingcat: DatasetSchema = {
  id: 'bellingcat',
  detect: detectBellingcat,
  mayHaveClock: true,
  hasOneDateOrder: true,
  titleOf,
};

export const timemap: DatasetSchema = {
  id: 'timemap',
  detect: detectTimemap,
  mayHaveClock: true,
  titleOf,
};
