import { placeScale, type DatasetSchema } from './dataset-schema.ts';
import { firstSentence } from './first-sentence.ts';
import { NO_MAPPING, orderIn, placeIn, scaled } from './table-sample.ts';

const MARKS = [
  'project',
  'inserted_at',
  'updated_at',
  'status',
  'geolocation_resolution',
  'more_info',
  'restrictions',
  'sensitive',
  'source_1',
];
/** Besides `slug`; of older exports some have other names. */
const MIN_MARKS = 4;

/**
 * The CSV export of Atlos: one row an incident, `slug` first. `source_1` … are the addresses of its media. What kind of
 * incident it is, a project defines by itself: its attributes are columns under their labels.
 */
const detectAtlos: DatasetSchema['detect'] = (sample) => {
  const { names } = sample;
  const slug = names.find('slug');
  const text = names.find('description');
  if (slug === undefined || text === undefined || names.count(MARKS) < MIN_MARKS) return undefined;
  const date = names.find('date');
  return {
    ...NO_MAPPING,
    schema: 'atlos',
    place: placeIn(sample, names.find('latitude'), names.find('longitude')),
    placePrecision: scaled(names.find('geolocation_resolution'), 'atlos'),
    placeName: names.find('general_location', 'location'),
    time:
      date === undefined
        ? NO_MAPPING.time
        : { kind: 'one', column: date, order: orderIn(sample, date), clock: names.find('time') },
    id: slug,
    text,
    source: names.find('source_1'),
    category: names.find('incident_type', 'type', 'event_type', 'category'),
    published: names.find('inserted_at'),
  };
};

export const atlos: DatasetSchema = {
  id: 'atlos',
  detect: detectAtlos,
  /** Within 10 m, within 100 m (one complex, block or field), within 1 km (one neighbourhood or village). */
  placeScale: placeScale('words', { exact: 'spot', vicinity: 'block', locality: 'town' }),
  titleOf:
    (_, { text }) =>
    (cell) =>
      firstSentence(cell(text)),
};
