import { IMPORTED_PRECISIONS } from '../../core/place/precision.ts';
import { placeScale, type DatasetSchema } from './dataset-schema.ts';
import { NO_MAPPING, placeIn, scaled } from './table-sample.ts';

/** Our own records as a table: the codebook's fields, those of a place with a dot or an underscore. */
const detectNativeTable: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  const marks = ['id', 'kind', 'title', 'summary', 'target', 'time', 'place.name'];
  const time = names.find('time');
  if (names.count(marks) < marks.length || time === undefined) return undefined;
  return {
    ...NO_MAPPING,
    schema: 'codebook',
    place: placeIn(sample, names.find('place.lat'), names.find('place.lon')),
    placePrecision: scaled(names.find('place.precision'), 'codebook'),
    placeName: names.find('place.name'),
    area: names.find('place.governorate'),
    time: { kind: 'one', column: time, order: 'ymd' },
    id: names.find('id'),
    title: names.find('title'),
    text: names.find('summary'),
    source: names.find('publisher', 'reports.publisher', 'reports.0.publisher', 'source'),
    link: names.find('url', 'reports.url', 'reports.0.url', 'link'),
    category: names.find('target'),
    effect: names.find('effect'),
  };
};

export const nativeTable: DatasetSchema = {
  id: 'codebook',
  detect: detectNativeTable,
  placeScale: placeScale(
    'words',
    Object.fromEntries(IMPORTED_PRECISIONS.map((precision) => [precision, precision] as const)),
  ),
};
